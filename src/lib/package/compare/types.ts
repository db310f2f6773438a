import type { DataPackage, Table } from '../types.ts';

/** A sound package that is compared with another. */
export interface Side {
	package: DataPackage;
	tables: Record<string, Table>;
}

/** A cell that says something else than it did. */
export interface CellChange {
	field: string;
	/** Absent where it must not be told: it is hidden now, or would tell what is. */
	before?: string;
	after: string;
}

/** A row by its key; a figure and its status are one cell. */
export interface RowChange {
	kind: 'added' | 'removed' | 'changed';
	key: Record<string, string>;
	/** Of a row that was removed there are none: what it held is left unsaid. */
	cells: CellChange[];
	/** A figure that was published and is withheld now. */
	hidden?: true;
}

/** What a difference means for who uses the data, as the Data Package recipe grades it. */
export type Level = 'major' | 'minor' | 'patch';

/** A change that asks for a version of its level. */
export interface Reason {
	level: Level;
	/** English, for the command line. */
	text: string;
}

/** What became of a table. */
export interface TableChange {
	name: string;
	kind: 'added' | 'removed' | 'changed';
	/** None of a table that was added or removed, or whose rows are told apart by other fields now. */
	rows: RowChange[];
	/** How many rows there are now, and were. */
	count: number;
	before: number;
	/** Columns that are new, gone, or of another type or meaning, in words. */
	columns: string[];
}

/** What became of a text or setting of the descriptor. */
export interface TextChange {
	/** Such as `resources.calls.title.en`. */
	path: string;
	before?: string;
	after?: string;
}

/** Everything that differs between two packages. */
export interface Difference {
	tables: TableChange[];
	texts: TextChange[];
	reasons: Reason[];
	/** The highest level of the reasons; absent where nothing differs. */
	level?: Level;
}
