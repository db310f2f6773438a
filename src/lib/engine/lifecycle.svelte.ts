import type { DuckDBEngine } from './duckdb/engine.ts';
import { asFailure, EngineFailure } from './duckdb/failure.ts';
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
	/** Bytes of the database and its tables. */
	progress = $state.raw({ loaded: 0, total: 0 });
	/** Why it failed, in words for a reader. */
	message = $state.raw('');
	#engine: DuckDBEngine | undefined;
	#session: SqlSession | undefined;
	#starting: Promise<void> | undefined;
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

	/** Starts when the main thread is idle; where data is saved, not before `start` is called. */
	whenIdle(): void {
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

	/** Starts again after a failure, from the beginning. */
	retry(): Promise<void> {
		return this.start();
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
		this.#become('loading');
		try {
			const { openDuckDBBrowser } = await import('./duckdb/browser.ts');
			const { engine, session } = await openDuckDBBrowser({
				data: this.#data,
				signal,
				onProgress: (progress) => (this.progress = progress),
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
