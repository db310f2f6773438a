import type { Category } from '../types.ts';
import { alwaysLeft, cellLeft } from './leftOut.ts';
import { inOrder } from './order.ts';
import { shapeOf, type Shape } from './shape.ts';
import { Tidying, type TidyRow } from './tidyRows.ts';
import type { Answers, FoundTable, LeftOut } from './types.ts';

/** A table with one figure a row. */
export interface TidyTable {
	table: FoundTable;
	shape: Shape;
	rows: TidyRow[];
	/** The values of each dimension, as the file has them; none where it is a period. */
	categories: (Category[] | undefined)[];
	leftOut: LeftOut[];
}

/** Rows by their keys, values in the order of their list: the order of a file may be that of its figures. */
function inKeyOrder(rows: readonly TidyRow[], categories: TidyTable['categories']): TidyRow[] {
	const places = categories.map((list) => list && new Map(list.map(({ value }, at) => [value, at])));
	return rows.toSorted((one, two) => {
		for (const [at, place] of places.entries()) {
			const [a = '', b = ''] = [one.codes[at], two.codes[at]];
			const difference = place ? (place.get(a) ?? 0) - (place.get(b) ?? 0) : a < b ? -1 : a > b ? 1 : 0;
			if (difference !== 0) return difference;
		}
		return 0;
	});
}

/** A table with one figure a row, as the answers say; what is not taken is listed. */
export function tidy(table: FoundTable, answers: Answers): TidyTable {
	const shape = shapeOf(table, answers);
	const tidying = new Tidying(table, shape, answers);
	table.block.body.forEach((row) => tidying.row(row));
	const dropped = shape.dropped.flatMap(({ column: { index }, why }) =>
		table.block.body.flatMap(({ line, cells }): LeftOut[] => {
			const value = cells[index] ?? '';
			const column = table.columns[index] ?? '';
			return value === '' ? [] : [cellLeft({ file: table.file, row: line, column }, value, why)];
		})
	);
	const { rows } = tidying;
	const isPrivate = answers.protect !== 'no' || rows.some(({ status }) => status === '[c]');
	const categories = shape.dimensions.map(({ role }, at) => {
		const list = tidying.categories(at);
		return isPrivate && (role === 'category' || role === 'place') ? list && inOrder(list) : list;
	});
	return {
		table,
		shape,
		rows: isPrivate ? inKeyOrder(rows, categories) : rows,
		categories,
		leftOut: [...alwaysLeft(table), ...dropped, ...tidying.leftOut].sort(
			(one, two) => (one.row ?? 0) - (two.row ?? 0)
		)
	};
}
