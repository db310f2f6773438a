import { cellsOf, keyColumns, moves } from './cells.ts';
import type { TableProfile } from './profile.ts';
import { fillSql, moveAllSql, moveSql, smallStroke } from './trial.ts';
import type { World } from './world.ts';

/**
 * Tells whether withheld figures are shown as numbers by a statement that goes row by row: a number that does
 * not follow the figures there are follows those that are withheld.
 */
export async function shownForWithheld(
	profile: TableProfile,
	world: World
): Promise<(rows: readonly number[]) => Promise<boolean>> {
	const stroke = smallStroke(profile);
	const before = await world.after(moveSql(profile, stroke));
	const after = await world.after(moveAllSql(profile, stroke));
	const keys = keyColumns(before, after);
	const cells = cellsOf(before, keys);
	const moved = moves(cells, cellsOf(after, keys));
	return async (rows) => {
		const filled = await world.after(fillSql(profile, stroke, rows));
		if (filled.length !== before.length) return false;
		const names = moved.size ? keys : keyColumns(before, filled);
		const from = moved.size ? cells : cellsOf(before, names);
		return [...moves(from, cellsOf(filled, names)).keys()].some((cell) => !moved.has(cell));
	};
}
