import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { loadPackageTables } from '../../../../src/lib/engine/duckdb/load.ts';
import { connectNodeForSql } from '../../../../src/lib/engine/duckdb/node.ts';
import { Stuck, type SqlDriver } from '../../../../src/lib/engine/sql/driver.ts';
import { SqlError } from '../../../../src/lib/engine/sql/failure.ts';
import { LastingSession } from '../../../../src/lib/engine/sql/lasting.ts';
import { createSqlSession } from '../../../../src/lib/engine/sql/session.ts';
import type { OwnTable, SqlSession } from '../../../../src/lib/engine/sql/types.ts';
import { FILES, RESOURCES } from '../fixture.ts';

let session: SqlSession;
let driver: SqlDriver;
let connection: SqlConnection;

beforeAll(async () => {
	({ connection, driver } = await connectNodeForSql());
	await loadPackageTables(connection, RESOURCES, FILES);
	session = createSqlSession(driver, RESOURCES);
}, 60_000);

const run = (sql: string, limit = 1000) => session.run(sql, { limit, signal: new AbortController().signal });

async function failure(sql: string): Promise<SqlError> {
	const error: unknown = await run(sql).catch((reason: unknown) => reason);
	if (!(error instanceof SqlError)) throw new Error(`No SqlError: ${String(error)}`);
	return error;
}

function own(csv: string, rest: Partial<OwnTable> = {}): OwnTable {
	const columns: OwnTable['columns'] = [
		{ name: 'code', type: 'VARCHAR' },
		{ name: 'count', type: 'BIGINT' }
	];
	return { name: 'mine', file: 'mine.csv', columns, rows: 2, csv: new Blob([csv]), ...rest };
}

describe('a session of SQL', () => {
	it('knows the tables of the package with their columns', async () => {
		const tables = await session.tables();
		expect(tables.map(({ name }) => name)).toEqual(RESOURCES.map(({ name }) => name));
		expect(tables[0]).toMatchObject({
			isOwn: false,
			columns: expect.arrayContaining([{ name: 'year', type: 'INTEGER' }])
		});
	});

	it.each([
		['SELECT 42 AS n', 42],
		['SELECT 9007199254740993::BIGINT', '9007199254740993'],
		['SELECT 9007199254740991::BIGINT', 9007199254740991],
		['SELECT 12.50::DECIMAL(9, 2)', 12.5],
		['SELECT 1234567890123456789.25::DECIMAL(30, 2)', '1234567890123456789.25'],
		[`SELECT DATE '2020-01-31'`, '2020-01-31'],
		[`SELECT TIMESTAMP '2020-01-31 10:00:00'`, '2020-01-31 10:00:00'],
		['SELECT [1, 2]', '[1, 2]'],
		[`SELECT {'a': 1}`, `{'a': 1}`],
		[`SELECT '\\xAA'::BLOB`, '\\xAA'],
		['SELECT true', 'true'],
		['SELECT NULL', null],
		[`SELECT 'NaN'::DOUBLE`, 'NaN'],
		[`SELECT '<b>é'`, '<b>é']
	])('gives %s as it is', async (sql, cell) => {
		expect((await run(sql)).rows).toEqual([[cell]]);
	});

	it('names columns as the statement does, each once', async () => {
		const { columns } = await run('SELECT 1 AS a, 2.5::DOUBLE AS a, 3');
		expect(columns).toEqual([
			{ name: 'a', type: 'INTEGER' },
			{ name: 'a_1', type: 'DOUBLE' },
			{ name: '3', type: 'INTEGER' }
		]);
	});

	it('stops at the limit and says so, in the order that was asked for', async () => {
		const cut = await run('SELECT i FROM range(1000000) AS r(i) ORDER BY i DESC; -- the last ones', 3);
		expect(cut).toMatchObject({ cut: true, rows: [[999999], [999998], [999997]] });
		expect((await run('SELECT i FROM range(3) AS r(i)', 3)).cut).toBe(false);
	});

	it.each([
		'FROM genders',
		'VALUES (1), (2)',
		'TABLE genders',
		'(SELECT 1)',
		'WITH a AS (SELECT 1 AS n) FROM a',
		'PIVOT genders ON gender USING max(value) GROUP BY year',
		'DESCRIBE genders',
		'SHOW TABLES',
		'SUMMARIZE genders',
		'EXPLAIN SELECT 1',
		`/* first */ SELECT ';' AS a; ; -- last`
	])('runs %s', async (sql) => {
		const result = await run(sql);
		expect(result.rows.length).toBeGreaterThan(0);
		expect(result.rows[0]).toHaveLength(result.columns.length);
		expect(result.warnings).toEqual([]);
	});

	it.each([
		['SELECT 1,\n\tyaer FROM genders', { line: 2, column: 2, from: 11, to: 15 }],
		[`SELECT 'é', yaer FROM genders`, { line: 1, column: 13 }],
		['SELEC 1', { line: 1, column: 1 }],
		['SELECT * FROM nowhere', { line: 1, column: 15, to: 21 }],
		['SELECT 1; SELECT 2', { line: 1, column: 11 }],
		[`SELECT\nCAST(gender AS INTEGER) FROM genders`, { line: 2, column: 1 }]
	])('says where %j is wrong', async (sql, place) => {
		expect((await failure(sql)).place).toMatchObject(place);
	});

	it.each([
		['', 'nothing to run'],
		['-- only words', 'nothing to run'],
		['SELECT 1; DROP TABLE genders', 'one statement at a time'],
		['SELECT 1) AS x; DROP TABLE genders; SELECT (1', 'one statement at a time'],
		['SELECT 1) UNION (SELECT 2', 'syntax error'],
		['DROP TABLE genders', 'only reads'],
		['UPDATE genders SET value = 0', 'only reads'],
		['WITH a AS (SELECT 1 AS n) UPDATE genders SET value = 0', 'only reads'],
		['WITH a AS (SELECT 1 AS n) INSERT INTO genders (value) SELECT n FROM a', 'only reads'],
		['EXPLAIN ANALYZE DELETE FROM genders', 'only reads'],
		['COMMIT', 'only reads'],
		['ROLLBACK', 'only reads'],
		['SET threads = 2', 'only reads'],
		['PRAGMA version', 'only reads'],
		[`ATTACH 'x.db'`, 'only reads'],
		[`COPY genders TO 'x.csv'`, 'only reads'],
		['INSTALL json', 'only reads'],
		['LOAD json', 'only reads'],
		['CALL pragma_version()', 'only reads'],
		['CREATE TABLE x AS SELECT 1', 'Tables cannot be made'],
		['CREATE MACRO sum(x) AS 42', 'Tables cannot be made'],
		['CREATE TEMP MACRO sum(x) AS 42', 'has a function called sum'],
		['CREATE OR REPLACE TEMP MACRO "SUM"(x) AS 42', 'has a function called sum'],
		[`SELECT * FROM read_csv('https://example.com/x.csv')`, 'no files, no addresses'],
		[`SELECT * FROM read_text('/etc/passwd')`, 'no files, no addresses'],
		[`SELECT * FROM 'https://example.com/x.parquet'`, 'does not exist'],
		[`SELECT json_object('a', 1)`, 'belongs to an extension']
	])('refuses %s in words', async (sql, words) => {
		const { message } = await failure(sql);
		expect(message.toLowerCase()).toContain(words.toLowerCase());
		expect(message).not.toContain('exception_');
	});

	it('leaves the tables of the package as they were, whatever was tried', async () => {
		const before = await connection.run('SELECT * FROM genders');
		expect(before).toHaveLength(3);
		await failure('WITH a AS (SELECT 1) DELETE FROM genders');
		await failure('CREATE OR REPLACE TABLE genders AS SELECT 1');
		await run('CREATE OR REPLACE TEMP VIEW genders AS SELECT 0 AS value');
		expect((await run('FROM genders')).rows).toEqual([[0]]);
		expect(await connection.run('SELECT * FROM genders')).toEqual(before);
		await driver.run('DROP VIEW temp.genders');
	});

	it('follows views and macros of the reader, and warns of what they hide', async () => {
		await run('CREATE TEMP VIEW hidden AS SELECT value AS n FROM genders');
		await run('CREATE TEMP MACRO together(x) AS sum(x)');
		const { rows, warnings } = await run('SELECT together(n) FROM hidden');
		expect(rows).toEqual([[7388]]);
		expect(warnings).toMatchObject([{ kind: 'non-additive', table: 'genders', field: 'gender' }]);
	});

	it('stops before it starts when it is asked to', async () => {
		const signal = AbortSignal.abort(new Error('enough'));
		await expect(session.run('SELECT 1', { limit: 1, signal })).rejects.toThrow('enough');
		expect((await run('SELECT 1')).rows).toEqual([[1]]);
	});
});

describe('own tables', () => {
	it('join with those of the package, keep what they are, and go', async () => {
		await session.addTable(own('code,count\n007,2016\n"a ""b"", c",\n'));
		expect((await run('FROM mine')).rows).toEqual([
			['007', 2016],
			['a "b", c', null]
		]);
		const joined = await run('SELECT g.gender FROM mine m JOIN genders g ON g.year = m.count ORDER BY 1');
		expect(joined.rows).toEqual([['female'], ['male'], ['minorities']]);
		expect((await session.tables()).find(({ name }) => name === 'mine')).toMatchObject({ isOwn: true });
		await session.dropTable('mine');
		expect((await failure('FROM mine')).message).toContain('mine');
	});

	it('never take the place of one of the package, nor lose rows', async () => {
		await expect(session.addTable(own('code,count\na,1\n', { name: 'genders' }))).rejects.toThrow('genders');
		await session.dropTable('genders');
		expect((await run('FROM genders')).rows).toHaveLength(3);
		await expect(session.addTable(own('code,count\na,1\n', { rows: 2 }))).rejects.toThrow('Only 1 of 2 rows');
	});
});

describe('a session that outlives its database', () => {
	it('starts the database again when it is stuck, and loads own tables again', async () => {
		const stuck: SqlSession = {
			tables: async () => [],
			run: () => Promise.reject(new Stuck()),
			addTable: vi.fn(async () => {}),
			dropTable: async () => {}
		};
		const fresh = { ...stuck, addTable: vi.fn(async () => {}) };
		let current = stuck;
		const restart = vi.fn(async () => void (current = fresh));
		const lasting = new LastingSession({ live: async () => current, restart });
		const table = own('code,count\na,1\n');
		await lasting.addTable(table);
		const options = { limit: 1, signal: new AbortController().signal };
		const error: unknown = await lasting.run('SELECT 1', options).catch((reason: unknown) => reason);
		expect(error).toMatchObject({ kind: 'restarted', message: expect.stringContaining('own tables') });
		expect(restart).toHaveBeenCalledOnce();
		await lasting.tables();
		expect(fresh.addTable).toHaveBeenCalledWith(table);
	});
});
