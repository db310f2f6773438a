import { describe, expect, it } from 'vitest';
import type { SqlResult } from '../../../../src/lib/engine/sql/types.ts';
import { fileCsv } from '../../../../src/lib/outputs/files/fileCsv.ts';
import { fileJson } from '../../../../src/lib/outputs/files/fileJson.ts';
import { fileMarkdown } from '../../../../src/lib/outputs/files/fileMarkdown.ts';
import { fileParquet } from '../../../../src/lib/outputs/files/fileParquet.ts';
import { fileTsv } from '../../../../src/lib/outputs/files/fileTsv.ts';
import { tableOfResult } from '../../../../src/lib/outputs/files/resultTable.ts';

const WARNING = 'gender_by_year: values over gender must not be added.';
const words = {
	title: 'Figures',
	limits: 'Counts reports, not people.',
	version: '1.2.3',
	asOf: '2026-03-31'
};

function resultOf(part: Partial<SqlResult> = {}): SqlResult {
	return {
		sql: "SELECT year,\n\tsum(value) AS total -- all\nFROM gender_by_year WHERE note <> '=1'",
		columns: [
			{ name: 'year', type: 'INTEGER' },
			{ name: 'total', type: 'DOUBLE' },
			{ name: 'label', type: 'VARCHAR' }
		],
		rows: [
			[2016, 7388, '=1+1'],
			[2017, null, null]
		],
		cut: false,
		isHeavy: false,
		shortened: 0,
		own: [],
		made: [],
		elapsed: 3,
		warnings: [{ kind: 'non-additive', table: 'gender_by_year', field: 'gender', text: WARNING }],
		...part
	};
}

describe('the table of a result', () => {
	it('carries its warnings first, then SQL, limits and version', () => {
		expect(tableOfResult(resultOf(), words).caveats).toEqual([
			`Warning: ${WARNING}`,
			expect.stringMatching(/^SQL: SELECT year,\n/),
			'Limits: Counts reports, not people.',
			'Figures, version 1.2.3, as of 2026-03-31'
		]);
	});

	it('puts them into every form', async () => {
		const table = tableOfResult(resultOf(), words);
		const parquet = new TextDecoder('latin1').decode(await fileParquet(table));
		for (const text of [fileCsv(table), fileJson(table), fileTsv(table), parquet]) {
			for (const part of [WARNING, 'Counts reports, not people.', '1.2.3', 'sum(value)'])
				expect(text).toContain(part);
		}
		const markdown = fileMarkdown(table).replaceAll('\\', '');
		for (const part of [WARNING, 'Counts reports, not people.', 'sum(value)'])
			expect(markdown).toContain(part);
	});

	it('says that rows are missing, and which tables are nobody else’s', () => {
		const { caveats } = tableOfResult(resultOf({ cut: true, own: ['mine'] }), words);
		expect(caveats[1]).toBe('Only the first 2 rows are here; the query gives more.');
		expect(caveats[2]).toContain('mine');
	});

	it('takes types from DuckDB, and text where a number is none', () => {
		const types = (result: SqlResult) => tableOfResult(result, words).columns.map(({ type }) => type);
		expect(types(resultOf())).toEqual(['whole', 'decimal', 'text']);
		expect(types(resultOf({ rows: [['9223372036854775807', Infinity, 'a']] }))).toEqual([
			'text',
			'text',
			'text'
		]);
		expect(
			types(resultOf({ columns: ['DECIMAL(18,3)', 'UBIGINT', 'DATE'].map((type) => ({ name: type, type })) }))
		).toEqual(['decimal', 'whole', 'text']);
	});

	it('holds what made the views of the reader, and says that texts were cut', () => {
		const made = ['CREATE TEMP VIEW seen AS SELECT 999'];
		const { caveats } = tableOfResult(resultOf({ made, shortened: 2 }), words);
		expect(caveats[1]).toBe('Texts cut because they are too long: 2');
		expect(caveats[2]).toContain('SQL: CREATE TEMP VIEW seen AS SELECT 999;\nSELECT year');
	});

	it('gives every column a name of its own', () => {
		const columns = ['a', 'a', '', 'a_2'].map((name) => ({ name, type: 'INTEGER' }));
		const { columns: named } = tableOfResult(resultOf({ columns, rows: [[1, 2, 3, 4]] }), words);
		expect(named.map(({ name }) => name)).toEqual(['a', 'a_3', 'column_3', 'a_2']);
	});
});
