import { describe, expect, it } from 'vitest';
import { tabTitle } from '../../../src/lib/ui/tabTitle.ts';

describe('the title of a tab', () => {
	it('is that of the page where it is neutral', () => {
		expect(tabTitle('Calls by year', 'Trends: chart 2')).toBe('Calls by year');
	});

	it.each(['Victims by year', 'Cases by form of trafficking', 'Sexual exploitation', 'After-abuse care'])(
		'names the place of the page instead of “%s”',
		(title) => {
			expect(tabTitle(title, 'Trends: chart 2')).toBe('Trends: chart 2');
		}
	);

	it('looks at the beginning of words', () => {
		expect(tabTitle('Middlesex', '')).toBe('Middlesex');
	});
});
