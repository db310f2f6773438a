import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { averagesOf, resourcesWithBreaks, type SqlRow } from '../../../src/lib/cube/index.ts';
import type { CubeAnswer, CubeRow } from '../../../src/lib/cube/types.ts';
import type { SqlConnection } from '../../../src/lib/engine/duckdb/connection.ts';
import { createDuckDBEngine } from '../../../src/lib/engine/duckdb/engine.ts';
import { loadPackageTables } from '../engine/loaded.ts';
import { connectNode } from '../../../src/lib/engine/duckdb/node.ts';
import { readPackage, type Resource } from '../../../src/lib/package/index.ts';

const read = async (file: string) => new Uint8Array(await readFile(path.resolve('data', file)));

let connection: SqlConnection;
let counts: Resource;
let answer: CubeAnswer;

beforeAll(async () => {
	const { package: pkg } = await readPackage({ read });
	if (!pkg) throw new Error('The default package has faults.');
	const resources = resourcesWithBreaks(pkg);
	const files: Record<string, Uint8Array> = {};
	for (const each of resources) files[each.name] = await read(each.path);
	connection = await connectNode();
	const engine = createDuckDBEngine(
		connection,
		resources,
		await loadPackageTables(connection, resources, files)
	);
	const found = await engine.answer({
		table: 'states_by_year',
		measure: ['calls', 'cases'],
		dimensions: ['usps', 'year', 'measure', 'unit'],
		filters: { form: ['all'], channel: ['all'] },
		rate: true
	});
	if (found.refused) throw new Error(found.reason);
	answer = found;
	counts = resources.find(({ name }) => name === 'states_by_year') as Resource;
}, 60_000);

afterAll(() => connection.close());

const idOf = (place: unknown, year: unknown, measure: unknown) =>
	[place, year, measure].map(String).join(' ');
const round = (value: number | null | undefined) => (value == null ? null : Number(value.toPrecision(10)));
const rowAt = (place: string, year: number, measure: string): CubeRow | undefined =>
	answer.rows.find(
		({ key }) => key['usps'] === place && key['year'] === year && key['measure'] === measure
	);

describe('contact rates of the default data', () => {
	it('are those that plain SQL finds by another way', async () => {
		const rows: SqlRow[] = await connection.run(
			`SELECT s.usps, s.year, s.measure, s.value AS count, p.population,
				s.value::DOUBLE / p.population * 100000 AS rate
			FROM states_by_year s LEFT JOIN state_population_by_year p ON p.usps = s.usps AND p.year = s.year
				AND p.kind = CASE WHEN s.year < 2020 THEN 'estimate_july_1_vintage_2019'
					ELSE 'estimate_july_1_vintage_2024' END
			WHERE s.form = 'all' AND s.channel = 'all' AND s.measure IN ('calls', 'cases')`
		);
		const expected = rows.map((row) => [
			idOf(row['usps'], row['year'], row['measure']),
			[row['count'], row['population'], round(row['rate'] as number)]
		]);
		const found = answer.rows.map(({ key, value, rate }) => [
			idOf(key['usps'], key['year'], key['measure']),
			[rate?.count, rate?.population, round(value)]
		]);
		expect(expected.length).toBeGreaterThan(530);
		expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
	});

	it.each([
		['AK', 10, 4.7954, 18.3904],
		['RI', 9, 4.1154, 17.0848],
		['VT', 5, 1.6235, 11.6683]
	])('mark %s with its %i cases of 2016 as of low reliability, with wide limits', (place, count, low, high) => {
		const row = rowAt(place, 2016, 'cases');
		expect(row?.status).toBe('[u]');
		expect(row?.rate?.count).toBe(count);
		const people = row?.rate?.population ?? NaN;
		// Byar's limits from ten on are within 0.2 % of the exact ones.
		const inCounts = (limit: number | null | undefined) => ((limit ?? NaN) * people) / 100_000;
		expect(Math.abs(inCounts(row?.rate?.low) / low - 1)).toBeLessThan(0.002);
		expect(Math.abs(inCounts(row?.rate?.high) / high - 1)).toBeLessThan(0.002);
		expect((row?.rate?.high ?? 0) / (row?.rate?.low ?? 1)).toBeGreaterThan(3);
	});

	it('have an average where every place has a rate, and nowhere else', async () => {
		const averages = averagesOf(answer, counts);
		const years = averages.map(({ key }) => `${key['year']} ${key['measure']}`).sort();
		expect(years).toEqual([2012, 2013, 2014, 2015, 2016].flatMap((year) => [`${year} calls`, `${year} cases`]));
		const [sql] = await connection.run(
			`SELECT sum(s.value)::DOUBLE / sum(p.population) * 100000 AS rate, sum(p.population) AS people
			FROM states_by_year s JOIN state_population_by_year p USING (usps, year)
			WHERE s.form = 'all' AND s.channel = 'all' AND s.measure = 'calls' AND year = 2016
				AND p.kind = 'estimate_july_1_vintage_2019'`
		);
		const calls = averages.find(({ key }) => key['year'] === 2016 && key['measure'] === 'calls');
		expect(round(calls?.value)).toBe(round(sql?.['rate'] as number));
		expect(calls?.rate).toMatchObject({ count: null, population: Number(sql?.['people']) });
	});
});
