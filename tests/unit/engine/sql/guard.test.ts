import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { resourcesWithBreaks } from '../../../../src/lib/cube/index.ts';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { loadPackageTables } from '../loaded.ts';
import { connectNode } from '../../../../src/lib/engine/duckdb/node.ts';
import { Guard } from '../../../../src/lib/engine/sql/guard/index.ts';
import { NotTried, openWorld } from '../../../../src/lib/engine/sql/guard/world.ts';
import { readPackage, type Resource } from '../../../../src/lib/package/index.ts';
import { FILES, RESOURCES } from '../fixture.ts';
import { EVASIONS, PLAIN, SETUP, SILENT } from './guard-cases.ts';

const read = async (file: string) => new Uint8Array(await readFile(path.resolve('data', file)));

async function opened(resources: Resource[], files: Record<string, Uint8Array>) {
	const connection = await connectNode();
	await loadPackageTables(connection, resources, files);
	return { connection, guard: new Guard(resources, (sql) => connection.run(sql)) };
}

/** What the guard says of a statement, after it was explained and run. */
async function warnings(at: { connection: SqlConnection; guard: Guard }, sql: string, elapsed = 0) {
	const [explained] = await at.connection.run(`EXPLAIN (FORMAT json)\n${sql}`);
	const columns = (await at.connection.run(`DESCRIBE FROM (\n${sql}\n)`)).length;
	const { signal } = new AbortController();
	return at.guard.warningsOf({ sql, plan: String(explained?.['explain_value']), columns, elapsed, signal });
}

const short = (found: Awaited<ReturnType<typeof warnings>>) =>
	[...new Set(found.map(({ kind, table, field }) => `${kind} ${table}.${field}`))].sort();

describe('the guard of SQL with the default data', () => {
	let at: Awaited<ReturnType<typeof opened>>;

	beforeAll(async () => {
		const { package: pkg } = await readPackage({ read });
		if (!pkg) throw new Error('The default package has faults.');
		const resources = resourcesWithBreaks(pkg);
		const files: Record<string, Uint8Array> = {};
		for (const each of resources) files[each.name] = await read(each.path);
		at = await opened(resources, files);
		for (const statement of SETUP) await at.connection.run(statement);
	}, 60_000);

	it.each([...PLAIN, ...EVASIONS])('warns of %s', async (_, sql, ...expected) => {
		expect(short(await warnings(at, sql))).toEqual([...expected].sort());
	});

	it.each(SILENT)('says nothing about %s', async (_, sql) => {
		expect(await warnings(at, sql)).toEqual([]);
	});

	it('names the table, the dimension and the reason', async () => {
		const [, sql = ''] = PLAIN[1] ?? [];
		const [warning] = await warnings(at, sql);
		expect(warning?.text).toContain('Gender (gender_by_year): values of “Gender” are put together');
		expect(warning?.text).toContain('one case can involve several people');
	});

	it('warns with doubt of a statement that is too slow to be run again, unless it is filtered to one value', async () => {
		const sql = `SELECT sum(value) FROM gender_by_year WHERE form = 'all' AND unit = 'victims' AND year = 2018`;
		const [doubt, ...more] = await warnings(at, sql, 60_000);
		expect(more).toEqual([]);
		expect(doubt).toMatchObject({ kind: 'non-additive', field: 'gender' });
		expect(doubt?.text).toContain('could not be followed');
		const [picked] = await warnings(at, `${sql.replace('sum', 'max')} AND gender <> 'female'`, 60_000);
		expect(picked?.text).toContain('could not be followed');
		expect(await warnings(at, 'SELECT gender, value FROM gender_by_year', 60_000)).toEqual([]);
	});

	it('warns with doubt where chance decides', async () => {
		const found = await warnings(at, 'SELECT sum(value * random()) FROM gender_by_year');
		expect(found.some(({ text }) => text.includes('could not be followed'))).toBe(true);
	});

	it('leaves every figure as it was', async () => {
		const before = await at.connection.run('SELECT * FROM gender_by_year');
		await warnings(at, 'SELECT sum(value) FROM gender_by_year');
		await warnings(at, `SELECT 'x' || sum(value) FROM gender_by_year`);
		expect(await at.connection.run('SELECT * FROM gender_by_year')).toEqual(before);
	});
});

describe('a world of trials', () => {
	it('asks a trial to stop once its time is over', async () => {
		const ask = (sql: string, limit?: AbortSignal) =>
			new Promise<never[]>((resolve, reject) => {
				if (sql === 'ROLLBACK') resolve([]);
				else limit?.addEventListener('abort', () => reject(new Error('stopped')));
			});
		const { signal } = new AbortController();
		const world = openWorld({ ask, sql: 'SELECT 1', columns: 1, budget: 20, signal });
		await expect(world.after('UPDATE t SET v = 1')).rejects.toThrow(NotTried);
	});
});

describe('the guard of SQL where figures are withheld', () => {
	let at: Awaited<ReturnType<typeof opened>>;

	beforeAll(async () => {
		at = await opened(RESOURCES, FILES);
	}, 60_000);

	it('counts what a sum leaves out', async () => {
		const sql = `SELECT year, channel, sum(value) FROM places GROUP BY ALL`;
		const [warning, ...more] = await warnings(at, sql);
		expect(more).toEqual([]);
		expect(warning).toMatchObject({ kind: 'withheld', table: 'places', field: 'value' });
		expect(warning?.text).toContain('1 withheld, not in this sum');
	});

	it.each([
		`SELECT year, channel, sum(value) FROM places WHERE place <> 'AK' GROUP BY ALL`,
		`SELECT place, year, channel, sum(value) FROM places GROUP BY ALL`,
		`SELECT place, channel, value FROM places`,
		`SELECT count(*) FROM places`,
		`SELECT year, channel, sum(value::INTEGER) FROM places WHERE place <> 'AK' GROUP BY ALL`,
		`SELECT year, channel, round(sum(value)) FROM places WHERE place <> 'AK' GROUP BY ALL`,
		`SELECT value FROM places ORDER BY value DESC LIMIT 2`,
		`SELECT place, value > 5 AS many FROM places WHERE value > 1`
	])('says nothing of it where no sum leaves it out: %s', async (sql) => {
		expect(await warnings(at, sql)).toEqual([]);
	});

	it.each([
		`SELECT year, channel, format('{:,}', sum(value)::BIGINT) FROM places GROUP BY ALL`,
		`SELECT year, channel, sum(value) > 10 FROM places GROUP BY ALL`,
		`SELECT year, channel, round(sum(value)) FROM places GROUP BY ALL`,
		`SELECT place, channel, coalesce(value, 0) AS n FROM places`,
		`SELECT coalesce(value, 0) AS n FROM places WHERE place = 'AK'`
	])('finds one behind %s', async (sql) => {
		expect(short(await warnings(at, sql))).toEqual(['withheld places.value']);
	});

	it('finds one that is taken for nothing', async () => {
		const sql = `SELECT sum(coalesce(v, 0)) AS n FROM (SELECT value AS v FROM places WHERE channel = 'text')`;
		expect(short(await warnings(at, sql))).toEqual(['withheld places.value']);
	});
});
