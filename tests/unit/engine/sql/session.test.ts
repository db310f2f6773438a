import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { connectNodeForSql, packageTables } from '../../../../src/lib/engine/duckdb/node.ts';
import type { PackageTables } from '../../../../src/lib/engine/duckdb/tables.ts';
import { Stuck, type SqlDriver } from '../../../../src/lib/engine/sql/driver.ts';
import { SqlError } from '../../../../src/lib/engine/sql/failure.ts';
import { LastingSession } from '../../../../src/lib/engine/sql/lasting.ts';
import { createSqlSession } from '../../../../src/lib/engine/sql/session.ts';
import type { OwnTable, SqlSession } from '../../../../src/lib/engine/sql/types.ts';
import { FILES, RESOURCES } from '../fixture.ts';

let session: SqlSession;
let driver: SqlDriver;
let connection: SqlConnection;
let tables: PackageTables;

beforeAll(async () => {
	({ connection, driver } = await connectNodeForSql());
	tables = await packageTables(connection, RESOURCES, FILES);
	session = createSqlSession(driver, RESOURCES, tables);
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

	it('loads the tables that a statement may read before it runs, and no others', async () => {
		expect(tables.rows).toEqual({});
		await run('SELECT 1 AS genders_not');
		expect(Object.keys(tables.rows)).toEqual(['genders']);
		await run('CREATE TEMP VIEW seen AS SELECT "YEAR" FROM "Survey", (VALUES (1)) AS v("YEAR")');
		expect(Object.keys(tables.rows)).toEqual(['genders', 'survey']);
		await run('CREATE TEMP MACRO flags() AS TABLE SELECT * FROM flagged ORDER BY year DESC');
		expect((await run('FROM flags()')).rows).toHaveLength(8);
		expect((await run('SUMMARIZE places')).rows).not.toHaveLength(0);
		expect(Object.keys(tables.rows)).toEqual(['genders', 'survey', 'flagged', 'places']);
		expect((await run(`FROM query_table('for' || 'ms')`)).rows).toHaveLength(16);
		expect(Object.keys(tables.rows).toSorted()).toEqual(RESOURCES.map(({ name }) => name).toSorted());
	});

	it('knows of each table before it is loaded what it is afterwards', async () => {
		const known = (await session.tables()).filter(({ isOwn }) => !isOwn);
		for (const { name, columns } of known) {
			const told = await run(`DESCRIBE ${name}`);
			expect(told.rows.map(([column, type]) => ({ name: column, type }))).toEqual(columns);
		}
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
		'SUMMARIZE SELECT year FROM genders',
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
		['CREATE TEMP MACRO temp.sum(x) AS 42', 'has a function called sum'],
		['CREATE TEMP MACRO "temp" . "main"."lower"(x) AS 42', 'has a function called lower'],
		['CREATE TEMP MACRO memory.main.Count(x) AS 42', 'has a function called count'],
		['CREATE TEMP VIEW genders AS SELECT 999 AS value', 'called genders already'],
		['CREATE OR REPLACE TEMPORARY VIEW temp."GENDERS" (value) AS SELECT 999', 'called genders already'],
		['CREATE TEMP VIEW IF NOT EXISTS temp.main.genders AS SELECT 999', 'called genders already'],
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
		await tables.load(['genders']);
		const before = await connection.run('SELECT * FROM genders');
		expect(before).toHaveLength(3);
		await failure('WITH a AS (SELECT 1) DELETE FROM genders');
		await failure('CREATE OR REPLACE TABLE genders AS SELECT 1');
		await failure('CREATE OR REPLACE TEMP VIEW genders AS SELECT 0 AS value');
		expect(await connection.run('SELECT * FROM genders')).toEqual(before);
	});

	it('follows views and macros of the reader, and warns of what they hide', async () => {
		await run('CREATE TEMP VIEW hidden AS SELECT value AS n FROM genders');
		await run('CREATE TEMP MACRO together(x) AS sum(x)');
		const { rows, warnings } = await run('SELECT together(n) FROM hidden');
		expect(rows).toEqual([[7388]]);
		expect(warnings).toMatchObject([{ kind: 'non-additive', table: 'genders', field: 'gender' }]);
	});

	it('tells by which views and macros a result came, each after what it uses', async () => {
		await run('CREATE TEMP VIEW upper_one AS SELECT 1 AS n;');
		await run('CREATE TEMP MACRO twice(x) AS 2 * x');
		await run('CREATE OR REPLACE TEMP VIEW lower_one AS SELECT twice(n) AS n FROM upper_one');
		await run('CREATE OR REPLACE TEMP VIEW upper_one AS SELECT 21 AS n');
		const { rows, made } = await run('FROM Lower_One');
		expect(rows).toEqual([[42]]);
		expect(made).toHaveLength(3);
		expect(made.at(-1)).toContain('VIEW lower_one');
		expect(made.join()).toContain('SELECT 21');
		expect((await run('SELECT 1')).made).toEqual([]);
	});

	it('takes a part of very long texts, and no more rows once they are too heavy', async () => {
		const long = await run(`SELECT repeat('x', 3000000) AS t, 1 AS n`);
		expect(long).toMatchObject({ cut: false, shortened: 1 });
		expect(String(long.rows[0]?.[0])).toHaveLength(1_000_000);
		const heavy = await run(`SELECT repeat('x', 900000) || i FROM range(30) AS r(i)`);
		expect(heavy).toMatchObject({ cut: true, isHeavy: true });
		expect(heavy.rows).toHaveLength(28);
	});

	it('counts all rows of a statement', async () => {
		const { signal } = new AbortController();
		expect(await session.countRows('FROM range(123456); -- all', { signal })).toBe(123_456);
	});

	it('guards what SUMMARIZE sums', async () => {
		const { warnings } = await run('SUMMARIZE SELECT sum(value) AS n FROM genders');
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

	it('are told with every result that may stem from them, and are never hidden by a view', async () => {
		await session.addTable(own('code,count\na,1\nb,2\n'));
		expect((await run('SELECT sum(count) FROM Mine')).own).toEqual(['mine']);
		expect((await run(`FROM query_table('mi' || 'ne')`)).own).toEqual(['mine']);
		expect((await run('SELECT 1')).own).toEqual([]);
		expect((await failure('CREATE TEMP VIEW mine AS SELECT 1')).message).toContain('mine');
		await session.dropTable('mine');
		await run('CREATE TEMP VIEW theirs AS SELECT 1');
		await expect(session.addTable(own('', { name: 'Theirs' }))).rejects.toThrow('Theirs');
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
			countRows: async () => 0,
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

	it('goes on without a table that a new database does not take, and tells of it', async () => {
		const session = (addTable: SqlSession['addTable']): SqlSession => ({
			tables: async () => [],
			run: () => Promise.reject(new Error('not asked')),
			countRows: async () => 0,
			addTable,
			dropTable: async () => {}
		});
		let current = session(async () => {});
		const onLost = vi.fn();
		const lasting = new LastingSession({ live: async () => current, restart: async () => {}, onLost });
		const [good, bad] = [own('', { name: 'good' }), own('', { name: 'bad' })];
		for (const table of [bad, good]) await lasting.addTable(table);
		current = session(async ({ name }) => {
			if (name === 'bad') throw new SqlError('Too large.', 'duckdb');
		});
		expect(await lasting.tables()).toEqual([]);
		expect(onLost).toHaveBeenCalledExactlyOnceWith(bad, 'Too large.');
		expect(lasting.own).toEqual([good]);
	});

	it('tries again after a database that ended while tables were loaded', async () => {
		let fails = false;
		const make = (): SqlSession => ({
			tables: async () => [],
			run: () => Promise.reject(new Error('not asked')),
			countRows: async () => 7,
			addTable: async () => {
				if (fails) throw new Error('closed');
			},
			dropTable: async () => {}
		});
		let current = make();
		const lasting = new LastingSession({ live: async () => current, restart: async () => {} });
		await lasting.addTable(own(''));
		[fails, current] = [true, make()];
		await expect(lasting.tables()).rejects.toThrow('closed');
		fails = false;
		expect(await lasting.tables()).toEqual([]);
		expect(lasting.own).toHaveLength(1);
	});
});
