import { describe, expect, it } from 'vitest';
import { partedByPeriod, splitPeriod } from '../../../../src/lib/package/start/headPeriods.ts';
import { isTotal } from '../../../../src/lib/package/start/labels.ts';
import { rowsOf, started } from './start.ts';

describe('a period in the words of a header', () => {
	it.each([
		['Cases 2022', 'Cases', '2022'],
		['2022 cases', 'cases', '2022'],
		['Cases (2022)', 'Cases', '2022'],
		['Women Jan 2022', 'Women', 'Jan 2022'],
		['Casos – 2021/22', 'Casos', '2021/22'],
		['Under 12, 2022', 'Under 12', '2022']
	])('%s', (text, label, period) => expect(splitPeriod(text)).toEqual({ label, period }));

	it.each(['2022', 'Total since 2015', 'Casos desde 2020', 'Under 12', 'Cases', 'Top 10'])(
		'not in %s',
		(text) => expect(splitPeriod(text)).toBeUndefined()
	);

	it('counts only where one thing is told for several periods, and no header is a period itself', () => {
		const parted = [
			['Cases', '2021'],
			['Cases', '2022']
		];
		expect(partedByPeriod([['Cases 2021'], ['Cases 2022']])).toEqual(parted);
		for (const heads of [
			[['Cases 2021'], ['Calls 2022']],
			[['2021'], ['Cases 2022'], ['Cases 2023']],
			[['Cases 2021']]
		])
			expect(partedByPeriod(heads)).toEqual(heads);
	});
});

it('a sheet whose columns are named by thing and year has a row for each year', async () => {
	const text =
		'District,Cases 2022,Share 2022,Cases 2023\nNorte,52,37%,61\nSur,88,63%,97\nAll districts,140,100%,158\n';
	const { proposal, faults } = await started({ 'sheet.csv': text });
	expect(faults).toEqual([]);
	const [header, ...rows] = rowsOf(proposal, 'sheet.csv').map(String);
	expect([header, ...rows.sort()]).toEqual([
		...['year,district,value', '2022,all_districts,140', '2022,norte,52', '2022,sur,88'],
		...['2023,all_districts,158', '2023,norte,61', '2023,sur,97']
	]);
	const description = new TextDecoder().decode(proposal.files.get('datapackage.json'));
	expect(description).toMatch(/"all_districts",\s*"label": "All districts",\s*"kind": "total"/);
});

it.each([
	...(['All districts', 'All age groups', 'Todas las regiones', 'Alle Regionen', 'Total', 'All'].map(
		(label) => [label, true]
	) as [string, boolean][]),
	...(['All other districts', 'Todas las demás', 'Allegheny', 'Alle anderen Regionen', 'Sex'].map((label) => [
		label,
		false
	]) as [string, boolean][])
])('%s is a total: %s', (label, is) => expect(isTotal(label)).toBe(is));
