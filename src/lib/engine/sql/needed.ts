import type { Resource } from '../../package/types.ts';
import type { SqlError } from './failure.ts';

/**
 * Words by which SQL reads a table, or lists tables, without its name standing in the text. `DESC` lists them only where
 * a statement begins; elsewhere it is an order.
 */
const INDIRECT =
	/\b(?:query|query_table|duckdb_\w+|information_schema|pg_\w+|pragma_\w+|sqlite_\w+|show|summarize|describe)\b|u&"|(?:^|\()(?:\s|--[^\n]*\n|\/\*[^]*?\*\/)*desc\b/i;

/** A statement that tells of one table alone. */
const OF_ONE = /^\s*(?:describe|desc|show|summarize)\s+"?([\w.-]+)"?\s*$/i;

/** Bytes that are loaded for nothing but advice on a misspelled name. */
const ADVICE_AT_MOST = 5_000_000;

/** DuckDB's word of a table that it does not know. */
const UNKNOWN = /Table with name "?([^\s"]+)"? does not exist/;

/**
 * The tables that must be there before a statement runs: rather too many than too few.
 * @param used the statements that made the views and macros that it may use
 * @param names of the tables that can be loaded
 */
export function neededBy(sql: string, used: readonly string[], names: readonly string[]): string[] {
	const [, only] = OF_ONE.exec(sql) ?? [];
	const one = names.filter((name) => name.toLowerCase() === only?.toLowerCase());
	if (one.length) return one;
	const texts = [sql, ...used];
	if (texts.some((text) => INDIRECT.test(text))) return [...names];
	return names.filter((name) => texts.some((text) => text.toLowerCase().includes(name.toLowerCase())));
}

/**
 * The tables with which a statement that failed is worth another try: the one that the database does not know, or all of a
 * small package, among which DuckDB then finds the name that was meant.
 */
export function missedBy({ message }: SqlError, resources: readonly Resource[]): string[] {
	const unknown = UNKNOWN.exec(message)?.[1]?.toLowerCase();
	if (unknown === undefined) return [];
	const names = resources.map(({ name }) => name);
	const same = names.filter((name) => name.toLowerCase() === unknown);
	if (same.length) return same;
	const bytes = resources.reduce((sum, each) => sum + (each.bytes ?? ADVICE_AT_MOST), 0);
	return bytes <= ADVICE_AT_MOST ? names : [];
}
