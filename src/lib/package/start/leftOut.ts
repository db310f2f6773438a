import { isNumber, isStandIn, statusOfMark } from './figures.ts';
import { isTotal } from './labels.ts';
import { isPeriod } from './periods.ts';
import type { FoundTable, GridRow, LeftOut, LeftOutWhy } from './types.ts';

/** Whether a cell is a figure, a sign in place of one or a period, and no text or telephone number. */
function isPlain(cell: string): boolean {
	if (/^[+(]?0[\d\s().-]{6,}$/.test(cell)) return false;
	return isNumber(cell) || isStandIn(cell) || isPeriod(cell) || isTotal(cell);
}

/** A cell as a thing left out: texts are not repeated, for they may tell of a person. */
export function cellLeft(
	place: Pick<LeftOut, 'file' | 'row' | 'column'>,
	cell: string,
	why: LeftOutWhy
): LeftOut {
	return isPlain(cell) ? { ...place, value: cell, why } : { ...place, why, cells: 1 };
}

/** Some rows as things left out, each with the number of its cells; notes may tell of a person, so no cell is repeated. */
export function rowsOf(file: string, rows: readonly GridRow[], why: LeftOutWhy): LeftOut[] {
	return rows.flatMap(({ line, cells }) => {
		const filled = cells.filter((cell) => cell !== '').length;
		return filled === 0 ? [] : [{ file, row: line, why, cells: filled }];
	});
}

/** What of a table is left out whatever the answers are: notes, columns, headers that stand again. */
export function alwaysLeft({
	file,
	block,
	columns,
	figures,
	out,
	titleLine,
	isFurther
}: FoundTable): LeftOut[] {
	const notes = block.above.filter(({ line }) => line !== titleLine);
	const headers = columns.flatMap((column, index): LeftOut[] => {
		const isEmpty = column !== '' && block.body.every(({ cells }) => (cells[index] ?? '') === '');
		const row = block.head[0]?.line;
		return isEmpty
			? [{ file, ...(row === undefined ? {} : { row }), column, value: column, why: 'no-figure' }]
			: [];
	});
	const marks = figures.flatMap(({ mark = '', name }): LeftOut[] => {
		const row = block.head[0]?.line;
		if (mark === '' || statusOfMark(mark) !== '') return [];
		return [{ file, ...(row === undefined ? {} : { row }), column: name, value: mark, why: 'mark' }];
	});
	if (isFurther) return marks;
	const outColumns = out.flatMap(({ index, why }): LeftOut[] => {
		const column = columns[index] ?? '';
		const filled = block.body.filter(({ cells }) => (cells[index] ?? '') !== '');
		// What may tell of a person is not written down again.
		if (why === 'personal' || why === 'free-text') return [{ file, column, why, cells: filled.length }];
		return filled.map(({ line, cells }) => cellLeft({ file, row: line, column }, cells[index] ?? '', why));
	});
	return [
		...rowsOf(file, notes, 'above'),
		...headers,
		...marks,
		...outColumns,
		...rowsOf(file, block.repeated, 'repeated-header'),
		...rowsOf(file, block.below, 'below')
	];
}

/** What is left out of a table that is not taken at all: its header, and how many cells; never the cells. */
export function leftAsRecords(table: FoundTable): LeftOut[] {
	const { file, columns, block, titleLine, keys, out, isFurther } = table;
	// The total that an earlier table has too is told there.
	const total = table.unitFrom === undefined ? undefined : table.sums?.total;
	const figures = table.figures.filter(({ label }) => total === undefined || label !== total);
	const taken = new Set([...(isFurther ? [] : [...keys, ...out]), ...figures].map(({ index }) => index));
	const own = columns.flatMap((column, index): LeftOut[] => {
		const cells = block.body.filter((row) => (row.cells[index] ?? '') !== '').length;
		return taken.has(index) ? [{ file, column, why: 'records', cells }] : [];
	});
	if (isFurther) return own;
	const titles = block.above.filter(({ line }) => line === titleLine);
	return [...rowsOf(file, titles, 'records'), ...own];
}
