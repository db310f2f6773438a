import type { Role } from '../types.ts';

/** How the letters of a file are written; the label is the one that `TextDecoder` takes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What stands between two cells. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** What a column holds, as the reader may choose it. */
export type OwnType = 'text' | 'whole' | 'whole-points' | 'decimal' | 'decimal-comma' | 'year' | 'date';

/** How a text file is laid out. */
export interface Layout {
	delimiter: Delimiter;
	header: boolean;
	/** Lines above the table: notes, a title, `sep=;`. */
	skip: number;
	/** Cells that a row must have. */
	width: number;
}

/** What a reader may say of a file instead of what was found. */
export interface Corrections {
	encoding?: Encoding;
	delimiter?: Delimiter;
	header?: boolean;
}

/** The rules that a row or cell can break. */
export type OwnRule =
	| 'too-few'
	| 'too-many'
	| 'quote-open'
	| 'quote-middle'
	| 'unread-rest'
	| 'unreadable'
	| Exclude<OwnType, 'text'>;

/** One thing wrong with the reader's file; `line` is that of the file, in Parquet the row from 1. */
export interface OwnFault {
	line: number;
	/** The column as the file names it; absent where the whole row is meant. */
	column?: string;
	value?: string;
	rule: OwnRule;
	/** Cells that were found, where their number is wrong. */
	found?: number;
	/** Cells that were needed, where their number is wrong. */
	needed?: number;
}

/** The first faults and how many there are. */
export interface OwnFaults {
	first: OwnFault[];
	count: number;
}

/** Cells that do not fit a type: how many, and the first of them. */
export interface Misfits {
	count: number;
	first: { line: number; value: string }[];
}

/** What may describe or name a person. */
export type PersonalKind =
	'name' | 'phone' | 'email' | 'address' | 'birth' | 'id' | 'position' | 'device' | 'contact-in-text';

/** Why a column may hold personal data. */
export interface PersonalFinding {
	kind: PersonalKind;
	/** Cells that look so; 0 where only the column's name says it. */
	cells: number;
	/** Cells that are not empty. */
	of: number;
	/** Whether the name of the column says so. */
	byName: boolean;
}

/** Why rows may be persons. */
export interface PeopleFinding {
	/** `attributes`: columns describe persons and nothing is counted; `ones`: the counts are all 1 or less. */
	why: 'attributes' | 'ones';
	/** Names of the columns that it was told from. */
	columns: string[];
	/** Rows that were compared, and those unlike every other in these columns; absent where none were. */
	alone?: { rows: number; of: number };
}

/** What to tell of a column beside its type. */
export type Hint =
	'decimal-comma' | 'thousands' | 'digits' | 'last-zeros' | 'grouped' | 'mostly' | 'zeros' | 'apostrophes';

/** A column of the reader's file. */
export interface OwnColumn {
	/** Its place in the file, from 0. */
	index: number;
	/** Its name in the file; `''` where the file has none. */
	original: string;
	/** Its name in SQL. */
	name: string;
	/** Name in SQL of the column with the markers, if it is read as numbers. */
	statusName: string;
	type: OwnType;
	role: Role;
	cells: number;
	empty: number;
	/** Cells with a marker such as `[c]`, alone or after a number. */
	markers: number;
	/** Whole numbers above 0 and below the threshold. */
	small: number;
	/** Apostrophes before a formula sign that were taken away. */
	apostrophes: number;
	misfits: Record<Exclude<OwnType, 'text'>, Misfits>;
	hints: Hint[];
	personal: PersonalFinding[];
}

/** What was found in the reader's file. */
export interface OwnLook {
	format: 'text' | 'parquet';
	/** Whether it was unpacked from gzip. */
	packed: boolean;
	encoding?: Encoding;
	/** Whether the encoding was marked at the start of the file. */
	marked?: boolean;
	layout?: Layout;
	/** Lines above the table. */
	notes: string[];
	/** Rows that can be used. */
	rows: number;
	/** Rows that cannot: cells are missing, too many or broken. */
	keptOut: number;
	/** Empty lines, which are no rows. */
	blank: number;
	columns: OwnColumn[];
	/** The first rows as text. */
	first: string[][];
	people?: PeopleFinding;
	faults: OwnFaults;
}

/** How a column is to be written. */
export interface ColumnChoice {
	index: number;
	original: string;
	name: string;
	type: OwnType;
	/** Name of the column of markers; absent: there is none. */
	statusName?: string;
}
