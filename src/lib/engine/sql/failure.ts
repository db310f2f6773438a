import { m } from '../../words/index.ts';

/** Where in the text something is wrong, in UTF-16 units. */
export interface Place {
	from: number;
	to: number;
	/** Both start with 1. */
	line: number;
	column: number;
}

/** Why a reader's SQL was not run, or stopped. */
export type SqlErrorKind = 'refused' | 'duckdb' | 'cancelled' | 'restarted';

/** A fault of a reader's SQL in words: DuckDB's own, and what they mean here. */
export class SqlError extends Error {
	override readonly name = 'SqlError';

	constructor(
		message: string,
		readonly kind: SqlErrorKind,
		readonly place?: Place
	) {
		super(message);
	}
}

/** The place of a word in the text. */
export function placeAt(sql: string, at: number): Place {
	const from = Math.max(0, Math.min(at, sql.length));
	const [word = ''] = /^(?:[\p{L}\p{N}_]+|"[^"]*"|'[^']*'|\S)/u.exec(sql.slice(from)) ?? [];
	const before = sql.slice(0, from).split('\n');
	return { from, to: from + word.length, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** What DuckDB tells of an error where it is asked for JSON. */
interface Told {
	exception_type?: string;
	exception_message?: string;
	position?: string;
}

function toldBy(message: string): Told | undefined {
	const start = message.indexOf('{"exception_type"');
	if (start < 0) return undefined;
	try {
		return JSON.parse(message.slice(start)) as Told;
	} catch {
		return undefined;
	}
}

/** What DuckDB's words mean on this site; '' where they stand for themselves. */
function meaning(message: string): string {
	if (/file system operations are disabled|Loading external extensions/i.test(message))
		return m.sql_error_locked();
	if (/exists in the \w+ extension/i.test(message)) return m.sql_error_extension();
	if (/launched in read-only mode/i.test(message)) return m.sql_error_only_reads();
	if (/out of memory|could not allocate/i.test(message)) return m.sql_error_memory();
	return '';
}

/** DuckDB's words without the advice to install what cannot be installed here. */
const shortened = (message: string) => message.split(/\n\nPlease try installing/)[0]?.trim() ?? message;

/**
 * An error of DuckDB in words for a reader, with its place in the reader's own text.
 * @param before what was put before the reader's text
 */
export function sqlErrorOf(error: unknown, sql: string, before = ''): SqlError {
	if (error instanceof SqlError) return error;
	const message = error instanceof Error ? error.message : String(error);
	const told = toldBy(message);
	const words = shortened(told?.exception_message ?? message);
	const type = told?.exception_type;
	const text = [type && !words.startsWith(type) ? `${type} Error: ${words}` : words, meaning(words)];
	const bytes = new TextEncoder();
	const position = told?.position === undefined ? NaN : Number(told.position);
	const at = position - bytes.encode(before).length;
	const isInside = Number.isInteger(at) && at >= 0 && at <= bytes.encode(sql).length;
	const place = isInside
		? placeAt(sql, new TextDecoder().decode(bytes.encode(sql).subarray(0, at)).length)
		: undefined;
	return new SqlError(text.filter(Boolean).join('\n'), 'duckdb', place);
}
