import { isNumber, isStandIn } from './figures.ts';
import { isPeriod } from './periods.ts';
import type { GridRow } from './types.ts';

/** The places of the cells of a row that are not empty. */
export const filledOf = ({ cells }: GridRow) => cells.flatMap((cell, index) => (cell === '' ? [] : [index]));

const isFigure = (cell: string) => isNumber(cell) && !isPeriod(cell);

/** Runs of rows that no empty row parts. */
export function runsOf(rows: readonly GridRow[]): GridRow[][] {
	const runs: GridRow[][] = [];
	let open: GridRow[] | undefined;
	for (const row of rows) {
		if (row.cells.every((cell) => cell === '')) {
			open = undefined;
			continue;
		}
		if (!open) runs.push((open = []));
		open.push(row);
	}
	return runs;
}

/** Whether periods follow each other by one, as in a header: 2019, 2020, 2021. */
function areConsecutive(cells: readonly string[]): boolean {
	const years = cells.map((cell) => Number(/\d{4}/.exec(cell)?.[0]));
	const [first = 0, second = 0] = years;
	const step = second - first;
	return years.length > 1 && Math.abs(step) === 1 && years.every((year, at) => year === first + at * step);
}

/** Whether a row has figures: numbers that are no periods, or signs in place of them beside a label. */
export function hasFigures(row: GridRow, isNarrow: boolean): boolean {
	const filled = filledOf(row);
	if (filled.length < 2 && !isNarrow) return false;
	const cells = filled.map((index) => row.cells[index] ?? '');
	if (cells.some(isFigure)) return true;
	const [first = '', ...others] = cells;
	if (others.length === 0) return false;
	if (others.every((cell) => isStandIn(cell) && !isPeriod(cell) && !/^\p{L}$/u.test(cell))) return true;
	// 2008 and then 1999 calls: numbers that could be years as well.
	return isPeriod(first) && others.every(isNumber) && !areConsecutive(cells);
}

/** Columns in which rows have numbers, those of periods at the left aside. */
export function figureColumns(rows: readonly GridRow[]): number[] {
	const columns = new Set<number>();
	for (const row of rows) {
		const filled = filledOf(row);
		const sure = filled.filter((index) => isFigure(row.cells[index] ?? ''));
		const maybe = filled.slice(1).filter((index) => isNumber(row.cells[index] ?? ''));
		for (const index of sure.length > 0 ? sure : maybe) columns.add(index);
	}
	return [...columns].sort((one, two) => one - two);
}

/** Whether a cell stands for a figure, and is no name of a column such as `18–24` or `under 18`. */
function isSign(cell: string): boolean {
	const isRange = /\d/.test(cell) && !/^[<≤]/.test(cell);
	return isStandIn(cell) && !isPeriod(cell) && !isRange && !/^\p{L}$/u.test(cell);
}

/**
 * Which rows of a run have figures, also those with nothing but signs in the columns of figures: `2023,Brown,<5`.
 * @param known columns in which the table above has its figures
 */
export function rowsWithFigures(
	run: readonly GridRow[],
	isNarrow: boolean,
	known: readonly number[]
): boolean[] {
	const sure = run.map((row) => hasFigures(row, isNarrow));
	const own = figureColumns(run.filter((_, at) => sure[at]));
	const columns = own.length > 0 ? own : known;
	const cellsIn = ({ cells }: GridRow) =>
		columns.map((index) => cells[index] ?? '').filter((cell) => cell !== '');
	const first = run.findIndex((row) => cellsIn(row).length > 0);
	return run.map((row, at) => {
		if (sure[at]) return true;
		const cells = cellsIn(row);
		const isLabelled = filledOf(row).some((index) => !columns.includes(index));
		if (!isLabelled || cells.length === 0 || !cells.every(isSign)) return false;
		// The first line may name columns: `None`, `Missing`.
		return at > first || known.length > 0 || !cells.some((cell) => /\p{L}/u.test(cell));
	});
}
