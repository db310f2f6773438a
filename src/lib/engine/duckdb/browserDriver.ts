import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { SqlRow } from '../../cube/index.ts';
import { Stuck, tokensOf, type SqlDriver } from '../sql/driver.ts';
import { rowsOf } from './connection.ts';
import type { Work } from './work.ts';

/** Milliseconds that a statement may go on after it was asked to stop. */
const STOP_AT_MOST = 2000;

/** The part of an Arrow batch that is read. */
interface Batch {
	numRows: number;
	numCols: number;
	toArray(): { toJSON(): Record<string, unknown> }[];
	getChildAt(index: number): { get(index: number): unknown } | null;
}

function cellsOf(batch: Batch): unknown[][] {
	const columns = Array.from({ length: batch.numCols }, (_, index) => batch.getChildAt(index));
	return Array.from({ length: batch.numRows }, (_, row) => columns.map((column) => column?.get(row)));
}

/**
 * Settles as the work does; once the signal aborts the database is asked to stop, and rejects with Stuck
 * if it does not.
 */
async function untilStopped<T>(
	work: Promise<T>,
	signal: AbortSignal,
	stop: () => Promise<unknown>
): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let onAbort = () => {};
	const stuck = new Promise<never>((_, reject) => {
		onAbort = () => {
			stop().catch(() => {});
			timer = setTimeout(() => reject(new Stuck()), STOP_AT_MOST);
		};
		if (signal.aborted) onAbort();
		else signal.addEventListener('abort', onAbort, { once: true });
	});
	try {
		return await Promise.race([work, stuck]);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', onAbort);
	}
}

/**
 * A connection of its own for a reader's SQL.
 * @param work what it does, so that others know that they have to wait
 */
export async function browserDriver(database: AsyncDuckDB, work: Work): Promise<SqlDriver> {
	const connection: AsyncDuckDBConnection = await database.connect();
	await connection.query('SET errors_as_json=true');
	async function* batchesOf(sql: string, signal: AbortSignal) {
		signal.throwIfAborted();
		const stop = () => connection.cancelSent();
		const within = <T>(next: () => Promise<T>) => work.during(() => untilStopped(next(), signal, stop));
		const reader = await within(() => connection.send(sql));
		const batches: AsyncIterator<Batch, unknown> = reader[Symbol.asyncIterator]();
		for (;;) {
			const next: IteratorResult<Batch, unknown> = await within(() => Promise.resolve(batches.next()));
			if (next.done) return;
			yield next.value;
		}
	}

	return {
		async run(sql, signal) {
			if (!signal) return work.during(async () => rowsOf(await connection.query(sql)));
			const rows: SqlRow[] = [];
			// A query that is sent works in turns, between which it can be stopped.
			for await (const batch of batchesOf(sql, signal)) rows.push(...rowsOf(batch));
			return rows;
		},
		async *slices(sql, signal) {
			for await (const batch of batchesOf(sql, signal)) yield cellsOf(batch);
		},
		tokens: async (sql) => tokensOf(sql, await work.during(() => database.tokenize(sql))),
		addFile: (name, bytes) => work.during(() => database.registerFileBuffer(name, bytes)),
		async dropFile(name) {
			await work.during(() => database.dropFile(name));
		}
	};
}
