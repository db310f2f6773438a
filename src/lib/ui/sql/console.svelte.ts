import { SqlError } from '../../engine/sql/failure.ts';
import type { SqlResult, SqlSession } from '../../engine/sql/types.ts';
import { m } from '../../words/index.ts';

/** Rows that a reader may ask for. */
export const LIMITS = [1000, 10_000, 100_000] as const;
const TICK_MS = 100;

/** What the console needs of the page around it. */
interface Surroundings {
	session: SqlSession;
	now: () => number;
	/** A statement is being run: it goes into the address. */
	ran: (sql: string) => void;
}

/** The text of a reader, what became of it, and whether it runs now. */
export class SqlConsole {
	sql = $state('');
	limit = $state<number>(10_000);
	isRunning = $state(false);
	/** Whether it is to stop, and has not yet. */
	isStopping = $state(false);
	/** Milliseconds since it was started. */
	since = $state(0);
	result = $state.raw<SqlResult>();
	/** The number of all its rows, once they were counted. */
	total = $state<number>();
	error = $state.raw<SqlError>();
	/** What a screen reader is told. */
	said = $state('');
	readonly #around: Surroundings;
	#stop: AbortController | undefined;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** Runs the text as it is now; nothing happens while another runs. */
	async run(): Promise<void> {
		const { sql, limit } = this;
		await this.#work(async (signal) => {
			this.#around.ran(sql);
			this.total = undefined;
			this.result = await this.#around.session.run(sql, { limit, signal });
			this.said = this.#saidOf(this.result);
		});
	}

	/** Counts all rows of the statement whose result was cut. */
	async count(): Promise<void> {
		const { result } = this;
		if (!result) return;
		await this.#work(async (signal) => {
			this.total = await this.#around.session.countRows(result.sql, { signal });
			this.said = m.sql_counted({ count: this.total });
		});
	}

	async #work(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
		if (this.isRunning) return;
		const started = this.#around.now();
		const stop = new AbortController();
		this.#stop = stop;
		this.isRunning = true;
		this.since = 0;
		this.error = undefined;
		this.said = m.sql_said_running();
		const timer = setInterval(() => (this.since = this.#around.now() - started), TICK_MS);
		try {
			await work(stop.signal);
		} catch (error) {
			this.#failed(error, stop.signal);
		} finally {
			clearInterval(timer);
			this.isRunning = false;
			this.isStopping = false;
		}
	}

	/** Asks the statement that runs to stop. */
	cancel(): void {
		if (!this.isRunning) return;
		this.isStopping = true;
		this.#stop?.abort(new SqlError(m.sql_cancelled(), 'cancelled'));
	}

	#saidOf({ rows, warnings }: SqlResult): string {
		const told = m.sql_said_rows({ count: rows.length });
		return warnings.length ? `${told} ${m.sql_said_warnings({ count: warnings.length })}` : told;
	}

	#failed(error: unknown, signal: AbortSignal): void {
		const reason: unknown = signal.aborted && !(error instanceof SqlError) ? signal.reason : error;
		this.error =
			reason instanceof SqlError
				? reason
				: new SqlError(reason instanceof Error ? reason.message : String(reason), 'duckdb');
		this.said =
			this.error.kind === 'cancelled'
				? this.error.message
				: m.sql_said_error({ message: this.error.message });
	}
}
