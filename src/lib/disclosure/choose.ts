import type { Side } from '../package/compare/types.ts';
import type { DataPackage, Table } from '../package/types.ts';
import { isEarlier, withEarlier } from './earlier.ts';
import { protectSystem, type Protection } from './protect/index.ts';
import type { Solver } from './solver.ts';
import { systemOf, type BuiltSystem } from './system.ts';
import type { SystemCell } from './types.ts';

/**
 * Which figures are withheld. With an earlier release they are chosen together: its withheld figures stay withheld,
 * and its numbers stay, since readers have them. What is chosen still has to pass the audit of both.
 * @param alone the system of the package itself
 */
export function withheldWith(
	pkg: DataPackage,
	tables: Record<string, Table>,
	alone: BuiltSystem,
	solver: Solver,
	earlier: Side | undefined
): Protection {
	if (!earlier) return protectSystem(alone, solver);
	const both = withEarlier(pkg, tables, earlier);
	const joint = systemOf(both.pkg, both.tables);
	const isNumber = (cell: SystemCell) =>
		cell.standings.some(({ table, hidden }) => isEarlier(table) && !hidden);
	const known = new Set(joint.cells.filter(isNumber).map(({ id }) => id));
	// A figure that was revised is two cells: readers have a number of it too.
	for (const pair of joint.conflicts) if (pair.some(isNumber)) for (const { id } of pair) known.add(id);
	const pin = (cell: SystemCell, ids: number[]) =>
		ids.some((id) => known.has(id)) ? { ...cell, pinned: true } : cell;
	// Revised figures that are withheld fit no sum of before: then what was withheld stays so, by the sums of today.
	const careful = alone.cells.map((cell) => {
		const ids = cell.standings.flatMap(({ table, row }) => joint.cellOf.get(table)?.[row] ?? []);
		const isHidden = ids.some((id) => joint.cells[id]?.hidden);
		return { ...pin(cell, ids), hidden: cell.hidden || isHidden };
	});
	const all = joint.cells.map((cell) => pin(cell, [cell.id]));
	for (const system of [
		{ ...joint, cells: all },
		{ ...alone, cells: careful }
	]) {
		try {
			const found = protectSystem(system, solver);
			const isSafe = found.findings.every(({ mode }) => mode !== 'protect');
			if (isSafe && found.failed.length === 0) return found;
		} catch {
			continue;
		}
	}
	// Where neither can be had, the audit of both says what stands in the way.
	return protectSystem(alone, solver);
}
