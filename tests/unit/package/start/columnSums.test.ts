import { describe, expect, it } from 'vitest';
import { columnGroups } from '../../../../src/lib/package/start/columnSums.ts';
import { rowsOf, started, textOf } from './start.ts';

/** The groups of columns, each as its total, whether it was seen, and its other columns. */
function groups(columns: Record<string, (number | undefined)[]>) {
	const list = Object.entries(columns).map(([label, numbers]) => ({ label, numbers }));
	return columnGroups(list).map(({ labels, sums }) => {
		const parts = [...labels].filter((label) => label !== sums?.total);
		return [sums?.total, sums?.isSeen, parts.join(' ')];
	});
}

describe('columns that are the sum of others', () => {
	const ages = { Adults: [120, 131, 140], Minors: [14, 9, 20], Unknown: [6, 10, 0] };

	it.each([
		['by name', { ...ages, Total: [140, 150, 160] }],
		['by its numbers alone, wherever it stands', { Contacts: [140, 150, 160], ...ages }],
		['where a figure is missing in a row', { ...ages, Total: [140, 150, undefined] }]
	])('are found %s', (_, columns) => {
		expect(groups(columns)).toEqual([
			['Total' in columns ? 'Total' : 'Contacts', true, 'Adults Minors Unknown']
		]);
	});

	it('tie only their own parts: two ways of counting the same, and what belongs to neither', () => {
		const sexes = { Women: [100, 101, 102], Men: [40, 49, 58] };
		expect(groups({ Calls: [900, 800, 700], ...ages, ...sexes, Total: [140, 150, 160] })).toEqual([
			['Total', true, 'Adults Minors Unknown'],
			['Total', true, 'Women Men'],
			[undefined, undefined, 'Calls']
		]);
	});

	it('may stand within another one', () => {
		const parts = { Women: [100, 101], Men: [20, 30], Adults: [120, 131], Minors: [14, 9] };
		const [group] = columnGroups(
			Object.entries({ ...parts, Total: [134, 140] }).map(([label, numbers]) => ({ label, numbers }))
		);
		expect(group?.sums).toEqual({ total: 'Total', within: { Adults: ['Women', 'Men'] }, isSeen: true });
	});

	it('are none where a row says otherwise, though a total may be called one', () => {
		expect(groups({ ...ages, Total: [140, 151, 160] })).toEqual([['Total', false, 'Adults Minors Unknown']]);
		expect(groups({ ...ages, Contacts: [140, 151, 160] })).toEqual([
			[undefined, undefined, 'Adults Minors Unknown Contacts']
		]);
		// One column is no sum, and two rows of five columns fit by chance.
		expect(groups({ Calls: [3, 4], Cases: [3, 4] })).toEqual([[undefined, undefined, 'Calls Cases']]);
		expect(
			groups({ A: [1, 2], B: [9, 9], C: [2, 3], D: [9, 7], E: [3, 5], F: [8, 1] })[0]?.[0]
		).toBeUndefined();
	});
});

it('a sheet of ages and sexes becomes two tables with the same total, and asks for its unit once', async () => {
	const lines = [
		'Year,City,Adults,Minors,Women,Men,Total,Calls',
		'2021,A,90,14,60,44,104,301',
		'2022,A,95,9,61,43,104,302'
	];
	const { proposal, faults, answers } = await started(
		{ 'sheet.csv': `${lines.join('\n')}\n2023,A,90,9,50,49,99,303\n` },
		{ 'sheet.unit': 'victims', 'sheet.basis': 'Night desk' }
	);
	expect(faults).toEqual([]);
	expect(proposal.tables.map(({ name }) => name)).toEqual(['sheet', 'sheet_2', 'sheet_3']);
	expect(rowsOf(proposal, 'sheet_2.csv').slice(0, 4).map(String)).toEqual([
		...['year,city,kind_2,basis,value', '2021,a,men,night_desk,44'],
		...['2021,a,women,night_desk,60', '2021,a,total,night_desk,104']
	]);
	const { resources } = JSON.parse(textOf(proposal, 'datapackage.json')) as {
		resources: { unit?: string; additivity?: { dimension: string; additivity: string }[] }[];
	};
	expect(resources.map(({ unit }) => unit)).toEqual(['victims', 'victims', 'calls', undefined]);
	expect(resources[1]?.additivity).toMatchObject([{}, {}, { dimension: 'kind_2', additivity: 'additive' }]);
	expect(answers).not.toHaveProperty(['sheet_2.unit']);
	// Two totals are one figure only where their basis is the same.
	expect(answers).toMatchObject({ 'sheet_2.basis': 'Night desk', 'sheet_3.basis': '' });
});

it('sums are found in a table that somebody says is no list of people, and each column is told once where it may be', async () => {
	const lines = [
		'Case ID,Year,Women,Men,Total,Old,Young',
		'1,2021,3,4,7,5,2',
		'2,2022,9,1,10,4,6',
		'3,2023,2,2,4,1,3'
	];
	const files = { 'sheet.csv': lines.join('\n') };
	const { proposal } = await started(files);
	expect(proposal.leftOut.map(({ column, why }) => `${column} ${why}`).sort()).toEqual(
		(lines[0] ?? '')
			.split(',')
			.map((column) => `${column} records`)
			.sort()
	);
	const answered = await started(files, { 'sheet.records': 'counts', 'sheet_2.records': 'counts' });
	expect(answered.proposal.tables.map(({ header }) => header[1])).toEqual(['kind', 'kind_2']);
});
