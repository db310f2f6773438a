import { rawBytes } from '$engine/engine.json';
import wasmUrl from '$engine/duckdb-eh.wasm?url';
import { resourcesWithBreaks } from '../../cube/index.ts';
import { inLanguage, withTranslations } from '../../package/index.ts';
import type { DataPackage } from '../../package/types.ts';
import { LANGUAGE, LANGUAGE_PATH } from '../../words/language.ts';
import { createSqlSession } from '../sql/session.ts';
import type { SqlSession } from '../sql/types.ts';
import { OPEN_CONFIG, rowsOf, type SqlConnection } from './connection.ts';
import { download } from './download.ts';
import { createDuckDBEngine, type DuckDBEngine } from './engine.ts';
import { EngineFailure } from './failure.ts';
import { browserDriver } from './browserDriver.ts';
import { guarded } from './guard.ts';
import { loadPackageTables } from './load.ts';
import { COMPILING_AT_MOST, Silence, SILENCE_AT_MOST } from './silence.ts';
import { Work } from './work.ts';
import { isWorkerMessage } from './worker-messages.ts';

/** Bytes of the module and the tables; the total grows where the size of a table is not declared. */
interface EngineProgress {
	loaded: number;
	total: number;
}

/** What opening the database in a browser needs and tells. */
interface OpenOptions {
	/** Where `datapackage.json` and the CSVs lie, without a slash at the end. */
	data: string;
	signal: AbortSignal;
	onProgress: (progress: EngineProgress) => void;
	/** The worker died after it was ready, or did not answer in time. */
	onCrash: (failure: EngineFailure) => void;
}

function checkBrowser(): void {
	if (typeof WebAssembly === 'undefined' || !('instantiateStreaming' in WebAssembly)) {
		throw new EngineFailure('no-wasm');
	}
	if (typeof Worker === 'undefined') throw new EngineFailure('no-worker');
}

/** Loads the descriptor and all tables, counting their bytes. */
async function fetchPackage(options: OpenOptions, onBytes: (loaded: number, expected: number) => void) {
	const { data, signal } = options;
	const ignore = () => onBytes(0, 0);
	const text = await download(`${data}/datapackage.json`, { signal, onBytes: ignore });
	const descriptor = withTranslations(JSON.parse(new TextDecoder().decode(text)));
	const pkg = inLanguage(descriptor as DataPackage, LANGUAGE);
	const csv: Record<string, Uint8Array> = {};
	await Promise.all(
		pkg.resources.map(async ({ name, bytes }) => {
			onBytes(0, bytes ?? 0);
			csv[name] = await download(`${data}/${name}.csv`, {
				signal,
				expected: bytes,
				onBytes: (count) => onBytes(count, bytes === undefined ? count : 0)
			});
		})
	);
	return { resources: resourcesWithBreaks(pkg), csv };
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
 * Starts DuckDB in a worker and loads every table of the site's package into it.
 * @throws EngineFailure in words for a reader; the reason of the signal if it aborts
 */
export async function openDuckDBBrowser(options: OpenOptions): Promise<OpenedDuckDB> {
	checkBrowser();
	const stop = new AbortController();
	const signal = AbortSignal.any([options.signal, stop.signal]);
	const silence = new Silence();
	const progress = { module: 0, tables: 0, expected: rawBytes };
	const tell = () => {
		silence.heard();
		const loaded = progress.module + progress.tables;
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
	const open = async () => {
		const [{ connection, driver }, { resources, csv }] = await Promise.all([
			connectBrowser(worker, work),
			fetchPackage({ ...options, signal }, (loaded, expected) => {
				progress.tables += loaded;
				progress.expected += expected;
				tell();
			})
		]);
		const rows = await loadPackageTables(connection, resources, csv);
		const engine = createDuckDBEngine(connection, resources, rows);
		return { engine, session: createSqlSession(driver, resources) };
	};
	try {
		const { engine, session } = await Promise.race([open(), failure, silence.broken, aborted]);
		const { onCrash } = options;
		const isBusy = () => work.isUnderWay;
		return { engine: guarded(engine, { crashed: failure, onCrash, isBusy }), session };
	} catch (error) {
		worker.terminate();
		stop.abort(error);
		throw error;
	} finally {
		silence.end();
	}
}
