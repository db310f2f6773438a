import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { siteLanguage, siteLanguages } from '../../../scripts/lib/language.mjs';

const { HOTLINE_DATA, SITE_LANGUAGE } = process.env;

afterEach(() => {
	Object.assign(process.env, { HOTLINE_DATA: HOTLINE_DATA ?? '', SITE_LANGUAGE: SITE_LANGUAGE ?? '' });
});

function describedBy(text: string): void {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'languages-'));
	onTestFinished(() => fs.rmSync(folder, { recursive: true }));
	fs.writeFileSync(path.join(folder, 'datapackage.json'), text);
	process.env['HOTLINE_DATA'] = folder;
}

describe('the languages of a site', () => {
	it('are those of the package, the main one at the address itself', () => {
		describedBy('{ "languages": ["es-MX", "en"] }');
		expect(siteLanguages()).toEqual([
			{ tag: 'es-MX', words: 'es', path: '' },
			{ tag: 'en', words: 'en', path: '/en' }
		]);
	});

	it.each(['{', 'null', '{}', '{ "languages": "en" }', '{ "languages": [] }', '{ "languages": [5] }'])(
		'are English alone where the package does not say, for its check names the fault: %s',
		(text) => {
			describedBy(text);
			expect(siteLanguages()).toEqual([{ tag: 'en', words: 'en', path: '' }]);
		}
	);

	it('stop the build where the site has no words, or two would stand in one place', () => {
		describedBy('{ "languages": ["en", "tlh"] }');
		expect(siteLanguages).toThrow('the language "tlh"');
		describedBy('{ "languages": ["en", "es-US", "es-MX"] }');
		expect(siteLanguages).toThrow('"es" twice');
	});

	it('can be built one by one', () => {
		describedBy('{ "languages": ["en", "es-US"] }');
		expect(siteLanguage().tag).toBe('en');
		process.env['SITE_LANGUAGE'] = 'es';
		expect(siteLanguage().tag).toBe('es-US');
		process.env['SITE_LANGUAGE'] = 'fr';
		expect(siteLanguage).toThrow('SITE_LANGUAGE is "fr"');
	});
});
