import type { SqlConnection } from '../../../src/lib/engine/duckdb/connection.ts';
import { packageTables } from '../../../src/lib/engine/duckdb/node.ts';
import type { PackageTables } from '../../../src/lib/engine/duckdb/tables.ts';
import type { Resource } from '../../../src/lib/package/types.ts';

/** Locks a database and loads every table of a package into it. */
export async function loadPackageTables(
	connection: SqlConnection,
	resources: Resource[],
	files: Record<string, Uint8Array>
): Promise<PackageTables> {
	const tables = await packageTables(connection, resources, files);
	await tables.load(resources.map(({ name }) => name));
	return tables;
}
