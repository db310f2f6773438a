import type { SqlRow } from '../../../cube/index.ts';
import type { Ask } from './profile.ts';

/** The reader's statement could not be tried out: too slow, too many rows, other rows each time, or an error. */
export class NotTried extends Error {
	override readonly name = 'NotTried';
}

/** Where a statement is run again on changed figures, none of which stay. */
export interface World {
	/** What the reader's statement gives after the change. */
	after(change: string): Promise<SqlRow[]>;
}

/** What a statement's trials may take. */
export interface WorldOptions {
	ask: Ask;
	/** One statement that gives rows, without a semicolon. */
	sql: string;
	columns: number;
	/** Milliseconds for all trials together. */
	budget: number;
	signal: AbortSignal;
}

/** Results with more rows are not compared. */
const ROWS_AT_MOST = 5000;

/** A world in which every trial is a transaction that is rolled back. */
export function openWorld({ ask, sql, columns, budget, signal }: WorldOptions): World {
	const names = Array.from({ length: columns }, (_, index) => `c${index}`).join(', ');
	const statement = `SELECT * FROM (\n${sql}\n) AS result(${names}) LIMIT ${ROWS_AT_MOST + 1}`;
	const until = performance.now() + budget;
	return {
		async after(change) {
			signal.throwIfAborted();
			if (performance.now() > until) throw new NotTried('slow');
			try {
				const rows = await ask(`BEGIN TRANSACTION; ${change}; ${statement}`);
				if (rows.length > ROWS_AT_MOST) throw new NotTried('rows');
				return rows;
			} catch (error) {
				if (error instanceof NotTried) throw error;
				throw new NotTried('error', { cause: error });
			} finally {
				await ask('ROLLBACK');
			}
		}
	};
}
