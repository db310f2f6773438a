import { isTotal } from './labels.ts';
import { isPeriod } from './periods.ts';
import { filledOf } from './rows.ts';
import type { Block, GridRow } from './types.ts';

const MOST_HEAD = 3;

/** A row of years over figures whose own first cell is a label is a figure row where names stand above it already. */
function isHidden(row: GridRow, above: GridRow | undefined, columns: readonly number[]): boolean {
	if (!above || (row.cells[0] ?? '') === '') return false;
	const figures = columns.filter((index) => (row.cells[index] ?? '') !== '');
	return (
		figures.length > 0 &&
		figures.every((index) => isPeriod(row.cells[index] ?? '') && (above.cells[index] ?? '') !== '')
	);
}

/** A header, what stands above it, and where its rows begin. */
export interface FoundHead {
	head: GridRow[];
	above: GridRow[];
	/** Where the rows below the header begin. */
	start: number;
}

/** The lines of a run that name its columns: those right above the first row of figures. */
export function headOf(
	run: readonly GridRow[],
	isData: readonly boolean[],
	columns: readonly number[]
): FoundHead | undefined {
	const names = (row: GridRow) =>
		columns.some((index) => (row.cells[index] ?? '') !== '') && filledOf(row).some((index) => index > 0);
	const isNaming = (at: number) => {
		const row = run[at];
		return row !== undefined && isData[at] !== true && names(row);
	};
	const isSingle = (row: GridRow) => filledOf(row).length === 1 && (row.cells[0] ?? '') !== '';
	for (let first = 1; first < run.length; first++) {
		if (isData[first] !== true) continue;
		let end = first;
		// Headings within the table may stand between its header and its first figures.
		while (end > 0 && isData[end - 1] !== true && isSingle(run[end - 1] as GridRow) && !isNaming(end - 1))
			end--;
		const row = run[end - 1];
		if (!row || !isNaming(end - 1)) continue;
		if (isHidden(row, isNaming(end - 2) ? run[end - 2] : undefined, columns)) end--;
		let begin = end - 1;
		while (begin > 0 && end - begin < MOST_HEAD && isNaming(begin - 1)) begin--;
		return { head: run.slice(begin, end), above: run.slice(0, begin), start: end };
	}
	return undefined;
}

/** Whether lines that look like a header go on with the table above: they have periods in its column of periods. */
export function areRowsOf({ body, figures }: Block, lines: readonly GridRow[]): boolean {
	const isTime = (index: number) => {
		const cells = body.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '');
		return (
			!figures.includes(index) && cells.length > 0 && cells.every((cell) => isPeriod(cell) || isTotal(cell))
		);
	};
	return lines.every(({ cells }) => cells.some((cell, index) => isPeriod(cell) && isTime(index)));
}
