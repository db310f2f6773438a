import type { DuckDBEngine } from './duckdb/engine.ts';
import { asFailure, EngineFailure } from './duckdb/failure.ts';
import type { TableStates } from './duckdb/tables.ts';
import type { SqlSession } from './sql/types.ts';
import type { EngineState } from './types.ts';

/** Parts of `navigator.connection`, which not every browser has. */
interface Connection {
	saveData?: boolean;
	effectiveType?: string;
	type?: string;
}

const SLOW = ['slow-2g', '2g', '3g'];
const IDLE_AT_LATEST_MS = 4000;

const NO_TABLES: TableStates = { rows: {}, loading: [], failed: {} };

/** Whether the reader saves data, or their connection is slow or metered. */
export function savesData(): boolean {
	const connection: Connection = (navigator as Navigator & { connection?: Connection }).connection ?? {};
	if (connection.saveData || connection.type === 'cellular') return true;
	if (SLOW.includes(connection.effectiveType ?? '')) return true;
	return matchMedia('(prefers-reduced-data: reduce)').matches;
}

/**
 * The life of DuckDB in the browser, shown as `<html data-engine>`.
 *
 * `waiting`: not started; where data is saved it stays so until the first need. `loading`, `ready`,
 * `failed`: as `message` says, and `retry` starts again. `off`: the reader turned it off. Nothing of it
 * runs on the server.
 */
export class EngineLifecycle {
	state = $state.raw<EngineState>('waiting');
	/** Bytes of the database and of the tables that were asked for. */
	progress = $state.raw({ loaded: 0, total: 0 });
	/** Which tables are there, on their way, or did not come. */
	tables = $state.raw(NO_TABLES);
	/** Why it failed, in words for a reader. */
	message = $state.raw('');
	#engine: DuckDBEngine | undefined;
	#session: SqlSession | undefined;
	#starting: Promise<void> | undefined;
	#wanted: readonly string[] = [];
	#stop = new AbortController();
	readonly #data: string;

	/** @param data address of the folder with `datapackage.json` and the CSVs, without a slash at the end */
	constructor(data: string) {
		this.#data = data;
	}

	/** DuckDB once it is ready. */
	get engine(): DuckDBEngine | undefined {
		return this.state === 'ready' ? this.#engine : undefined;
	}

	/**
	 * Starts when the main thread is idle; where data is saved, not before `start` is called.
	 * @param wanted tables that the page will ask for, which come before all others
	 */
	whenIdle(wanted: readonly string[] = []): void {
		this.#wanted = wanted;
		void this.load(wanted);
		if (this.state !== 'waiting' || savesData()) return;
		const start = () => {
			if (this.state === 'waiting') void this.start();
		};
		if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: IDLE_AT_LATEST_MS });
		else setTimeout(start, IDLE_AT_LATEST_MS);
	}

	/** Starts now, at the first need; resolves when it is ready or has failed. */
	start(): Promise<void> {
		if (this.state === 'ready') return Promise.resolve();
		if (!this.#starting) {
			const starting = this.#open().finally(() => {
				if (this.#starting === starting) this.#starting = undefined;
			});
			this.#starting = starting;
		}
		return this.#starting;
	}

	/** Starts again after a failure, from the beginning; where only tables did not come, asks for these again. */
	async retry(): Promise<void> {
		if (this.state !== 'ready') return this.start();
		await this.load(Object.keys(this.tables.failed));
	}

	/** Loads tables into a database that is ready; those that do not come show in `tables`. */
	async load(names: readonly string[]): Promise<void> {
		await this.engine?.load(names).catch(() => {});
	}

	/** Ends the database whatever it does, and starts it again. */
	restart(): Promise<void> {
		this.turnOff();
		return this.start();
	}

	/**
	 * The database for a reader's SQL, another one after each start; starts it if need be.
	 * @throws EngineFailure if it cannot be started
	 */
	async session(): Promise<SqlSession> {
		await this.start();
		if (!this.#session) throw new EngineFailure('broken', this.message);
		return this.#session;
	}

	/** Stops the database and keeps it off until `start` is called. */
	turnOff(): void {
		this.#stop.abort(new DOMException('The database was turned off.', 'AbortError'));
		this.#starting = undefined;
		this.#drop();
		this.#become('off');
	}

	async #open(): Promise<void> {
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		this.progress = { loaded: 0, total: 0 };
		this.tables = NO_TABLES;
		this.#become('loading');
		try {
			const { openDuckDBBrowser } = await import('./duckdb/browser.ts');
			const { engine, session } = await openDuckDBBrowser({
				data: this.#data,
				first: this.#wanted,
				signal,
				onProgress: (progress) => (this.progress = progress),
				onTables: (tables) => {
					if (!signal.aborted) this.tables = tables;
				},
				onCrash: (failure) => {
					if (signal.aborted) return;
					this.#drop();
					this.#become('failed', failure.message);
				}
			});
			if (signal.aborted) return void engine.close();
			this.#engine = engine;
			this.#session = session;
			this.#become('ready');
			void this.load(this.#wanted);
		} catch (error) {
			if (signal.aborted) return;
			this.#become('failed', asFailure(error).message);
		}
	}

	#drop(): void {
		void this.#engine?.close();
		this.#engine = undefined;
		this.#session = undefined;
	}

	#become(state: EngineState, message = ''): void {
		this.state = state;
		this.message = message;
		document.documentElement.dataset['engine'] = state;
	}
}
