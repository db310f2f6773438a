import type { Cell } from '../../package/types.ts';

/** A column of a file; a column of numbers is written as such wherever the form of the file knows types. */
export interface FileColumn {
	name: string;
	type: 'text' | 'whole' | 'decimal';
}

/** The figures of a chart or a result, ready to be written in any form. */
export interface FileTable {
	title: string;
	/** Name of the file without its ending. */
	name: string;
	/** What goes with the figures: what is counted, limits, what must not be added, what is withheld, sources, version. */
	caveats: string[];
	columns: FileColumn[];
	/**
	 * As many cells each as there are columns. A column of numbers holds numbers, null, and markers: where the form knows
	 * types, a marker is no number, and stands in the column `status` alone.
	 */
	rows: Cell[][];
}
