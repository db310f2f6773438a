import { describe, expect, it } from 'vitest';
import { UseSettings, yearsOf } from '../../../src/lib/embed/use/settings.svelte.ts';

const PARTS = {
	periods: ['2015', '2016', '2017', '2018'],
	series: [
		{ code: 'red', label: 'Red' },
		{ code: 'green', label: 'Green' }
	]
};

describe('what is set before a code is taken', () => {
	it('is nothing at first', () => {
		expect(new UseSettings().options(PARTS, {})).toEqual({});
	});

	it('becomes options, with the filters of the page', () => {
		const settings = new UseSettings();
		Object.assign(settings, { theme: 'dark', untitled: true, from: '2016', to: '2017', left: ['red'] });
		expect(settings.options(PARTS, { place: 'x' })).toEqual({
			theme: 'dark',
			untitled: true,
			part: { from: '2016', to: '2017', series: ['green'] },
			filters: { place: 'x' }
		});
	});

	it('does not carry over what the chart has no more when a filter changed it', () => {
		const settings = new UseSettings();
		Object.assign(settings, { from: '2016', to: '2017', left: ['red'] });
		const changed = {
			periods: ['2020', '2021', '2022'],
			series: [
				{ code: 'a', label: 'A' },
				{ code: 'b', label: 'B' }
			]
		};
		expect(settings.part(changed)).toBeUndefined();
		expect(settings.kept(changed)).toEqual(['a', 'b']);
	});

	it('counts months to their year, each year once', () => {
		const months = { periods: ['2018-11', '2018-12', '2019-01', '2019-02', '2020-01'], series: [] };
		expect(yearsOf(months)).toEqual(['2018', '2019', '2020']);
		const settings = new UseSettings();
		settings.from = '2019';
		expect(settings.part(months)).toEqual({ from: '2019' });
	});
});
