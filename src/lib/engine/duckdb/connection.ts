import type { Member, SqlRow } from '../../cube/index.ts';

/** A DuckDB, wherever it runs, as loading and answering need it. */
export interface SqlConnection {
	/** Runs one statement with its bound values. Rejects with DuckDB's own words. */
	run(sql: string, parameters?: readonly Member[]): Promise<SqlRow[]>;
	/** Makes bytes readable as a file of that name until they are dropped. */
	addFile(name: string, bytes: Uint8Array): Promise<void>;
	dropFile(name: string): Promise<void>;
	close(): Promise<void>;
}

/** How the database is opened: numbers as JavaScript has them. */
export const OPEN_CONFIG = {
	query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true }
};

/** The part of an Arrow row that is read. */
interface ArrowRow {
	toJSON(): Record<string, unknown>;
}

function plain(cell: unknown): unknown {
	const isVector = typeof cell === 'object' && cell !== null && Symbol.iterator in cell;
	return isVector ? [...(cell as Iterable<unknown>)] : cell;
}

/** Rows of an Arrow table as plain objects, lists as arrays. */
export function rowsOf(table: { toArray(): ArrowRow[] }): SqlRow[] {
	return table
		.toArray()
		.map((row) =>
			Object.fromEntries(Object.entries(row.toJSON()).map(([name, cell]) => [name, plain(cell)]))
		);
}
