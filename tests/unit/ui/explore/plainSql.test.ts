import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveAnswer } from '../../../../src/lib/charts/derived/derive.ts';
import type { CubeAnswer } from '../../../../src/lib/cube/types.ts';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { loadPackageTables } from '../../engine/loaded.ts';
import { connectNode } from '../../../../src/lib/engine/duckdb/node.ts';
import { explore } from '../../../../src/lib/ui/explore/explore.ts';
import { derivationOf, specOf } from '../../../../src/lib/ui/explore/spec.ts';
import { sqlOf } from '../../../../src/lib/ui/explore/sql.ts';
import type { ExploreState, Question } from '../../../../src/lib/ui/explore/state.ts';
import { answerFrom, timeName, type ExploreTable } from '../../../../src/lib/ui/explore/table.ts';
import { defaultPackage } from './packageTables.ts';

let connection: SqlConnection;
let tables: ExploreTable[];

beforeAll(async () => {
	const { resources, explorable } = await defaultPackage();
	tables = explorable;
	const files: Record<string, Uint8Array> = {};
	for (const each of resources)
		files[each.name] = new Uint8Array(await readFile(path.resolve('data', each.path)));
	connection = await connectNode();
	await loadPackageTables(connection, resources, files);
}, 60_000);

afterAll(() => connection.close());

function ask(
	name: string,
	state: Partial<ExploreState>
): { question: Question; answer: CubeAnswer; table: ExploreTable } {
	const table = tables.find(({ resource }) => resource.name === name);
	if (!table) throw new Error(`No table is called ${name}.`);
	const { question, left } = explore({ values: {}, ...state }, table);
	expect(left).toEqual([]);
	const found = answerFrom(table, specOf(table, question).query);
	if (found.refused) throw new Error(found.reason);
	const derivation = derivationOf(question);
	const answer = derivation ? deriveAnswer(found, timeName(table), derivation) : found;
	return { question, answer, table };
}

const round = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : null);

/** The figures of an answer by their key, those without a number left out. */
function figures({ answer }: { answer: CubeAnswer }, fields: string[]): Record<string, number | null> {
	return Object.fromEntries(
		answer.rows
			.filter(({ value }) => value !== null)
			.map(({ key, value }) => [fields.map((field) => String(key[field])).join(' '), round(value)])
	);
}

async function plain(sql: string, fields: string[]): Promise<Record<string, number | null>> {
	const rows = await connection.run(sql);
	return Object.fromEntries(
		rows.map((row) => [fields.map((field) => String(row[field])).join(' '), round(row['figure'])])
	);
}

describe('what the builder shows', () => {
	it('as counts of labor cases in a few states is what plain SQL finds', async () => {
		const found = ask('states_by_year', {
			measure: 'cases',
			by: 'usps',
			values: { usps: ['CA', 'TX', 'NY'], form: ['all'] },
			form: 'line',
			from: '2013',
			to: '2016'
		});
		const expected = await plain(
			`SELECT usps, year, value AS figure FROM states_by_year WHERE measure = 'cases' AND form = 'all'
			AND channel = 'all' AND usps IN ('CA', 'TX', 'NY') AND year BETWEEN 2013 AND 2016 AND value IS NOT NULL`,
			['usps', 'year']
		);
		expect(Object.keys(expected).length).toBeGreaterThanOrEqual(12);
		expect(figures(found, ['usps', 'year'])).toEqual(expected);
	});

	it('as an index to 2012 of states with 100 calls or more is what plain SQL finds', async () => {
		const found = ask('states_by_year', {
			measure: 'cases',
			panels: 'usps',
			by: '',
			show: 'index',
			base: '2012',
			to: '2016',
			least: { count: 100, measure: 'calls' }
		});
		const expected = await plain(
			`WITH cases AS (SELECT * FROM states_by_year WHERE measure = 'cases' AND form = 'all' AND channel = 'all'),
			kept AS (SELECT usps FROM states_by_year WHERE measure = 'calls' AND form = 'all' AND channel = 'all'
				AND value IS NOT NULL GROUP BY usps HAVING arg_max(value, year) >= 100)
			SELECT c.usps, c.year, 100.0 * c.value / b.value AS figure FROM cases c
			JOIN cases b ON b.usps = c.usps AND b.year = 2012 AND b.value >= 100
			JOIN kept k ON k.usps = c.usps WHERE c.year <= 2016 AND c.value IS NOT NULL`,
			['usps', 'year']
		);
		expect(Object.keys(expected).length).toBeGreaterThan(10);
		expect(figures(found, ['usps', 'year'])).toEqual(expected);
	});

	it('as a change from the year before is what plain SQL finds', async () => {
		const found = ask('states_by_year', {
			measure: 'calls',
			by: 'usps',
			values: { usps: ['CA', 'VT', 'WY'] },
			show: 'change',
			to: '2016'
		});
		const expected = await plain(
			`SELECT n.usps, n.year, 100.0 * (n.value::DOUBLE / b.value - 1) AS figure FROM states_by_year n
			JOIN states_by_year b USING (usps, measure, form, channel) WHERE b.year = n.year - 1 AND measure = 'calls'
			AND form = 'all' AND channel = 'all' AND usps IN ('CA', 'VT', 'WY') AND n.year <= 2016
			AND n.value >= 20 AND b.value >= 20`,
			['usps', 'year']
		);
		expect(Object.keys(expected).length).toBeGreaterThan(5);
		expect(figures(found, ['usps', 'year'])).toEqual(expected);
	});

	it('as a share of all cases is what plain SQL finds', async () => {
		const found = ask('types_by_year', { by: 'form', unit: 'cases', basis: 'hotline', show: 'share' });
		const expected = await plain(
			`SELECT t.form, t.year, 100.0 * t.value / n.value AS figure FROM types_by_year t
			JOIN national_by_year n ON n.year = t.year AND n.measure = 'cases' AND n.basis = 'hotline'
			WHERE t.unit = 'cases' AND t.basis = 'hotline'`,
			['form', 'year']
		);
		expect(Object.keys(expected).length).toBeGreaterThan(15);
		expect(figures(found, ['form', 'year'])).toEqual(expected);
	});

	it('as a sum over forms is what plain SQL finds, and nothing where a form is not published', async () => {
		const found = ask('types_by_year', { by: '', unit: 'cases', basis: 'hotline', values: { form: [''] } });
		const expected = await plain(
			`SELECT year, sum(value) AS figure FROM types_by_year WHERE unit = 'cases' AND basis = 'hotline'
			GROUP BY year HAVING count(value) = 4`,
			['year']
		);
		expect(Object.keys(expected).length).toBeGreaterThan(2);
		expect(figures(found, ['year'])).toEqual(expected);
		expect(found.answer.rows.some(({ value }) => value === null)).toBe(true);
	});
});

describe('the question in SQL', () => {
	it.each<[string, Partial<ExploreState>]>([
		['states_by_year', { measure: 'calls', by: 'usps', form: 'tile-map' }],
		['gender_by_year', { by: 'gender', panels: 'year' }],
		['types_by_year', { by: 'form', unit: 'victims' }],
		['national_by_year', { measure: 'cases' }]
	])('of %s %j runs, and finds the same figures', async (name, state) => {
		const { answer, table } = ask(name, state);
		const rows = await connection.run(sqlOf(table, answer.query, 'count'));
		const value = table.resource.schema.fields.find(({ role }) => role === 'value')?.name ?? '';
		const found = rows.map((row) => round(row[value])).filter((each) => each !== null);
		const expected = answer.rows.map((row) => round(row.value)).filter((each) => each !== null);
		expect(found.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
		expect(found.length).toBeGreaterThan(3);
	});

	it('says that it gives the counts where the chart shows something else, and runs', async () => {
		const { answer, table } = ask('national_by_year', { measure: 'cases', show: 'index', base: '2015' });
		const sql = sqlOf(table, answer.query, 'index');
		expect(sql).toMatch(/^-- These are the counts\. [^\n]*\nSELECT /);
		expect(await connection.run(sql)).toHaveLength(answer.rows.length);
		expect(sqlOf(table, answer.query, 'count')).toMatch(/^SELECT /);
	});

	it('quotes what strangers wrote', () => {
		const { table, answer } = ask('types_by_year', { by: 'form', unit: 'cases' });
		const resource = structuredClone(table.resource);
		const form = resource.schema.fields.find(({ name }) => name === 'form');
		form?.categories?.push({ value: "it's; DROP", label: 'x' });
		const query = { ...answer.query, filters: { form: ["it's; DROP"] } };
		expect(sqlOf({ ...table, resource, resources: [resource] }, query, 'count')).toContain(
			"\"form\" = 'it''s; DROP'"
		);
	});
});
