import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Resource } from '../../package/types.ts';
import { tokensOf, type SqlDriver } from '../sql/driver.ts';
import { OPEN_CONFIG, rowsOf, type SqlConnection } from './connection.ts';
import { createDuckDBEngine, type DuckDBEngine } from './engine.ts';
import { EngineFailure } from './failure.ts';
import { lockDatabase } from './load.ts';
import { PackageTables } from './tables.ts';

type Blocking = typeof import('@duckdb/duckdb-wasm/blocking');

const require = createRequire(import.meta.url);

/** Where `npm run engine` leaves the slim build, seen from the project's root. */
const SLIM = '.cache/engine/duckdb-eh.wasm';

/** The build that duckdb-wasm brings along. */
export function stockEngineFile(): string {
	return path.join(path.dirname(require.resolve('@duckdb/duckdb-wasm')), 'duckdb-eh.wasm');
}

/** The slim build where it has been made, else the stock one. */
export function engineFile(): string {
	const slim = path.resolve(SLIM);
	return existsSync(slim) ? slim : stockEngineFile();
}

async function openNode(wasm: string) {
	const duckdb = require('@duckdb/duckdb-wasm/blocking') as Blocking;
	const bundle = { mainModule: wasm, mainWorker: '' };
	const database = await duckdb.createDuckDB(
		{ mvp: bundle, eh: bundle },
		new duckdb.VoidLogger(),
		duckdb.NODE_RUNTIME
	);
	await database.instantiate();
	database.open(OPEN_CONFIG);
	return database;
}

function connectionOf(database: Awaited<ReturnType<typeof openNode>>): SqlConnection {
	const connection = database.connect();
	return {
		async run(sql, parameters = []) {
			if (parameters.length === 0) return rowsOf(connection.query(sql));
			const statement = connection.prepare(sql);
			try {
				return rowsOf(statement.query(...parameters));
			} finally {
				statement.close();
			}
		},
		async addFile(name, bytes) {
			database.registerFileBuffer(name, bytes);
		},
		async dropFile(name) {
			database.dropFile(name);
		},
		async close() {
			connection.close();
			database.reset();
		}
	};
}

/**
 * Opens an empty DuckDB in this process.
 * @param wasm path of the module; it must have been built with WebAssembly exceptions
 */
export async function connectNode(wasm = engineFile()): Promise<SqlConnection> {
	return connectionOf(await openNode(wasm));
}

/** Opens an empty DuckDB with a second connection for a reader's SQL; a statement cannot be stopped. */
export async function connectNodeForSql(): Promise<{ connection: SqlConnection; driver: SqlDriver }> {
	const database = await openNode(engineFile());
	const { run, addFile, dropFile } = connectionOf(database);
	await run('SET errors_as_json=true');
	const driver: SqlDriver = {
		run: (sql) => run(sql),
		addFile,
		dropFile,
		async *slices(sql, signal) {
			signal.throwIfAborted();
			const rows = await run(sql);
			yield rows.map((row) => Object.values(row));
		},
		tokens: async (sql) => tokensOf(sql, database.tokenize(sql))
	};
	return { connection: connectionOf(database), driver };
}

/**
 * Locks a database and lays the tables of a package before it, each of which is loaded when it is asked for.
 * @param csv the bytes of each resource's file, by the resource's name
 */
export async function packageTables(
	connection: SqlConnection,
	resources: readonly Resource[],
	csv: Readonly<Record<string, Uint8Array>>
): Promise<PackageTables> {
	await lockDatabase(connection);
	return new PackageTables(connection, resources, {
		async bytesOf({ name, path: file }) {
			const bytes = csv[name];
			if (!bytes) throw new EngineFailure('missing', file);
			return bytes;
		}
	});
}

/**
 * Opens DuckDB with the tables of a package; it takes about a second, so once a build is enough.
 * @param csv the bytes of each resource's file, by the resource's name
 */
export async function openDuckDBNode(
	resources: Resource[],
	csv: Record<string, Uint8Array>
): Promise<DuckDBEngine> {
	const connection = await connectNode();
	return createDuckDBEngine(connection, resources, await packageTables(connection, resources, csv));
}
