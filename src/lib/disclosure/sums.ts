import { additivityRule, inSlice, totalRows } from '../package/additivity.ts';
import { dimensionsOf, totalCategory } from '../package/labels.ts';
import type { AdditivityRule, Field, Row, Table } from '../package/types.ts';
import type { FigureAt, Figures } from './figures.ts';
import { isWithin, monthsOf } from './periods.ts';
import type { Constraint } from './types.ts';
import { isPart } from './witness.ts';

/** Rows that differ in one dimension alone. */
export interface Slice {
	/** The place of the row of each value of the dimension. */
	members: Map<string, number>;
	/** Any row of the slice, for the fields that they share. */
	row: Row;
}

/** Figures over one dimension, of which the first are parts and the last stand for all of them. */
export interface Sum {
	parts: FigureAt[];
	totals: FigureAt[];
	additive: boolean;
	/** Whether nothing that was counted is missing from the parts. */
	complete: boolean;
	/** Figures that lie within the total, and are no part beside the others. */
	within: FigureAt[];
}

/** Rows of a table that differ in one dimension alone, by what they share. */
export function slicesOver(table: Table, dimension: Field): Map<string, Slice> {
	const others = dimensionsOf(table.resource).filter((field) => field !== dimension);
	const slices = new Map<string, Slice>();
	table.rows.forEach((row, index) => {
		const key = JSON.stringify(others.map((field) => row[field.name] ?? null));
		const slice = slices.get(key) ?? { members: new Map<string, number>(), row };
		slices.set(key, slice);
		slice.members.set(String(row[dimension.name] ?? ''), index);
	});
	return slices;
}

/** Figures of the rows that a rule names as its total, in whichever table. */
function namedTotals(
	rule: AdditivityRule,
	row: Row,
	tables: Record<string, Table>,
	figures: Figures
): FigureAt[] {
	const named = totalRows(rule, row, tables);
	const at = named ? figures.at.get(named.target.resource.name) : undefined;
	return named?.rows.map((index) => at?.[index]) ?? [];
}

/** Periods that lie in no longer one with a figure: a year beside its quarters is counted once. */
function outermost(dimension: Field, values: string[], figureOf: (value: string) => FigureAt): string[] {
	const periods = values.map((value) => monthsOf(dimension, value));
	const longer = periods.filter((_, index) => figureOf(values[index] ?? '') !== undefined);
	return values.filter((_, index) => {
		const period = periods[index];
		return !period || !longer.some((each) => each && isWithin(period, each));
	});
}

/** The members of a slice as a sum; where a rule of additivity says nothing, they overlap. */
export function sliceSum(
	slice: Slice,
	dimension: Field,
	table: Table,
	tables: Record<string, Table>,
	figures: Figures
): Sum {
	const at = figures.at.get(table.resource.name) ?? [];
	const figureOf = (value: string): FigureAt => {
		const index = slice.members.get(value);
		return index === undefined ? undefined : at[index];
	};
	const kinds = new Map(dimension.categories?.map((category) => [category.value, category.kind]));
	const values = [...slice.members.keys()];
	const beside = values.filter((value) => isPart({ kind: kinds.get(value) }));
	const parts = dimension.role === 'time' ? outermost(dimension, beside, figureOf) : beside;
	const [first = ''] = parts;
	const row = table.rows[slice.members.get(first) ?? -1] ?? slice.row;
	const rule = additivityRule(table.resource.additivity, dimension.name, row);
	const additive = rule?.additivity === 'additive';
	const declared = rule?.complete?.some((where) => inSlice(row, where)) === true;
	const listed = dimension.categories?.filter(isPart) ?? [];
	const allThere = listed.length > 0 && listed.every(({ value }) => slice.members.has(value));
	// Over time a year that nobody listed may be missing, and an overlap needs to be told to be whole.
	const complete = declared || (additive && allThere);
	return {
		parts: parts.map(figureOf),
		totals: [
			figureOf(totalCategory(dimension)?.value ?? '\u0000'),
			...(rule && additive ? namedTotals(rule, row, tables, figures) : [])
		],
		additive,
		complete: complete && parts.every((value) => figureOf(value) !== undefined),
		within: values.filter((value) => kinds.get(value) === 'composite').map(figureOf)
	};
}

export const isCell = (figure: FigureAt): figure is number => typeof figure === 'number';

/** `lower <= sum of plus - sum of minus <= upper`; nothing where all of them cancel out. */
export function constraint(plus: number[], minus: number[], lower: number, upper: number): Constraint[] {
	const coefficients = new Map<number, number>();
	for (const cell of plus) coefficients.set(cell, (coefficients.get(cell) ?? 0) + 1);
	for (const cell of minus) coefficients.set(cell, (coefficients.get(cell) ?? 0) - 1);
	const kept = [...coefficients].filter(([, coefficient]) => coefficient !== 0);
	if (kept.length === 0) return [];
	return [
		{ cells: kept.map(([cell]) => cell), coefficients: kept.map(([, each]) => each), lower, upper, over: '' }
	];
}

/** What ties parts to what stands for all of them. */
export function constraintsOf({ parts, totals, additive, complete, within }: Sum): Constraint[] {
	const cells = parts.filter(isCell);
	const below = (part: number, whole: number) => constraint([part], [whole], -Infinity, 0);
	return [...new Set(totals.filter(isCell))].flatMap((total) => {
		const inside = within.filter(isCell).flatMap((each) => below(each, total));
		if (cells.length === 0) return inside;
		if (additive) return [...inside, ...constraint(cells, [total], complete ? 0 : -Infinity, 0)];
		const whole = complete ? constraint(cells, [total], 0, Infinity) : [];
		return [...inside, ...cells.flatMap((each) => below(each, total)), ...whole];
	});
}
