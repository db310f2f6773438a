import type { Cell } from '../../package/types.ts';

/** A column of a result, with DuckDB's name of its type. */
export interface SqlColumn {
	name: string;
	type: string;
}

/** What a reader must know about a result, found in the plan of its query. It warns; it forbids nothing. */
export interface SqlWarning {
	kind: 'non-additive' | 'withheld' | 'mixed-basis' | 'mixed-unit' | 'mixed-measure';
	/** The table that it is about. */
	table: string;
	/** The field over which values were put together. */
	field: string;
	/** In words, with table, field and reason. */
	text: string;
}

/** What a reader's SQL gave. */
export interface SqlResult {
	sql: string;
	columns: SqlColumn[];
	/** Days and times as ISO text, whole numbers beyond exact ones and nested values as text. */
	rows: Cell[][];
	/** Whether there are more rows than were taken. */
	cut: boolean;
	/** Whether rows were left out because together they hold too much text. */
	isHeavy: boolean;
	/** How many cells had a text too long to be taken, and hold its beginning alone. */
	shortened: number;
	/** Milliseconds from asking to the last row. */
	elapsed: number;
	warnings: SqlWarning[];
	/** Tables that the reader brought and the statement may have read when it ran. */
	own: string[];
	/** Statements by which the reader made views and macros that the statement may use, in the order they need. */
	made: string[];
}

/** A table as SQL sees it. */
export interface SqlTable {
	name: string;
	columns: SqlColumn[];
	/** Whether the reader brought it; else it is one of the package. */
	isOwn: boolean;
}

/** A table that the reader brought, read and checked. */
export interface OwnTable {
	/** Its name in SQL: letters, digits and `_`, like no other table. */
	name: string;
	/** The name of the file it came from. */
	file: string;
	columns: { name: string; type: 'VARCHAR' | 'BIGINT' | 'DOUBLE' | 'DATE' }[];
	rows: number;
	/** UTF-8, comma, header, `"` as quote, `\n`; an empty cell is NULL. Kept, so that it can be loaded again. */
	csv: Blob;
}

/** The tables of a package, each of which is loaded when it is needed. */
export interface PublishedTables {
	/** Whether a table is there. */
	has(name: string): boolean;
	/** Loads those that are not there. */
	load(names: readonly string[]): Promise<void>;
}

/** A database that a reader's SQL may ask. */
export interface SqlSession {
	/** Names and columns, for completion and the list beside the editor. */
	tables(): Promise<SqlTable[]>;
	/**
	 * Runs one statement and looks for warnings in its plan.
	 * @throws SqlError with the place in the text; the signal's reason when it aborts, and the database lives on
	 */
	run(sql: string, options: { limit: number; signal: AbortSignal }): Promise<SqlResult>;
	/** Counts all rows that a statement which reads gives. */
	countRows(sql: string, options: { signal: AbortSignal }): Promise<number>;
	/** Adds a table of the reader's, or replaces it. */
	addTable(table: OwnTable): Promise<void>;
	dropTable(name: string): Promise<void>;
}
