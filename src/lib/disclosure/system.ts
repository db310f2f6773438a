import type { DataPackage, Table } from '../package/types.ts';
import { inSlice } from '../package/additivity.ts';
import { figuresOf, type Figures } from './figures.ts';
import { growthBetween } from './growth.ts';
import { constraintsBetween } from './sums.ts';
import type { Constraint, System, SystemCell } from './types.ts';

/** How much dearer a total is than one of its parts, and a headline figure than others. */
const TOTAL = 10;
const HEADLINE = 100;
const DEAREST = 10_000;

/** Totals cost more than their parts, and totals of totals more again. */
function weigh(cells: SystemCell[], constraints: readonly Constraint[]): void {
	const level = new Map<number, Set<string>>();
	constraints.forEach(({ cells: tied, coefficients, over }) => {
		const total = tied[coefficients.findIndex((each) => each < 0)];
		if (total === undefined || tied.length < 3) return;
		level.set(total, (level.get(total) ?? new Set()).add(over));
	});
	for (const [id, sums] of level) {
		const cell = cells[id];
		if (cell) cell.weight = Math.min(cell.weight * TOTAL ** sums.size, DEAREST);
	}
}

function weighHeadline(pkg: DataPackage, tables: Record<string, Table>, figures: Figures): void {
	const places = (pkg.headline ?? []).flatMap(({ cumulative, yearly }) => [cumulative, yearly]);
	for (const place of places) {
		const table = place && Object.hasOwn(tables, place.resource) ? tables[place.resource] : undefined;
		if (!place || !table) continue;
		const where = Object.fromEntries(Object.entries(place.where).map(([name, code]) => [name, [code]]));
		table.rows.forEach((row, index) => {
			const id = figures.at.get(place.resource)?.[index];
			const cell = typeof id === 'number' ? figures.cells[id] : undefined;
			if (cell && inSlice(row, where)) cell.weight = Math.min(cell.weight * HEADLINE, DEAREST);
		});
	}
}

/** A system, and the pairs of cells that are one figure with two numbers. */
export interface BuiltSystem extends System {
	conflicts: Figures['conflicts'];
}

/**
 * All figures of a package as one joint system: what a reader who takes every published table together knows.
 * A figure with `[c]` has no value in it.
 */
export function systemOf(pkg: DataPackage, tables: Record<string, Table>): BuiltSystem {
	const figures = figuresOf(pkg, tables);
	const { cells, conflicts } = figures;
	const constraints = [...constraintsBetween(pkg, tables, figures), ...growthBetween(tables, figures)];
	weigh(cells, constraints);
	weighHeadline(pkg, tables, figures);
	const cellOf = new Map(
		[...figures.at].map(([name, at]) => [
			name,
			at.map((each) => (typeof each === 'number' ? each : undefined))
		])
	);
	return { cells, constraints, cellOf, conflicts };
}
