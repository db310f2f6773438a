import { rawBytes } from '$engine/engine.json';
import wasmUrl from '$engine/duckdb-eh.wasm?url';
import { LANGUAGE_PATH } from '../../words/language.ts';
import { createSqlSession } from '../sql/session.ts';
import type { SqlSession } from '../sql/types.ts';
import { OPEN_CONFIG, rowsOf, type SqlConnection } from './connection.ts';
import { createDuckDBEngine, type DuckDBEngine } from './engine.ts';
import { EngineFailure } from './failure.ts';
import { browserDriver } from './browserDriver.ts';
import { guarded } from './guard.ts';
import { lockDatabase } from './load.ts';
import { COMPILING_AT_MOST, Silence, SILENCE_AT_MOST } from './silence.ts';
import { PackageFiles } from './packageFiles.ts';
import { PackageTables, type TableStates } from './tables.ts';
import { Work } from './work.ts';
import { isWorkerMessage } from './worker-messages.ts';

/** Bytes of the module, the descriptor and the tables that were asked for; a size that is not known counts as it comes. */
interface EngineProgress {
	loaded: number;
	total: number;
}

/** What opening the database in a browser needs and tells. */
interface OpenOptions {
	/** Where `datapackage.json` and the CSVs lie, without a slash at the end. */
	data: string;
	/** Tables that are asked for first, while the module is still on its way. */
	first: readonly string[];
	signal: AbortSignal;
	onProgress: (progress: EngineProgress) => void;
	onTables: (states: TableStates) => void;
	/** The worker died after it was ready, or did not answer in time. */
	onCrash: (failure: EngineFailure) => void;
}

function checkBrowser(): void {
	if (typeof WebAssembly === 'undefined' || !('instantiateStreaming' in WebAssembly)) {
		throw new EngineFailure('no-wasm');
	}
	if (typeof Worker === 'undefined') throw new EngineFailure('no-worker');
}

/** A database that is ready. */
export interface OpenedDuckDB {
	engine: DuckDBEngine;
	/** For a reader's SQL, on a connection of its own. */
	session: SqlSession;
}

/** The module stands once for all languages, with the main one. */
function sharedAddress(address: string): string {
	return LANGUAGE_PATH ? address.replace(`${LANGUAGE_PATH}/_app/`, '/_app/') : address;
}

async function connectBrowser(worker: Worker, work: Work) {
	const duckdb = await import('@duckdb/duckdb-wasm');
	const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
	await database.instantiate(new URL(sharedAddress(wasmUrl), location.href).href);
	await database.open(OPEN_CONFIG);
	const driver = await browserDriver(database, work);
	const connection = await database.connect();
	const sql: SqlConnection = {
		async run(sql, parameters = []) {
			if (parameters.length === 0) return rowsOf(await connection.query(sql));
			const statement = await connection.prepare(sql);
			try {
				return rowsOf(await statement.query(...parameters));
			} finally {
				await statement.close();
			}
		},
		addFile: (name, bytes) => database.registerFileBuffer(name, bytes),
		async dropFile(name) {
			await database.dropFile(name);
		},
		close: () => {
			work.end();
			return database.terminate();
		}
	};
	return { connection: sql, driver };
}

/** The first failure that the worker tells of, by message or by dying. */
function failureOf(worker: Worker, onBytes: (loaded: number) => void, silence: Silence): Promise<never> {
	return new Promise((_, reject) => {
		worker.addEventListener('message', (event: MessageEvent<unknown>) => {
			if (!isWorkerMessage(event.data)) {
				silence.heard(SILENCE_AT_MOST);
				return;
			}
			// duckdb-wasm would warn of a message that it did not ask for.
			event.stopImmediatePropagation();
			if (event.data.engine === 'bytes') {
				if (event.data.isLast) silence.heard(COMPILING_AT_MOST);
				onBytes(event.data.loaded);
			} else reject(new EngineFailure(event.data.kind, event.data.detail));
		});
		worker.addEventListener('error', (event) => {
			const failure = event.message
				? new EngineFailure('broken', event.message)
				: new EngineFailure('missing', 'worker.js');
			reject(failure);
		});
	});
}

/**
 * Starts DuckDB in a worker; each table of the site's package is loaded into it when it is asked for.
 * @throws EngineFailure in words for a reader; the reason of the signal if it aborts
 */
export async function openDuckDBBrowser(options: OpenOptions): Promise<OpenedDuckDB> {
	checkBrowser();
	const stop = new AbortController();
	const signal = AbortSignal.any([options.signal, stop.signal]);
	const silence = new Silence();
	const progress = { module: 0, files: 0, expected: rawBytes };
	const tell = () => {
		silence.heard();
		const loaded = progress.module + progress.files;
		options.onProgress({ loaded, total: Math.max(progress.expected, loaded) });
	};
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	const failure = failureOf(
		worker,
		(loaded) => {
			progress.module = loaded;
			tell();
		},
		silence
	);
	const aborted = new Promise<never>((_, reject) => {
		options.signal.addEventListener('abort', () => reject(options.signal.reason), { once: true });
	});
	const work = new Work(failure);
	const files = new PackageFiles({
		data: options.data,
		signal,
		onBytes: (loaded, expected) => {
			progress.files += loaded;
			progress.expected += expected;
			tell();
		}
	});
	const describe = async () => {
		const resources = await files.resources();
		for (const each of resources) if (options.first.includes(each.name)) files.fetchEarly(each);
		return resources;
	};
	const open = async () => {
		const [{ connection, driver }, resources] = await Promise.all([connectBrowser(worker, work), describe()]);
		await lockDatabase(connection);
		const tables = new PackageTables(connection, resources, {
			bytesOf: (resource) => files.bytesOf(resource),
			onChange: options.onTables
		});
		const session = createSqlSession(driver, resources, {
			has: (name) => tables.has(name),
			load: (names) => work.untilOver(tables.load(names))
		});
		return { engine: createDuckDBEngine(connection, resources, tables), session, tables };
	};
	try {
		const opened = await Promise.race([open(), failure, silence.broken, aborted]);
		const { onCrash } = options;
		const isBusy = () => work.isUnderWay || opened.tables.isBusy;
		const engine = guarded(opened.engine, { crashed: failure, onCrash, isBusy });
		return { engine, session: opened.session };
	} catch (error) {
		worker.terminate();
		stop.abort(error);
		throw error;
	} finally {
		silence.end();
	}
}
