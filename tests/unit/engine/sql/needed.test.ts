import { describe, expect, it } from 'vitest';
import { SqlError } from '../../../../src/lib/engine/sql/failure.ts';
import { missedBy, neededBy } from '../../../../src/lib/engine/sql/needed.ts';
import { RESOURCES } from '../fixture.ts';

const NAMES = ['calls', 'calls_by_year', 'people'];

describe('the tables that a statement needs', () => {
	it.each([
		['SELECT 1', []],
		['SELECT * FROM people ORDER BY value DESC', ['people']],
		['FROM "People" p, main.calls', ['calls', 'people']],
		['FROM calls_by_year', ['calls', 'calls_by_year']],
		['-- calls are meant\nSELECT 1', ['calls']],
		['DESC people', ['people']],
		['SUMMARIZE calls', ['calls']],
		['SHOW calls', ['calls']],
		['SHOW TABLES', NAMES],
		['/* all */ DESC', NAMES],
		['SELECT * FROM ( -- all of them\n DESC )', NAMES],
		['DESCRIBE SELECT * FROM people', NAMES],
		[`SELECT * FROM query_table('peo' || 'ple')`, NAMES],
		['SELECT table_name FROM information_schema.tables', NAMES],
		['SELECT count(*) FROM duckdb_tables()', NAMES],
		[`SELECT * FROM pragma_table_info('people')`, NAMES],
		['SELECT * FROM U&"peo!0070le" UESCAPE \'!\'', NAMES]
	])('%s', (sql, needed) => {
		expect(neededBy(sql, [], NAMES)).toEqual(needed);
	});

	it('are those of the views and macros that it uses, too', () => {
		expect(neededBy('FROM seen', ['CREATE TEMP VIEW seen AS FROM people'], NAMES)).toEqual(['people']);
		expect(neededBy('FROM seen', ['CREATE TEMP VIEW seen AS SHOW TABLES'], NAMES)).toEqual(NAMES);
	});
});

describe('a statement that failed', () => {
	const unknown = (name: string) =>
		new SqlError(`Catalog Error: Table with name ${name} does not exist!\nDid you mean "x"?`, 'duckdb');
	const names = RESOURCES.map(({ name }) => name);
	const sized = (bytes: number) => RESOURCES.map((each) => ({ ...each, bytes }));

	it('is worth another try with the table that the database does not know', () => {
		expect(missedBy(unknown('Genders'), sized(1e9))).toEqual(['genders']);
	});

	it('is worth all tables of a small package for advice on a name, but not of a large one', () => {
		expect(missedBy(unknown('gendres'), sized(1000))).toEqual(names);
		expect(missedBy(unknown('gendres'), sized(1e6))).toEqual([]);
		expect(missedBy(unknown('gendres'), RESOURCES)).toEqual([]);
		expect(missedBy(new SqlError('Parser Error: syntax error', 'duckdb'), sized(1000))).toEqual([]);
	});
});
