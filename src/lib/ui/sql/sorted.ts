import type { Cell } from '../../package/types.ts';
import { LANGUAGE } from '../../words/language.ts';

/** By which column rows are sorted, and which way. */
export interface Sorting {
	column: number;
	descending: boolean;
}

const collator = new Intl.Collator(LANGUAGE, { numeric: true });

function compare(a: Cell, b: Cell): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return collator.compare(String(a), String(b));
}

/** The rows in order, empty cells last whichever way; without a sorting as they came. */
export function sorted(rows: readonly Cell[][], sorting: Sorting | undefined): readonly Cell[][] {
	if (!sorting) return rows;
	const { column, descending } = sorting;
	return [...rows].sort((one, other) => {
		const [a = null, b = null] = [one[column], other[column]];
		if (a === null || b === null) return Number(a === null) - Number(b === null);
		return descending ? compare(b, a) : compare(a, b);
	});
}

/** Which rows stand in a window of a long list, with some to spare. */
export function rowsInView(
	count: number,
	view: { top: number; height: number; row: number; spare: number }
): { from: number; to: number } {
	const first = Math.floor(view.top / view.row);
	const shown = Math.ceil(view.height / view.row);
	const from = Math.max(0, Math.min(first, count) - view.spare);
	return { from, to: Math.min(count, first + shown + view.spare) };
}
