import { additivityRule } from '../package/additivity.ts';
import { dimensionsOf, totalCategory } from '../package/labels.ts';
import type { Field, Row, Table } from '../package/types.ts';
import type { FigureAt, Figures } from './figures.ts';
import type { Constraint } from './types.ts';
import { isPart } from './witness.ts';

/** Figures under one total that stands for all values of several dimensions at once. */
interface Group {
	over: Field[];
	total: FigureAt;
	row: Row;
	parts: { row: Row; figure: FigureAt; key: string }[];
}

const keyOf = (row: Row, fields: readonly Field[]) =>
	JSON.stringify(fields.map(({ name }) => row[name] ?? null));

/** The values of a dimension that are parts beside one another. */
function partValues({ categories }: Field): Set<string> {
	const plain = categories?.filter(isPart) ?? [];
	return new Set(plain.map(({ value }) => value));
}

/** The groups under grand totals: totals of two or more dimensions. */
function groupsOf(table: Table, figures: Figures): Group[] {
	const at = figures.at.get(table.resource.name) ?? [];
	const all = dimensionsOf(table.resource);
	const able = all.filter((field) => field.role !== 'time' && totalCategory(field) !== undefined);
	const totals = new Map(able.map((field) => [field.name, totalCategory(field)?.value]));
	const isTotal = (row: Row, { name }: Field) => row[name] === totals.get(name);
	const patterns = new Map<string, Field[]>();
	for (const row of table.rows) {
		const over = able.filter((field) => isTotal(row, field));
		if (over.length > 1) patterns.set(over.map(({ name }) => name).join('+'), over);
	}
	return [...patterns.values()].flatMap((over) => {
		const others = all.filter((field) => !over.includes(field));
		const values = new Map(over.map((field) => [field, partValues(field)]));
		const groups = new Map<string, Group>();
		table.rows.forEach((row, index) => {
			if (over.every((field) => isTotal(row, field)))
				groups.set(keyOf(row, others), { over, total: at[index], row, parts: [] });
		});
		table.rows.forEach((row, index) => {
			if (!over.every((field) => values.get(field)?.has(String(row[field.name] ?? '')))) return;
			groups.get(keyOf(row, others))?.parts.push({ row, figure: at[index], key: keyOf(row, over) });
		});
		return [...groups.values()];
	});
}

/** Whether totals of one dimension alone tie the parts to the grand total already. */
function hasMargins(table: Table, figures: Figures, { over, row }: Group): boolean {
	const at = figures.at.get(table.resource.name) ?? [];
	const all = dimensionsOf(table.resource);
	return over.some((dimension) => {
		const there = new Set<string>();
		table.rows.forEach((each, index) => {
			const isMargin = all.every(({ name }) => name === dimension.name || each[name] === row[name]);
			if (isMargin && at[index] !== undefined) there.add(String(each[dimension.name] ?? ''));
		});
		return [...partValues(dimension)].every((value) => there.has(value));
	});
}

/**
 * What ties the parts of a table to a grand total over two or more additive dimensions, where no totals of a
 * single one stand between: they equal it where each combination that the table knows at all is there, and are at
 * most the total where one is missing.
 */
export function jointConstraints(table: Table, figures: Figures): Constraint[] {
	const groups = groupsOf(table, figures).filter((group) => !hasMargins(table, figures, group));
	const known = new Map<string, Set<string>>();
	for (const { over, parts } of groups) {
		const name = over.map((field) => field.name).join('+');
		const keys = known.get(name) ?? new Set<string>();
		for (const { key } of parts) keys.add(key);
		known.set(name, keys);
	}
	return groups.flatMap(({ over, total, parts }): Constraint[] => {
		const name = over.map((field) => field.name).join('+');
		const [first] = parts;
		if (typeof total !== 'number' || !first) return [];
		const { additivity } = table.resource;
		const isAdditive = over.every(
			(field) => additivityRule(additivity, field.name, first.row)?.additivity === 'additive'
		);
		if (!isAdditive) return [];
		const isWhole =
			parts.length === known.get(name)?.size && parts.every(({ figure }) => figure !== undefined);
		const cells = parts.map(({ figure }) => figure).filter((figure) => typeof figure === 'number');
		return [
			{
				cells: [...cells, total],
				coefficients: [...cells.map(() => 1), -1],
				lower: isWhole ? 0 : -Infinity,
				upper: 0,
				over: `${table.resource.name}.${name}`
			}
		];
	});
}
