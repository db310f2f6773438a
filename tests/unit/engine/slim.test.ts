import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlConnection } from '../../../src/lib/engine/duckdb/connection.ts';
import { loadPackageTables } from './loaded.ts';
import { connectNode, engineFile, stockEngineFile } from '../../../src/lib/engine/duckdb/node.ts';
import { FILES, RESOURCES } from './fixture.ts';

const QUERIES: Record<string, string> = {
	join: 'SELECT f.year, f.form, n.measure, n.value FROM forms f JOIN national n USING (year, basis) ORDER BY ALL',
	'left join':
		'SELECT * FROM forms f LEFT JOIN genders g ON f.year = g.year AND f.value > g.value ORDER BY ALL',
	'as-of join':
		'SELECT n.year, n.value, f.value FROM national n ASOF JOIN forms f ON n.year >= f.year ORDER BY ALL LIMIT 1',
	window:
		'SELECT form, value, rank() OVER w, lag(value) OVER w, avg(value) OVER (PARTITION BY form ORDER BY year ROWS 2 PRECEDING) FROM forms WINDOW w AS (PARTITION BY year ORDER BY value, form) ORDER BY ALL',
	qualify: 'SELECT * FROM genders QUALIFY row_number() OVER (ORDER BY value DESC) <= 2 ORDER BY value',
	pivot: 'PIVOT genders ON gender USING sum(value) GROUP BY year',
	unpivot: 'UNPIVOT genders ON value INTO NAME what VALUE number',
	'recursive CTE':
		'WITH RECURSIVE t(n, f) AS (SELECT 1, 1 UNION ALL SELECT n + 1, f * (n + 1) FROM t WHERE n < 10) SELECT * FROM t',
	quantiles:
		'SELECT median(value), quantile_cont(value, [0.25, 0.75]), quantile_disc(value, 0.9), mode(form), stddev(value) FROM forms',
	rollup:
		'SELECT unit, basis, sum(value), grouping(unit) FROM forms GROUP BY ROLLUP (unit, basis) ORDER BY ALL',
	'grouping sets':
		'SELECT unit, form, count(*) FROM forms GROUP BY GROUPING SETS ((unit), (form), ()) ORDER BY ALL',
	text: `SELECT upper('straße'), regexp_replace('a1b22', '[0-9]+', '#', 'g'), string_split('a,b', ','), strip_accents('é'), format('{:,}', 12345), levenshtein('form', 'farm'), printf('%05.1f', 3.14159), 'abc' SIMILAR TO '[a-c]+', md5('x'), sha256('x')`,
	dates: `SELECT date_trunc('month', DATE '2020-03-15')::VARCHAR, strftime(DATE '2020-03-15', '%d %B %Y'), date_diff('day', DATE '2020-01-01', DATE '2020-03-01'), (DATE '2020-01-31' + INTERVAL 1 MONTH)::VARCHAR, strptime('2020-03', '%Y-%m')::VARCHAR, dayofweek(DATE '2020-03-15')`,
	lists: `SELECT list_transform([1, 2, 3], lambda x: x * 2), list_aggregate([1, 2, 3], 'sum'), {'a': 1, 'b': 'x'}, map(['k'], [1]), unnest(range(3))`,
	casts: `SELECT TRY_CAST('[c]' AS DOUBLE), '1e3'::DOUBLE, 12::DECIMAL(9, 2), 1::HUGEINT, 'true'::BOOLEAN, x::ENUM ('a', 'b') FROM (SELECT 'a' AS x)`,
	sample: 'SELECT count(*) FROM range(100000) t(i) WHERE hash(i) % 7 = 3',
	statistics:
		'SELECT corr(i, i * i), regr_slope(i, i * 2), entropy(i % 3), approx_count_distinct(i) > 900 FROM range(1000) t(i)',
	explain: 'EXPLAIN (FORMAT json) SELECT year, sum(value) FROM forms GROUP BY year',
	describe: 'DESCRIBE forms',
	summarize: 'SELECT column_name, min, max, count FROM (SUMMARIZE genders)',
	'own table': 'CREATE TEMP TABLE own AS SELECT * FROM genders WHERE value > 900; SELECT count(*) FROM own'
};

const REFUSED: Record<string, string> = {
	'a syntax error': 'SELEC 1',
	'an unknown column': 'SELECT nothing FROM forms',
	'an unknown table': 'SELECT * FROM nothing',
	'a bad cast': `SELECT '[c]'::DOUBLE`,
	'a division of text': `SELECT 'a' / 2`,
	'an address': `SELECT * FROM 'https://example.org/a.csv'`,
	'an address by function': `SELECT * FROM read_csv('https://example.org/a.csv')`,
	'another file': `SELECT * FROM read_text('load/forms.csv')`,
	'a way out of the folder': `SELECT * FROM read_text('upload/../load/forms.csv')`,
	'a file to write': `COPY forms TO 'forms.csv'`,
	'another database': `ATTACH 'other.db'`,
	'an extension': 'LOAD icu',
	'a function of an extension': 'SELECT current_date',
	'a change of the lock': 'SET enable_external_access = true'
};

async function connect(wasm: string): Promise<SqlConnection> {
	const connection = await connectNode(wasm);
	await loadPackageTables(connection, RESOURCES, FILES);
	return connection;
}

describe('the slim engine', () => {
	let slim: SqlConnection;
	let stock: SqlConnection;

	beforeAll(async () => {
		expect(existsSync('.cache/engine/duckdb-eh.wasm'), 'npm run engine makes it').toBe(true);
		slim = await connect(engineFile());
		stock = await connect(stockEngineFile());
	}, 60_000);

	afterAll(async () => {
		await slim.close();
		await stock.close();
	});

	it.each(Object.entries(QUERIES))('answers as the stock engine does: %s', async (_, sql) => {
		const expected = await stock.run(sql);
		expect(expected.length).toBeGreaterThan(0);
		expect(JSON.stringify(await slim.run(sql))).toBe(JSON.stringify(expected));
	});

	it.each(Object.entries(REFUSED))('refuses as the stock engine does: %s', async (_, sql) => {
		const told = await stock.run(sql).then(
			(rows) => `no error: ${JSON.stringify(rows)}`,
			(error: Error) => error.message
		);
		expect(told).toMatch(/Error: /);
		if (sql.includes('current_date')) expect(told).toMatch(/not in the catalog/);
		await expect(slim.run(sql)).rejects.toThrow(told);
		expect(await slim.run('SELECT 1 AS one')).toEqual([{ one: 1 }]);
	});

	it('reads and writes what a reader hands over', async () => {
		await slim.addFile('upload/own.csv', new TextEncoder().encode('a,b\n1,x\n2,y\n'));
		expect(await slim.run(`SELECT sum(a) AS total FROM read_csv('upload/own.csv')`)).toEqual([{ total: 3 }]);
	});
});
