import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { resourcesWithBreaks } from '../../../src/lib/cube/index.ts';
import type { CubeQuery } from '../../../src/lib/cube/types.ts';
import type { DuckDBEngine } from '../../../src/lib/engine/duckdb/engine.ts';
import { openDuckDBNode } from '../../../src/lib/engine/duckdb/node.ts';
import { createMemoryEngine } from '../../../src/lib/engine/memory.ts';
import type { QueryEngine } from '../../../src/lib/engine/types.ts';
import { readPackage, type Resource, type Table } from '../../../src/lib/package/index.ts';

const read = async (file: string) => new Uint8Array(await readFile(path.resolve('data', file)));

let resources: Resource[] = [];
let tables: Record<string, Table> = {};
let duckdb: DuckDBEngine;
let engines: QueryEngine[] = [];

beforeAll(async () => {
	const loaded = await readPackage({ read });
	if (!loaded.package) throw new Error('The default package has faults.');
	tables = loaded.tables;
	resources = resourcesWithBreaks(loaded.package);
	const files: Record<string, Uint8Array> = {};
	for (const each of resources) files[each.name] = await read(each.path);
	duckdb = await openDuckDBNode(resources, files);
	engines = [createMemoryEngine(resources, tables), duckdb];
}, 60_000);

/** What every engine answers, after they were found to agree. */
async function ask(query: CubeQuery) {
	const [first, ...others] = await Promise.all(engines.map((engine) => engine.answer(query)));
	if (!first) throw new Error('There is no engine.');
	for (const other of others) expect(other).toEqual(first);
	return first;
}

async function answer(query: CubeQuery) {
	const answered = await ask(query);
	if (answered.refused) throw new Error(answered.reason);
	return answered;
}

describe('the default data', () => {
	it('stands in DuckDB with every row of every table', async () => {
		const counts = Object.entries(tables).map(([name, table]) => [name, table.rows.length]);
		expect(counts.length).toBeGreaterThan(20);
		await duckdb.load(Object.keys(tables));
		expect(duckdb.rows).toEqual(Object.fromEntries(counts));
	});

	it('adds the forms of 2016 up to 7,572 cases, which is the published total', async () => {
		const hotline = { unit: ['cases'], basis: ['hotline'] };
		const query = { table: 'types_by_year', filters: { year: [2016] }, ...hotline };
		const summed = await answer({ ...query, dimensions: [] });
		expect(summed.rows.map((row) => row.value)).toEqual([7572]);
		const parts = await answer({ ...query, dimensions: ['form'], shareOf: 'form' });
		expect(parts.rows.map((row) => row.value)).toEqual([5551, 1057, 268, 696]);
		expect(parts.rows.map((row) => row.total)).toEqual([7572, 7572, 7572, 7572]);
	});

	it('gives every form the same share whether the lines are shown together or one is chosen', async () => {
		const query = { table: 'types_by_year', unit: ['cases'], shareOf: 'form' };
		const kept = await answer({ ...query, dimensions: ['basis', 'year', 'form'] });
		const bases = [...new Set(kept.rows.map((row) => String(row.key['basis'])))];
		expect(bases.length).toBeGreaterThan(2);
		for (const basis of bases) {
			const pinned = await answer({ ...query, basis: [basis], dimensions: ['year', 'form'] });
			const shares = kept.rows.filter((row) => row.key['basis'] === basis).map((row) => row.share);
			expect(shares, basis).toEqual(pinned.rows.map((row) => row.share));
		}
		const textline = kept.rows.filter((row) => row.key['basis'] === 'textline');
		expect(textline.some((row) => typeof row.share === 'number')).toBe(true);
	});

	it.each([
		['gender_by_year', 'gender', 7388, {}],
		['age_by_year', 'age_group', 7277, { basis: ['age_at_first_contact'] }]
	])('refuses a total of %s, though its parts can be shown', async (table, dimension, sum, more) => {
		const query = { table, unit: ['cases'], filters: { year: [2016] }, ...more };
		const parts = await answer({ ...query, dimensions: [dimension] });
		expect(parts.rows.reduce((total, row) => total + (row.value ?? 0), 0)).toBe(sum);
		expect(parts.nonAdditive.map((each) => each.dimension)).toEqual([dimension]);
		const refused = await ask({ ...query, dimensions: [] });
		expect(refused).toMatchObject({ refused: true, code: 'not-additive', field: dimension });
	});

	it('has no row for the cases of 2022, and none of other years is lost', async () => {
		const { rows } = await answer({
			table: 'national_by_year',
			dimensions: ['year', 'basis', 'unit'],
			measure: ['cases']
		});
		const years = rows.map((row) => row.key['year']);
		expect(years).not.toContain(2022);
		expect(years).toContain(2021);
		expect(years).toContain(2023);
	});

	it('keeps calls and all calls of 2008 apart', async () => {
		const query: CubeQuery = {
			table: 'national_by_year',
			dimensions: ['measure', 'basis', 'unit'],
			measure: ['calls', 'calls_all'],
			filters: { year: [2008] }
		};
		const { rows } = await answer(query);
		expect(rows.map((row) => [row.key['measure'], row.value])).toEqual(
			expect.arrayContaining([
				['calls', 3514],
				['calls_all', 5748]
			])
		);
		expect(await ask({ ...query, dimensions: ['unit', 'basis'] })).toMatchObject({ code: 'mixed-measure' });
		expect(await ask({ ...query, dimensions: ['unit', 'measure'] })).toMatchObject({ code: 'mixed-basis' });
	});

	it('adds the population of the states up, within one vintage', async () => {
		const query = { table: 'state_population_by_year', dimensions: ['year'], filters: { year: [2020] } };
		const census = await answer({ ...query, basis: ['decennial_census_april_1'] });
		expect(census.rows.map((row) => row.value)).toEqual([334735155]);
		expect(await ask(query)).toMatchObject({ refused: true, code: 'mixed-basis' });
	});
});
