import { literal, quoted } from '../../cube/index.ts';
import type { SqlDriver } from './driver.ts';
import { SqlError, sqlErrorOf } from './failure.ts';
import type { OwnTable } from './types.ts';
import { m } from '../../words/index.ts';

/**
 * Loads a table that the reader brought from its CSV, as its columns are declared.
 * @throws SqlError if a cell is of another type or rows are missing
 */
export async function addOwnTable(driver: SqlDriver, { name, columns, csv, rows }: OwnTable): Promise<void> {
	const file = `upload/${name}.csv`;
	await driver.addFile(file, new Uint8Array(await csv.arrayBuffer()));
	const declared = columns.map((column) => `${literal(column.name)}: ${literal(column.type)}`).join(', ');
	try {
		const [created] = await driver.run(
			`CREATE OR REPLACE TABLE main.${quoted(name)} AS SELECT * FROM read_csv(${literal(file)}, auto_detect=false,
	header=true, delim=',', quote='"', escape='"', nullstr='', strict_mode=true, columns={${declared}})`
		);
		const loaded = Number(created?.['Count']);
		if (loaded !== rows) throw new SqlError(m.sql_error_rows({ name, loaded, rows }), 'duckdb');
	} catch (error) {
		throw sqlErrorOf(error, '');
	} finally {
		await driver.dropFile(file);
	}
}
