import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { connectNode } from '../../../../src/lib/engine/duckdb/node.ts';
import type { SqlResult } from '../../../../src/lib/engine/sql/types.ts';
import { codeOfResult } from '../../../../src/lib/outputs/code/resultCode.ts';
import { loadPackage, type LoadedPackage } from '../../../../src/lib/server/package.ts';
import { shapeFault } from './shape.ts';

const SITE = 'https://example.org/data/v1.2.3';

function resultOf(sql: string, part: Partial<SqlResult> = {}): SqlResult {
	const warnings = [
		{ kind: 'withheld', table: 't', field: 'f', text: 'Two withheld,\nnot in "this" sum.' } as const
	];
	return {
		sql,
		columns: [],
		rows: [],
		cut: false,
		isHeavy: false,
		shortened: 0,
		elapsed: 0,
		warnings,
		own: [],
		made: [],
		...part
	};
}

describe('programs of a reader’s SQL', () => {
	let loaded: LoadedPackage;
	let database: SqlConnection;

	beforeAll(async () => {
		loaded = await loadPackage();
		database = await connectNode();
		for (const [name, bytes] of Object.entries(loaded.files))
			await database.addFile(`upload/${name}.csv`, bytes);
	});
	afterAll(() => database.close());

	const codeFor = (sql: string, part: Partial<SqlResult> = {}) =>
		codeOfResult({
			result: resultOf(sql, part),
			resources: loaded.resources,
			addressOf: (table) => `${SITE}/${table}.csv`,
			caveats: ['A caveat']
		});

	const SQL = `SELECT n.year, n.value, s.title -- "why"
FROM National_by_year AS n JOIN sources AS s USING (source_id)
WHERE measure = 'cases' AND basis = 'hotline' AND year = 2016;`;

	it('run in DuckDB over the published files, and give the same', async () => {
		const statements = codeFor(SQL).duckdb.replaceAll(SITE, 'upload').split('\n;\n');
		const results = [];
		for (const statement of statements.slice(0, -1)) results.push(await database.run(statement));
		expect(results.at(-1)).toMatchObject([{ year: 2016, value: 7572 }]);
	});

	it('make a view of each table that is named, and of no other', () => {
		const { r, python, duckdb } = codeFor(SQL);
		for (const program of [r, python, duckdb]) {
			expect(program.match(/CREATE VIEW/g)).toHaveLength(2);
			expect(program).toContain('A caveat');
			expect(program).toMatch(/^(#|--) Warning: Two withheld,/);
		}
	});

	it('make the views and macros of the reader first, over the files that they read', async () => {
		const made = ['CREATE TEMP VIEW made_here AS SELECT value FROM national_by_year WHERE year = 2016'];
		const { r, duckdb } = codeFor('SELECT count(*) > 0 AS found FROM made_here', { made });
		expect(r.indexOf('CREATE TEMP VIEW made_here')).toBeLessThan(r.indexOf('SELECT count'));
		const statements = duckdb.replaceAll(SITE, 'upload').split('\n;\n').slice(0, -1);
		// The other program of this database has made the same view of the file.
		const results = [];
		for (const text of statements)
			results.push(await database.run(text.replace(/CREATE VIEW/, 'CREATE OR REPLACE VIEW')));
		expect(results.at(-1)).toEqual([{ found: true }]);
	});

	it('say which tables are files of the reader', () => {
		expect(codeFor('SELECT * FROM mine', { own: ['mine'] }).r).toContain('mine is a file of your own');
	});

	it.each(["SELECT 'it''s \"a\" \\' AS a", 'SELECT 1 -- \\', 'SELECT """" , \'`\'', 'SELECT 1\r\n, 2'])(
		'hold %j as text',
		(sql) => {
			const { r, python } = codeFor(sql);
			expect(shapeFault(r, '#', '"`')).toBe('');
			expect(shapeFault(python, '#', '"')).toBe('');
		}
	);
});
