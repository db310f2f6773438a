import type { SqlRow } from '../../cube/index.ts';

/** A word, sign, text or comment of SQL, as DuckDB cuts it. */
export interface Token {
	/** Where it starts, in UTF-16 units of the text. */
	from: number;
	isComment: boolean;
}

/** A connection to the database that only a reader's SQL uses, so that it does not stand in the way of others. */
export interface SqlDriver {
	/**
	 * Runs statements and gives the rows of the last one, all at once. Without a signal they cannot be stopped.
	 * @throws the signal's reason once the statement has stopped; Stuck if it does not stop
	 */
	run(sql: string, signal?: AbortSignal): Promise<SqlRow[]>;
	/**
	 * Runs one statement and gives its cells row by row, a slice at a time.
	 * @throws the signal's reason once the statement has stopped; Stuck if it does not stop
	 */
	slices(sql: string, signal: AbortSignal): AsyncIterable<unknown[][]>;
	tokens(sql: string): Promise<Token[]>;
	addFile(name: string, bytes: Uint8Array): Promise<void>;
	dropFile(name: string): Promise<void>;
}

/** DuckDB's number for a comment among its tokens. */
const COMMENT = 5;

/** The database does not answer the wish to stop. */
export class Stuck extends Error {
	override readonly name = 'Stuck';
}

/** Reads DuckDB's tokens, whose places are counted in bytes. */
export function tokensOf(sql: string, found: { offsets: number[]; types: number[] }): Token[] {
	const bytes = new TextEncoder().encode(sql);
	const decoder = new TextDecoder();
	const isAscii = bytes.length === sql.length;
	return found.offsets.map((offset, index) => ({
		from: isAscii ? offset : decoder.decode(bytes.subarray(0, offset)).length,
		isComment: found.types[index] === COMMENT
	}));
}
