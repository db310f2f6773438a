import { describe, expect, it } from 'vitest';
import { rowSums, type LabelledRow } from '../../../../src/lib/package/start/rowSums.ts';
import { rowsOf, started, textOf } from './start.ts';

const rows = (...all: [label: string, ...numbers: (number | undefined)[]][]): LabelledRow[] =>
	all.map(([label, ...numbers]) => ({
		label,
		numbers: new Map(numbers.map((number, at) => [String(at), number]))
	}));

describe('rows that are sums of the rows beside them', () => {
	it('are those above parts that say so, and those called a subtotal', () => {
		const found = rowSums(
			rows(
				['Sex', 120],
				['- of which online', 100],
				['- of which street', 20],
				['North', 30],
				['South', 12],
				['Subtotal regions', 42],
				['Total', 162]
			)
		);
		expect(Object.fromEntries(found)).toEqual({
			Sex: ['- of which online', '- of which street'],
			'Subtotal regions': ['North', 'South']
		});
	});

	it('need two places where no label says so, and no place that says otherwise', () => {
		expect(rowSums(rows(['Sex', 120], ['Online', 100], ['Street', 20])).size).toBe(0);
		expect(rowSums(rows(['Sex', 120, 90], ['Online', 100, 60], ['Street', 20, 30])).get('Sex')).toEqual([
			'Online',
			'Street'
		]);
		expect(rowSums(rows(['Sex', 120, 91], ['Online', 100, 60], ['Street', 20, 30])).size).toBe(0);
		// A place where something is not told says nothing, nor does one with a single part.
		expect(rowSums(rows(['Sex', 120, 90], ['Online', 100, undefined], ['Street', 20, 30])).size).toBe(0);
		expect(rowSums(rows(['Sex', 120, 90], ['Online', 100, 90], ['Street', 20, 0])).size).toBe(0);
	});
});

const kinds = (text: string) => {
	const { resources } = JSON.parse(text) as {
		resources: { schema: { fields: { name: string; categories?: { value: string; kind?: string }[] }[] } }[];
	};
	return Object.fromEntries(
		(resources[0]?.schema.fields ?? []).flatMap(({ name, categories = [] }) =>
			categories.some(({ kind }) => kind)
				? [[name, Object.fromEntries(categories.flatMap(({ value, kind }) => (kind ? [[value, kind]] : [])))]]
				: []
		)
	);
};

describe('a subtotal of several columns', () => {
	const TABLE =
		'Region,District,2021,2022\nNorth,A,45,50\n,B,33,31\nSUB,82,81\nSouth,C,61,60\n,D,22,24\nSUB2,83,84\nTotal,,165,165\n';
	const WRITTEN = ['2021,north,total,82', '2021,south,total,83', '2021,total,total,165'];

	it('is the total of the region that it names', async () => {
		const text = TABLE.replace('SUB2', 'Total South,').replace('SUB', 'Subtotal North,');
		const { proposal, faults } = await started({ 'cases.csv': text });
		expect(faults).toEqual([]);
		const written = rowsOf(proposal, 'cases.csv').map((cells) => cells.join());
		expect(written).toEqual(expect.arrayContaining(WRITTEN));
		expect(kinds(textOf(proposal, 'datapackage.json'))).toEqual({
			region: { total: 'total' },
			district: { total: 'total' }
		});
	});

	it('or of the region above it', async () => {
		const { proposal, faults } = await started({
			'cases.csv': TABLE.replace('SUB2', ',Subtotal').replace('SUB', ',Subtotal')
		});
		expect(faults).toEqual([]);
		expect(rowsOf(proposal, 'cases.csv').map((cells) => cells.join())).toEqual(
			expect.arrayContaining(WRITTEN)
		);
	});

	it('and a row that names no region stays what it is', async () => {
		const text = TABLE.replace('SUB2', 'Total of the islands,').replace('SUB', 'Subtotal North,');
		const { proposal } = await started({ 'cases.csv': text });
		expect(kinds(textOf(proposal, 'datapackage.json')).region).toMatchObject({
			total_of_the_islands: 'composite'
		});
	});
});

it('a total that repeats the year of its row is the total of each year', async () => {
	const text =
		'Year,Age,Calls\n2022,Under 18,63\n2022,18 and over,226\n2022,Total 2022,289\n2023,Under 18,75\n2023,18 and over,246\n2023,Total año 2023,321\n';
	const { proposal, faults } = await started({ 'ages.csv': text });
	expect(faults).toEqual([]);
	expect(rowsOf(proposal, 'ages.csv').filter(([, age]) => age === 'total')).toEqual([
		['2022', 'total', '289'],
		['2023', 'total', '321']
	]);
});
