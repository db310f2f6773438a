import type { Field } from '../../../package/types.ts';
import { cellsOf, changes, subsetColumns } from './cells.ts';
import type { TableProfile } from './profile.ts';
import { largeStroke, moveAllSql, moveSql } from './trial.ts';
import type { World } from './world.ts';

/**
 * Dimensions whose values meet in a cell that is no plain number, such as a rounded sum, a comparison or a
 * condition on one: the cell follows large changes of either half of the values.
 */
export async function metBehindThresholds(
	profile: TableProfile,
	fields: readonly Field[],
	world: World
): Promise<Field[]> {
	const stroke = largeStroke(profile);
	const before = await world.after(moveSql(profile, stroke));
	const keys = subsetColumns(before, await world.after(moveAllSql(profile, stroke)));
	const cells = cellsOf(before, keys);
	const changed = async (field: Field, members: (string | number | null)[]) => {
		const of = new Map(members.map((member) => [member, 1]));
		const sql = moveSql(profile, stroke, { dimension: field.name, of });
		return changes(cells, cellsOf(await world.after(sql), keys));
	};
	const met: Field[] = [];
	for (const { field, members } of profile.dimensions) {
		if (!fields.includes(field)) continue;
		for (let bit = 1; bit < members.length && !met.includes(field); bit *= 2) {
			const half = await changed(
				field,
				members.filter((_, index) => index & bit)
			);
			const rest = await changed(
				field,
				members.filter((_, index) => !(index & bit))
			);
			if ([...half].some((cell) => rest.has(cell))) met.push(field);
		}
	}
	return met;
}
