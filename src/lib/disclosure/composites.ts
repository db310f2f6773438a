import { additivityRule } from '../package/additivity.ts';
import type { Field, Row, Table } from '../package/types.ts';
import { standingOf, type FigureAt, type Figures } from './figures.ts';
import { constraintsOf, type Slice } from './sums.ts';
import type { Constraint, Standing } from './types.ts';

/** A composite of a slice with the values that it consists of. */
interface Composite {
	value: string;
	row: Row;
	at: Standing;
	parts: FigureAt[];
	total: FigureAt;
}

function compositesOf(slice: Slice, dimension: Field, table: Table, figures: Figures): Composite[] {
	const at = figures.at.get(table.resource.name) ?? [];
	const figureOf = (value: string): FigureAt => at[slice.members.get(value) ?? -1];
	return (dimension.categories ?? []).flatMap(({ value, parts }) => {
		const member = slice.members.get(value);
		if (parts === undefined || member === undefined) return [];
		const row = table.rows[member] ?? slice.row;
		const found = { parts: parts.map(figureOf), total: at[member] };
		return [{ value, row, at: standingOf(table, member), ...found }];
	});
}

/** Composites that equal their parts wherever all are known, and somewhere with more than one part: readers see it. */
function evidentComposites(composites: readonly Composite[], { cells }: Figures): Set<string> {
	const numberOf = (figure: FigureAt) =>
		figure === 'none' ? 0 : figure === undefined ? undefined : (cells[figure]?.value ?? undefined);
	const outcomes = new Map<string, Set<boolean>>();
	for (const { value, parts, total } of composites) {
		const [whole, ...numbers] = [total, ...parts].map(numberOf);
		if (whole === undefined || numbers.includes(undefined)) continue;
		const known = numbers.map((each) => each ?? 0);
		const isSum = known.reduce((sum, each) => sum + each, 0) === whole;
		if (isSum && known.filter((each) => each > 0).length < 2) continue;
		outcomes.set(value, (outcomes.get(value) ?? new Set()).add(isSum));
	}
	return new Set([...outcomes].flatMap(([value, seen]) => (seen.has(false) ? [] : [value])));
}

/**
 * What ties composites to the values that they consist of, as far as they are there.
 * @param isGuarded whether sums count that no rule names, but that figures show
 */
export function compositeConstraints(
	slices: readonly Slice[],
	dimension: Field,
	table: Table,
	figures: Figures,
	isGuarded: boolean
): Constraint[] {
	const composites = slices.flatMap((slice) => compositesOf(slice, dimension, table, figures));
	const evident = isGuarded ? evidentComposites(composites, figures) : new Set<string>();
	return composites.flatMap(({ value, row, at, parts, total }) => {
		const isAdditive =
			additivityRule(table.resource.additivity, dimension.name, row)?.additivity === 'additive';
		const isEvident = !isAdditive && evident.has(value);
		const complete = parts.every((figure) => figure !== undefined);
		const sum = { parts, totals: [total], additive: isAdditive || isEvident, complete, within: [] };
		const unnamed = { at, other: `${table.resource.name}.${dimension.name}` };
		return constraintsOf(sum).map((each) => (isEvident ? { ...each, unnamed } : each));
	});
}
