import { statusOfMark } from './figures.ts';
import type { FoundTable, GridRow, LeftOut, LeftOutWhy } from './types.ts';

/** The cells of some rows as things left out. */
export function cellsOf(
	file: string,
	rows: readonly GridRow[],
	why: LeftOutWhy,
	columns?: readonly string[]
): LeftOut[] {
	return rows.flatMap(({ line, cells }) =>
		cells.flatMap((value, index) => {
			if (value === '') return [];
			const column = columns?.[index];
			return [{ file, row: line, ...(column ? { column } : {}), value, why }];
		})
	);
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
		return filled.map(({ line, cells }) => ({ file, row: line, column, value: cells[index] ?? '', why }));
	});
	return [
		...cellsOf(file, notes, 'above'),
		...headers,
		...marks,
		...outColumns,
		...cellsOf(file, block.repeated, 'repeated-header'),
		...cellsOf(file, block.below, 'below')
	];
}

/** What is left out of a table that is not taken at all: its header, and how many cells; never the cells. */
export function leftAsRecords({ file, columns, block, titleLine }: FoundTable): LeftOut[] {
	const own = columns.map((column, index): LeftOut => {
		const cells = block.body.filter((row) => (row.cells[index] ?? '') !== '').length;
		return { file, column, why: 'records', cells };
	});
	const titles = block.above.filter(({ line }) => line === titleLine);
	return [...cellsOf(file, titles, 'records'), ...own];
}
