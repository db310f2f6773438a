import type { Published } from '../files/publishedAddress.ts';

/** A column as the list beside the editor tells of it. */
export interface ColumnEntry {
	name: string;
	title: string;
	description: string;
	/** Codes that stand in it, where they are listed, each with its meaning. */
	codes: { code: string; label: string }[];
}

/** A table as the list beside the editor tells of it. */
export interface TableEntry {
	name: string;
	title: string;
	description: string;
	rows: number;
	columns: ColumnEntry[];
	/** Columns over which its values must not be added up everywhere, with the reasons. */
	never: { column: string; reasons: string[] }[];
}

/** A statement that shows what can be asked. */
export interface Example {
	id: string;
	title: string;
	sql: string;
}

/** What the page of SQL needs of the package. */
export interface SqlPageData {
	tables: TableEntry[];
	examples: Example[];
	/** Megabytes that the database and its tables weigh on the way. */
	megabytes: number;
	/** Whether a page tells what changed between versions. */
	hasRevisions: boolean;
	published: Published;
	words: { title: string; publisher: string; limits: string; version: string; asOf: string };
}
