import { dimensionsOf, plainCategories, totalCategory, valueField } from './labels.ts';
import type { AdditivityRule, Cell, Fault, Field, Row, Table } from './types.ts';

/** Whether a row lies in a slice: each named field has one of the values. */
export function inSlice(row: Row, where: Record<string, readonly string[]> | undefined): boolean {
	return Object.entries(where ?? {}).every(([name, values]) => values.includes(String(row[name] ?? '')));
}

/**
 * The rule that decides whether figures may be summed over a dimension: the first that fits.
 * @param valueOf a field; undefined for a value that no rule names
 */
export function ruleWhere(
	rules: readonly AdditivityRule[] | undefined,
	dimension: string,
	valueOf: (field: string) => string | undefined
): AdditivityRule | undefined {
	return rules?.find(
		(rule) =>
			rule.dimension === dimension &&
			Object.entries(rule.where ?? {}).every(([field, accepted]) => {
				const value = valueOf(field);
				return value !== undefined && accepted.includes(value);
			})
	);
}

/** The rule that decides for the figure of a row. */
export function additivityRule(
	rules: readonly AdditivityRule[] | undefined,
	dimension: string,
	row: Row
): AdditivityRule | undefined {
	return ruleWhere(rules, dimension, (field) => String(row[field] ?? ''));
}

/** The rows that a rule names as the total of what has the fields of a row, and their table. */
export function totalRows(
	{ total }: AdditivityRule,
	row: Row,
	tables: Record<string, Table>
): { target: Table; rows: number[] } | undefined {
	const target = total && Object.hasOwn(tables, total.resource) ? tables[total.resource] : undefined;
	if (!total || !target) return undefined;
	const shared = dimensionsOf(target.resource)
		.map((field) => field.name)
		.filter((name) => !Object.hasOwn(total.where, name) && Object.hasOwn(row, name));
	const rows = target.rows.flatMap((each, index) => {
		const named = Object.entries(total.where).every(([name, code]) => String(each[name] ?? '') === code);
		return named && shared.every((name) => each[name] === row[name]) ? [index] : [];
	});
	return { target, rows };
}

interface Slice {
	rule: AdditivityRule;
	/** The row of each value of the dimension. */
	members: Map<string, { row: Row; line: number | undefined }>;
	/** Any row of the slice, for the fields that they share. */
	row: Row;
}

/** Rows that differ in the dimension alone, where an additive rule holds for them. */
function slicesOver(table: Table, dimension: Field): Slice[] {
	const others = dimensionsOf(table.resource).filter((field) => field !== dimension);
	const slices = new Map<string, Slice>();
	table.rows.forEach((row, index) => {
		const rule = additivityRule(table.resource.additivity, dimension.name, row);
		if (rule?.additivity !== 'additive') return;
		const key = JSON.stringify(others.map((field) => row[field.name] ?? null));
		const slice = slices.get(key) ?? { rule, members: new Map<string, never>(), row };
		slices.set(key, slice);
		slice.members.set(String(row[dimension.name] ?? ''), { row, line: table.lines?.[index] });
	});
	return [...slices.values()];
}

/** The sum of a slice's members; undefined where one of them is not there or has no number. */
function sumOf(slice: Slice, dimension: Field, value: string): number | undefined {
	const declared = slice.rule.complete?.some((where) => inSlice(slice.row, where)) === true;
	const cells: Cell[] = [];
	for (const category of dimension.categories ?? []) {
		if (category.kind === 'total' || category.kind === 'composite') continue;
		const member = slice.members.get(category.value);
		if (member) cells.push(member.row[value] ?? null);
		else if (!declared && category.kind === undefined) return undefined;
	}
	const numbers = cells.filter((cell) => typeof cell === 'number');
	if (numbers.length === 0 || numbers.length < cells.length) return undefined;
	// Decimal fractions are exact to a billionth; whole numbers are left as they are.
	const sum = numbers.reduce((total, number) => total + number, 0);
	return numbers.every(Number.isInteger) ? sum : Math.round(sum * 1e9) / 1e9;
}

interface Total {
	value: Cell;
	told: string;
}

/** Published totals over a slice: its own total row, and the row that the rule names. */
function totalsOf(slice: Slice, dimension: Field, table: Table, tables: Record<string, Table>): Total[] {
	const totals: Total[] = [];
	const value = valueField(table.resource)?.name ?? '';
	const own = slice.members.get(totalCategory(dimension)?.value ?? '\u0000');
	if (own)
		totals.push({ value: own.row[value] ?? null, told: `${table.resource.path} line ${own.line ?? '?'}` });
	const named = totalRows(slice.rule, slice.row, tables);
	const targetValue = named && valueField(named.target.resource)?.name;
	if (!named || targetValue === undefined) return totals;
	const { resource, rows, lines } = named.target;
	for (const index of named.rows) {
		const row = rows[index];
		// A rule may name the very total row of its own table.
		if (!row || row === own?.row) continue;
		totals.push({ value: row[targetValue] ?? null, told: `${resource.path} line ${lines?.[index] ?? '?'}` });
	}
	return totals;
}

/**
 * Slices of additive dimensions whose members are all there and have numbers, but do not add up to a
 * published total over them. Whole numbers must agree exactly. Where an `unknown` category is known to
 * the dimension but not published in the slice, a sum below the total is no fault.
 */
export function additivityFaults(tables: Record<string, Table>): Fault[] {
	const faults: Fault[] = [];
	for (const table of Object.values(tables)) {
		const value = valueField(table.resource);
		if (!value || !table.resource.additivity) continue;
		for (const dimension of dimensionsOf(table.resource)) {
			if (plainCategories(dimension).length === 0) continue;
			for (const slice of slicesOver(table, dimension)) {
				const sum = sumOf(slice, dimension, value.name);
				if (sum === undefined) continue;
				const partial = unknownLeftOut(slice, dimension);
				for (const total of totalsOf(slice, dimension, table, tables)) {
					if (total.value === null || sum === total.value) continue;
					if (partial && sum < Number(total.value)) continue;
					const first = [...slice.members.values()][0];
					faults.push({
						file: table.resource.path,
						row: first?.line,
						column: value.name,
						value: String(sum),
						rule: `the parts over ${dimension.name} do not add up to their published total`,
						mend: `${total.told} has ${total.value}; correct a part or the total, or the rule of additivity`
					});
				}
			}
		}
	}
	return faults;
}

function unknownLeftOut(slice: Slice, dimension: Field): boolean {
	if (slice.rule.complete?.some((where) => inSlice(slice.row, where))) return false;
	const unknown = dimension.categories?.filter((category) => category.kind === 'unknown') ?? [];
	return unknown.some((category) => !slice.members.has(category.value));
}
