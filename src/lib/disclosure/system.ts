import type { DataPackage, Table } from '../package/types.ts';
import { inSlice } from '../package/additivity.ts';
import { figuresOf, type Figures } from './figures.ts';
import { growthBetween } from './growth.ts';
import { constraintsBetween } from './named.ts';
import type { Constraint, System, SystemCell, Unnamed } from './types.ts';
import { unnamedTies } from './unnamed.ts';

/** How much dearer a total is than one of its parts, and a headline figure than others. */
const TOTAL = 10;
const HEADLINE = 100;
const DEAREST = 10_000;

/** Totals cost more than their parts, and totals of totals more again. */
function weigh(cells: SystemCell[], constraints: readonly Constraint[]): void {
	const level = new Map<number, Set<string>>();
	constraints.forEach(({ cells: tied, coefficients, over }) => {
		const totals = tied.filter((_, index) => (coefficients[index] ?? 0) < 0);
		const [total] = totals;
		if (total === undefined || totals.length > 1 || tied.length < 3) return;
		level.set(total, (level.get(total) ?? new Set()).add(over));
	});
	for (const [id, sums] of level) {
		const cell = cells[id];
		if (cell) cell.weight = Math.min(cell.weight * TOTAL ** sums.size, DEAREST);
	}
}

/** What a constraint says, in whichever order. */
function signatureOf({ cells, coefficients, lower, upper }: Constraint): string {
	const sorted = cells
		.map((id, index) => [id, coefficients[index] ?? 0])
		.sort(([one = 0], [two = 0]) => one - two);
	return JSON.stringify([sorted, String(lower), upper]);
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

/** A system, the pairs of cells that are one figure with two numbers, and the sums that no rule names and that do not hold. */
export interface BuiltSystem extends System {
	conflicts: Figures['conflicts'];
	broken: Unnamed[];
}

/**
 * All figures of a package as one joint system: what a reader who takes every published table together knows.
 * A figure with `[c]` has no value in it.
 */
export function systemOf(pkg: DataPackage, tables: Record<string, Table>): BuiltSystem {
	const figures = figuresOf(pkg, tables);
	const { cells, conflicts } = figures;
	const named = [...constraintsBetween(pkg, tables, figures), ...growthBetween(tables, figures)];
	const unnamed = unnamedTies(pkg, tables, figures);
	const said = new Set(named.map(signatureOf));
	const constraints = [...named, ...unnamed.constraints.filter((each) => !said.has(signatureOf(each)))];
	weigh(cells, constraints);
	weighHeadline(pkg, tables, figures);
	const cellOf = new Map(
		[...figures.at].map(([name, at]) => [
			name,
			at.map((each) => (typeof each === 'number' ? each : undefined))
		])
	);
	return { cells, constraints, cellOf, conflicts, broken: unnamed.broken };
}
