import type { Resource } from '../../package/types.ts';
import { columnsOfTable } from '../duckdb/load.ts';
import type { SqlDriver } from './driver.ts';
import type { SqlTable } from './types.ts';

/** The tables of a package with their columns; they need not be loaded to be known. */
export function describedTables(resources: readonly Resource[]): SqlTable[] {
	return resources.map((resource) => ({
		name: resource.name,
		columns: columnsOfTable(resource).map(({ name, type }) => ({ name, type })),
		isOwn: false
	}));
}

/** The tables in a database that are not of the package: those that the reader brought. */
export async function broughtTables(
	driver: Pick<SqlDriver, 'run'>,
	isPublished: (name: string) => boolean
): Promise<SqlTable[]> {
	const rows = await driver.run(
		`SELECT table_name, column_name, data_type FROM duckdb_columns()
WHERE NOT internal AND schema_name = 'main' AND database_name = current_database() ORDER BY table_oid, column_index`
	);
	const tables = new Map<string, SqlTable>();
	for (const row of rows) {
		const name = String(row['table_name']);
		if (isPublished(name)) continue;
		const table = tables.get(name) ?? { name, columns: [], isOwn: true };
		table.columns.push({ name: String(row['column_name']), type: String(row['data_type']) });
		tables.set(name, table);
	}
	return [...tables.values()];
}
