import { m } from '../../words/index.ts';
import { Stuck } from './driver.ts';
import { SqlError } from './failure.ts';
import type { OwnTable, SqlSession } from './types.ts';

/** A database that can be started and started again. */
interface Restartable {
	/** The session of the database that runs now; starts it if need be. */
	live: () => Promise<SqlSession>;
	/** Ends the database whatever it does, and starts it again. */
	restart: () => Promise<void>;
	/** Told of each own table that a new database did not take, and why; it is forgotten. */
	onLost?: (table: OwnTable, reason: string) => void;
}

/** A session that outlives its database: own tables are loaded again into each new one. */
export class LastingSession implements SqlSession {
	readonly #database: Restartable;
	readonly #own = new Map<string, OwnTable>();
	#known: SqlSession | undefined;
	#loading: Promise<void> = Promise.resolve();

	constructor(database: Restartable) {
		this.#database = database;
	}

	/** The tables that the reader brought. */
	get own(): OwnTable[] {
		return [...this.#own.values()];
	}

	async tables() {
		return (await this.#live()).tables();
	}

	async run(sql: string, options: { limit: number; signal: AbortSignal }) {
		const session = await this.#live();
		return this.#restarting(session.run(sql, options));
	}

	async #restarting<T>(work: Promise<T>): Promise<T> {
		try {
			return await work;
		} catch (error) {
			if (!(error instanceof Stuck)) throw error;
			// Its failure shows as the state of the database.
			this.#database.restart().catch(() => {});
			throw new SqlError(this.#own.size ? m.sql_restarted_own() : m.sql_restarted(), 'restarted');
		}
	}

	async countRows(sql: string, options: { signal: AbortSignal }) {
		const session = await this.#live();
		return this.#restarting(session.countRows(sql, options));
	}

	async addTable(table: OwnTable) {
		const session = await this.#live();
		await session.addTable(table);
		this.#own.set(table.name, table);
	}

	async dropTable(name: string) {
		this.#own.delete(name);
		await (await this.#live()).dropTable(name);
	}

	async #live(): Promise<SqlSession> {
		const session = await this.#database.live();
		if (session !== this.#known) {
			this.#known = session;
			this.#loading = this.#reload(session);
		}
		try {
			await this.#loading;
		} catch (error) {
			// The next statement tries again.
			if (this.#known === session) this.#known = undefined;
			throw error;
		}
		return session;
	}

	async #reload(session: SqlSession): Promise<void> {
		for (const table of [...this.#own.values()]) {
			try {
				await session.addTable(table);
			} catch (error) {
				if (!(error instanceof SqlError)) throw error;
				this.#own.delete(table.name);
				this.#database.onLost?.(table, error.message);
			}
		}
	}
}
