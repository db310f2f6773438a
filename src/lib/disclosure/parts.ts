import type { Constraint, System, SystemCell } from './types.ts';

/** The unknown cells of a system that hang together, with what is known of them; columns are its cells in order. */
export interface Part {
	cells: SystemCell[];
	/** Constraints on columns, known cells taken into their bounds. */
	rows: Constraint[];
	/** Bounds of each column. */
	lower: number[];
	upper: number[];
}

/** Above every number that is published: what has no upper bound ends here. */
function ceilingOf(cells: readonly SystemCell[]): number {
	const greatest = cells.reduce((most, { value }) => Math.max(most, value ?? 0), 0);
	return 10 * greatest + 10_000;
}

/**
 * Parts of the system that tell nothing of one another, over cells without a value.
 * @param isFree which cells are looked for; absent: those without a value
 */
export function partsOf(
	{ cells, constraints }: System,
	isFree: (cell: SystemCell) => boolean = ({ value }) => value === null
): Part[] {
	const parent = cells.map((_, index) => index);
	const find = (index: number): number => {
		let at = index;
		while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
		return at;
	};
	const free = new Set(cells.filter(isFree).map(({ id }) => id));
	const projected = constraints.flatMap((each) => {
		const kept = each.cells.flatMap((id, index) => (free.has(id) ? [index] : []));
		if (kept.length === 0) return [];
		const known = each.cells.reduce((sum, id, index) => {
			const value = free.has(id) ? 0 : (cells[id]?.value ?? 0);
			return sum + value * (each.coefficients[index] ?? 0);
		}, 0);
		const ids = kept.map((index) => each.cells[index] ?? 0);
		for (const id of ids) parent[find(id)] = find(ids[0] ?? id);
		const coefficients = kept.map((index) => each.coefficients[index] ?? 0);
		return [{ ...each, cells: ids, coefficients, lower: each.lower - known, upper: each.upper - known }];
	});
	const ceiling = ceilingOf(cells);
	const parts = new Map<number, Part>();
	const column = new Map<number, number>();
	for (const id of free) {
		const cell = cells[id];
		if (!cell) continue;
		const part = parts.get(find(id)) ?? { cells: [], rows: [], lower: [], upper: [] };
		parts.set(find(id), part);
		column.set(id, part.cells.length);
		part.cells.push(cell);
		part.lower.push(cell.least);
		part.upper.push(Math.min(cell.most, ceiling));
	}
	for (const row of projected) {
		const part = parts.get(find(row.cells[0] ?? 0));
		part?.rows.push({ ...row, cells: row.cells.map((id) => column.get(id) ?? 0) });
	}
	return [...parts.values()];
}

/** The whole-number point next to a solution, where it meets every bound and constraint exactly. */
export function wholePoint({ rows, lower, upper }: Part, x: ArrayLike<number>): number[] | undefined {
	const point = Array.from(x, Math.round);
	const fits = (value: number, least: number, most: number) => value >= least && value <= most;
	if (!point.every((value, index) => fits(value, lower[index] ?? 0, upper[index] ?? 0))) return undefined;
	const holds = rows.every((row) => {
		let sum = 0;
		for (let index = 0; index < row.cells.length; index++) {
			sum += (row.coefficients[index] ?? 0) * (point[row.cells[index] ?? 0] ?? 0);
		}
		return fits(sum, row.lower, row.upper);
	});
	return holds ? point : undefined;
}
