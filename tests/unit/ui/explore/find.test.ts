import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../../src/lib/ui/explore/find.ts';

const CATALOGUE = [
	{
		name: 'forms',
		title: 'By form',
		years: '2014–2023',
		entries: [
			{ measure: 'cases', label: 'Cases' },
			{ measure: 'victims', label: 'Víctims' }
		],
		groups: ['Labor trafficking', 'Sex trafficking']
	},
	{ name: 'calls', title: 'Calls by year', years: '', entries: [{ measure: '', label: 'Calls' }], groups: [] }
];

const found = (search: string) =>
	findFigures(CATALOGUE, search).map(({ name, entries, matched }) => [
		name,
		entries.map(({ label }) => label).join(),
		matched.join()
	]);

describe('the search for what is counted', () => {
	it('finds all figures with nothing, and none with words that nowhere stand', () => {
		expect(found('  ')).toHaveLength(2);
		expect(found('cases nothing')).toEqual([]);
	});

	it('finds names, tables and groups, whatever their accents, and names the groups', () => {
		expect(found('victims')).toEqual([['forms', 'Víctims', '']]);
		expect(found('calls YEAR')).toEqual([['calls', 'Calls', '']]);
		expect(found('labor cases')).toEqual([['forms', 'Cases', 'Labor trafficking']]);
	});
});
