import { cellsOf, keyColumns, moves } from './cells.ts';
import type { TableProfile } from './profile.ts';
import { evenStroke, moveAllSql, moveSql, reorderedStroke } from './trial.ts';
import type { World } from './world.ts';

/** Orders of the figures in which a cell is looked at, until every one has shown that it is no sum. */
const ORDERS = 5;
/** A rounded cell follows not quite as far. */
const NEAR = 0.02;

const isNear = (a: number, b: number) => Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b));

/**
 * Cells that only describe the figures: they stay, or go as far as every figure does, when all go equally far,
 * as deviations and medians do; and other rows decide about them once the figures have another order, which
 * tells a median from a mean, of two figures too.
 * @param sums whether the plan has a function that adds up; without one a cell that stays is no sum in any order
 * @param columns that name the rows; found anew where they are not given
 */
export async function describingCells(
	profile: TableProfile,
	world: World,
	sums: boolean,
	columns?: readonly string[]
): Promise<Set<string>> {
	const even = evenStroke(profile);
	const before = await world.after(moveSql(profile, even));
	const after = await world.after(moveAllSql(profile, even));
	const keys = columns ?? keyColumns(before, after);
	const cells = cellsOf(before, keys);
	const moved = moves(cells, cellsOf(after, keys));
	const step = Number(even.step);
	const found = new Set<string>();
	const open = new Set<string>();
	for (const [name, cell] of cells) {
		const by = moved.get(name) ?? 0;
		if (typeof cell !== 'number') continue;
		if (Math.abs(by) <= NEAR * step) (sums ? open : found).add(name);
		else if (isNear(by, step)) open.add(name);
	}
	const first = new Map<string, number>();
	for (let order = 0; order < ORDERS && open.size; order += 1) {
		const stroke = reorderedStroke(profile, order);
		const from = cellsOf(await world.after(moveSql(profile, stroke)), keys);
		const by = moves(from, cellsOf(await world.after(moveAllSql(profile, stroke)), keys));
		for (const name of open) {
			const now = by.get(name) ?? 0;
			if (order === 0) first.set(name, now);
			else if (!isNear(now, first.get(name) ?? 0)) {
				open.delete(name);
				found.add(name);
			}
		}
	}
	return found;
}
