import type { SqlRow } from '../../../cube/index.ts';
import { unsteadyColumns } from './cells.ts';
import type { Ask } from './profile.ts';

/** The reader's statement could not be tried out: too slow, too many rows, other rows each time, or an error. */
export class NotTried extends Error {
	override readonly name = 'NotTried';
}

/** Where a statement is run again on changed figures, none of which stay. */
export interface World {
	/** What the reader's statement gives after the change, without columns in which chance decides. */
	after(change: string): Promise<SqlRow[]>;
	/** The largest numbers of the columns in which chance decides, after the change. */
	chanceAfter(change: string): Promise<Map<string, number>>;
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
	const limit = AbortSignal.any([signal, AbortSignal.timeout(budget)]);
	let unsteady: readonly string[] | undefined;

	const run = async (change: string) => {
		signal.throwIfAborted();
		if (performance.now() > until) throw new NotTried('slow');
		try {
			const rows = await ask(`BEGIN TRANSACTION; ${change}; ${statement}`, limit);
			if (rows.length > ROWS_AT_MOST) throw new NotTried('rows');
			return rows;
		} catch (error) {
			signal.throwIfAborted();
			if (error instanceof NotTried) throw error;
			throw new NotTried('error', { cause: error });
		} finally {
			await ask('ROLLBACK');
		}
	};

	const runTwiceAtFirst = async (change: string) => {
		const rows = await run(change);
		unsteady ??= unsteadyColumns(rows, await run(change));
		if (rows.length && unsteady.length === columns) throw new NotTried('chance');
		return { rows, unsteady };
	};

	return {
		async after(change) {
			const { rows, unsteady: without } = await runTwiceAtFirst(change);
			if (without.length === 0) return rows;
			return rows.map((row) =>
				Object.fromEntries(Object.entries(row).filter(([column]) => !without.includes(column)))
			);
		},
		async chanceAfter(change) {
			const { rows, unsteady: only } = await runTwiceAtFirst(change);
			const largest = (column: string) =>
				rows.reduce((most, row) => Math.max(most, Math.abs(Number(row[column])) || 0), 0);
			return new Map(only.map((column) => [column, largest(column)]));
		}
	};
}
