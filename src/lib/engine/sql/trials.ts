import type { SqlRow } from '../../cube/index.ts';
import { Stuck, type SqlDriver } from './driver.ts';

const END = 'ROLLBACK';

/** What a guard asks of a database beside the reader's own statement; the reader can stop it. */
export class Trials {
	readonly #driver: Pick<SqlDriver, 'run'>;
	#signal: AbortSignal | undefined;
	#stuck: Stuck | undefined;

	constructor(driver: Pick<SqlDriver, 'run'>) {
		this.#driver = driver;
	}

	/**
	 * Does work that the signal stops.
	 * @throws the signal's reason; Stuck if a trial does not stop, whatever became of that error on the way
	 */
	async during<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
		this.#signal = signal;
		try {
			const done = await work();
			if (this.#stuck) throw this.#stuck;
			signal.throwIfAborted();
			return done;
		} finally {
			this.#signal = undefined;
		}
	}

	/**
	 * Runs one of its statements. A transaction is ended though the signal has aborted, unless nothing ends any more.
	 * @param limit stops it too, in place of the reader's signal, of which it must know
	 */
	async run(sql: string, limit = this.#signal): Promise<SqlRow[]> {
		if (this.#stuck) throw this.#stuck;
		try {
			return await this.#driver.run(sql, sql === END ? undefined : limit);
		} catch (error) {
			if (error instanceof Stuck) this.#stuck = error;
			throw error;
		}
	}
}
