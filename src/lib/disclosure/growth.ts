import { fieldByName, fieldsByRole } from '../package/labels.ts';
import type { Table } from '../package/types.ts';
import { earlierName } from './earlier.ts';
import type { Figures } from './figures.ts';
import { constraint, isCell, slicesOver, sliceSum } from './sums.ts';
import type { Constraint } from './types.ts';

/**
 * What two all-years totals tell of the years between them: the later total minus the earlier one is the sum of the
 * years that were added, where years add up. Years that nobody lists are taken to be as they were, so this holds also
 * where the years listed are not all; years that were revised count with what changed in them.
 * @returns nothing where the published numbers show that it does not hold
 */
export function growthBetween(tables: Record<string, Table>, figures: Figures): Constraint[] {
	return Object.values(tables).flatMap((table) => {
		const before = tables[earlierName(table.resource.name)];
		if (!before || !figures.at.has(table.resource.name)) return [];
		return fieldsByRole(table.resource, 'time').flatMap((dimension) => {
			const same = fieldByName(before.resource, dimension.name);
			if (!same) return [];
			const earlier = slicesOver(before, same);
			return [...slicesOver(table, dimension)].flatMap(([key, slice]): Constraint[] => {
				const old = earlier.get(key);
				if (!old || [...slice.members.keys()].every((time) => old.members.has(time))) return [];
				const now = sliceSum(slice, dimension, table, tables, figures);
				const then = sliceSum(old, same, before, tables, figures);
				if (!now.additive || !then.additive || ![...now.parts, ...then.parts].every(isKnown)) return [];
				const [total, totalThen] = [now.totals.find(isCell), then.totals.find(isCell)];
				if (total === undefined || totalThen === undefined) return [];
				const plus = [...now.parts.filter(isCell), totalThen];
				const minus = [...then.parts.filter(isCell), total];
				const over = `${table.resource.name}.${dimension.name}`;
				return constraint(plus, minus, 0, 0)
					.filter((each) => isPossible(each, figures))
					.map((each) => ({ ...each, over }));
			});
		});
	});
}

const isKnown = (figure: number | 'none' | undefined) => figure !== undefined;

/** Whether an equation can hold, by the bounds of each figure alone. */
function isPossible({ cells, coefficients }: Constraint, { cells: all }: Figures): boolean {
	let [least, most] = [0, 0];
	cells.forEach((id, index) => {
		const cell = all[id];
		const [low, high] = [cell?.value ?? cell?.least ?? 0, cell?.value ?? cell?.most ?? Infinity];
		const coefficient = coefficients[index] ?? 0;
		least += coefficient * (coefficient > 0 ? low : high);
		most += coefficient * (coefficient > 0 ? high : low);
	});
	return least <= 0 && most >= 0;
}
