import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { connectNodeForSql } from '../../../../src/lib/engine/duckdb/node.ts';
import { lookAt, writeOut } from '../../../../src/lib/engine/own/tasks.ts';
import type { SqlDriver } from '../../../../src/lib/engine/sql/driver.ts';
import { addOwnTable } from '../../../../src/lib/engine/sql/ownTable.ts';
import { choicesOf, sqlColumns, suggested } from '../../../../src/lib/ui/own/decide.ts';

let driver: SqlDriver;
let connection: SqlConnection;

beforeAll(async () => {
	({ connection, driver } = await connectNodeForSql());
});

afterAll(() => connection.close());

/** Loads a file with what is suggested for it, and asks the database. */
async function ask(text: string, sql: string) {
	const file = new Blob([text]);
	const look = await lookAt(file, { said: {} }, () => undefined);
	const choices = choicesOf(suggested(look));
	const { csv, rows } = await writeOut(file, look, choices, () => undefined);
	await addOwnTable(driver, { name: 't', file: 't.csv', columns: sqlColumns(choices), rows, csv });
	return driver.run(sql);
}

it('DuckDB gets numbers, days, markers, and texts as they are', async () => {
	const text = `fips,day,n,x,note
01,2024-02-29,"1,234",0.5,"=1+1, ""q""
b"
02,,[c],.5, # spaces
,2024-03-01,-7 [p],1e-7,[c]
`;
	expect(await ask(text, 'SELECT fips, CAST(day AS VARCHAR) AS day, n, n_status, x, note FROM t')).toEqual([
		{ fips: '01', day: '2024-02-29', n: 1234, n_status: null, x: 0.5, note: '=1+1, "q"\nb' },
		{ fips: '02', day: null, n: null, n_status: '[c]', x: 0.5, note: ' # spaces' },
		{ fips: null, day: '2024-03-01', n: -7, n_status: '[p]', x: 1e-7, note: '[c]' }
	]);
});

it('what may be personal is not in the database', async () => {
	const text = 'email,state,calls\na@b.org,TX,20\nc@d.org,UT,30\n';
	expect(await ask(text, 'SELECT * FROM t')).toEqual([
		{ state: 'TX', calls: 20 },
		{ state: 'UT', calls: 30 }
	]);
});

it('a table of one column keeps its empty cells', async () => {
	expect(await ask('n\n1\n\n3\n', 'SELECT count(*) AS number, count(n) AS filled FROM t')).toEqual([
		{ number: 3, filled: 2 }
	]);
});
