import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../src/lib/words/language.ts';
import { DEFAULT_LOCALE, NUMBER_LOCALES } from '../../../src/lib/words/numbers.ts';
import { languageLinks } from '../../../src/lib/server/languages.ts';

describe('the language of the site', () => {
	it('is read in its direction', () => {
		expect(['en', 'es-US', 'ar', 'he-IL', 'fa'].map(directionOf)).toEqual([
			'ltr',
			'ltr',
			'rtl',
			'rtl',
			'rtl'
		]);
	});

	it('writes numbers in one way first, and every way once', () => {
		expect(NUMBER_LOCALES[0]).toBe(DEFAULT_LOCALE);
		const ways = NUMBER_LOCALES.map((locale) => new Intl.NumberFormat(locale).format(1234567.8));
		expect(new Set(ways).size).toBe(ways.length);
		expect(ways.length).toBeGreaterThan(3);
	});

	it('offers the same page in the other languages, each by its own name', () => {
		expect(languageLinks(['en'])).toEqual([]);
		expect(languageLinks(['en', 'es-US', 'ar'])).toEqual([
			{ tag: 'en', name: 'English', path: '', isThis: true },
			{ tag: 'es-US', name: 'Español', path: '/es', isThis: false },
			{ tag: 'ar', name: 'العربية', path: '/ar', isThis: false }
		]);
	});
});
