import type { SqlRow } from '../../../cube/index.ts';

/** The cells of a result under names that stay the same while figures change. */
export type Cells = ReadonlyMap<string, unknown>;

/** The row number under which a cell says that its row is there. */
const PRESENCE = 'row';

function text(cell: unknown): string {
	return typeof cell === 'number' ? `n${cell}` : (JSON.stringify(cell) ?? '');
}

function columnsOf(rows: readonly SqlRow[]): string[] {
	return Object.keys(rows[0] ?? {});
}

/** Columns whose cells are the same in both results, in whatever order: they name the rows. */
export function keyColumns(before: readonly SqlRow[], after: readonly SqlRow[]): string[] {
	const sorted = (rows: readonly SqlRow[], column: string) =>
		rows
			.map((row) => text(row[column]))
			.sort()
			.join('\n');
	return columnsOf(before).filter((column) => sorted(before, column) === sorted(after, column));
}

/** Columns whose cells are others each time, as far as numbers differ by more than the order of adding makes. */
export function unsteadyColumns(rows: readonly SqlRow[], again: readonly SqlRow[]): string[] {
	const shortened = (all: readonly SqlRow[]) =>
		all.map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([column, cell]) => [
					column,
					typeof cell === 'number' ? Number(cell.toPrecision(14)) : cell
				])
			)
		);
	const steady = new Set(keyColumns(shortened(rows), shortened(again)));
	return columnsOf(rows).filter((column) => rows.length !== again.length || !steady.has(column));
}

/** Columns in which one result has only cells that the other has too. */
export function subsetColumns(before: readonly SqlRow[], after: readonly SqlRow[]): string[] {
	const [few, many] = before.length <= after.length ? [before, after] : [after, before];
	return columnsOf(many).filter((column) => {
		const known = new Set(many.map((row) => text(row[column])));
		return few.every((row) => known.has(text(row[column])));
	});
}

/** Names each cell by the key cells of its row; rows of the same key are told apart by the size of their cells. */
export function cellsOf(rows: readonly SqlRow[], keys: readonly string[]): Cells {
	const others = columnsOf(rows).filter((column) => !keys.includes(column));
	const byKey = new Map<string, SqlRow[]>();
	for (const row of rows) {
		const key = keys.map((column) => text(row[column])).join('\n');
		byKey.set(key, [...(byKey.get(key) ?? []), row]);
	}
	const cells = new Map<string, unknown>();
	for (const [key, same] of byKey) {
		const [first] = others;
		if (same.length > 1 && first !== undefined) same.sort((a, b) => Number(a[first]) - Number(b[first]));
		for (const [index, row] of same.entries()) {
			cells.set(`${key}\n${index}\n${PRESENCE}`, true);
			for (const column of others) cells.set(`${key}\n${index}\n${column}`, row[column]);
		}
	}
	return cells;
}

/** How far each number has moved; cells that did not, or are no numbers, are left out. */
export function moves(before: Cells, after: Cells): Map<string, number> {
	const found = new Map<string, number>();
	for (const [name, was] of before) {
		const is = after.get(name);
		if (typeof was !== 'number' || typeof is !== 'number') continue;
		const moved = is - was;
		const noise = 8 * Number.EPSILON * Math.max(Math.abs(was), Math.abs(is));
		if (Number.isFinite(moved) && Math.abs(moved) > noise) found.set(name, moved);
	}
	return found;
}

/** Cells of any kind that are others than before, or are there no more, or newly. */
export function changes(before: Cells, after: Cells): Set<string> {
	const names = new Set([...before.keys(), ...after.keys()]);
	return new Set([...names].filter((name) => text(before.get(name)) !== text(after.get(name))));
}
