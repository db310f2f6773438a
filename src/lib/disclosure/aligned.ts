import { dimensionsOf, totalCategory, valueField } from '../package/labels.ts';
import type { AdditivityRule, Field, Resource, Row, Table } from '../package/types.ts';

/** A table by another name is the same one where so many figures are the same, and few others. */
const LEAST_SAME = 3;
const MOST_OTHERS = 3;

const valuesOf = ({ rows }: Table, { name }: Field) => new Set(rows.map((row) => String(row[name] ?? '')));

/** Whether two columns have half of their values in common, totals left out. */
function overlap(before: Table, own: Field, now: Table, other: Field): boolean {
	const partsOf = (table: Table, field: Field) =>
		[...valuesOf(table, field)].filter((value) => value !== totalCategory(field)?.value);
	const [one, two] = [partsOf(before, own), new Set(partsOf(now, other))];
	const shared = one.filter((value) => two.has(value)).length;
	return shared > 0 && shared * 2 >= Math.min(one.length, two.size);
}

/** What each dimension of an earlier table is called now; undefined where the tables have other dimensions. */
function newNames(before: Table, now: Table): Map<string, string> | undefined {
	const [old, present] = [dimensionsOf(before.resource), dimensionsOf(now.resource)];
	if (old.length !== present.length) return undefined;
	const isIn = ({ name }: Field, all: readonly Field[]) => all.some((field) => field.name === name);
	const names = new Map<string, string>();
	for (const field of old) {
		const free = present.filter(
			(each) => !isIn(each, old) && ![...names.values()].includes(each.name) && each.role === field.role
		);
		const same = isIn(field, present) ? field : free.find((each) => overlap(before, field, now, each));
		if (!same) return undefined;
		names.set(field.name, same.name);
	}
	return names;
}

const inNew = (names: ReadonlyMap<string, string>, name: string) => names.get(name) ?? name;

function withNewKeys<Value>(
	record: Readonly<Record<string, Value>>,
	names: ReadonlyMap<string, string>
): Record<string, Value> {
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [inNew(names, name), value]));
}

function renamedRule(rule: AdditivityRule, names: ReadonlyMap<string, string>): AdditivityRule {
	return {
		...rule,
		dimension: inNew(names, rule.dimension),
		...(rule.where ? { where: withNewKeys(rule.where, names) } : {}),
		...(rule.complete ? { complete: rule.complete.map((where) => withNewKeys(where, names)) } : {})
	};
}

/** An earlier table as the present one would name what it is about: its columns, its scope, its unit. */
function inWordsOf(before: Table, now: Table, names: ReadonlyMap<string, string>): Table {
	const { scope: _, ...resource } = before.resource;
	const { scope, unit } = now.resource;
	const { schema, additivity } = resource;
	const fields = schema.fields.map((field) => ({ ...field, name: inNew(names, field.name) }));
	const primaryKey = schema.primaryKey?.map((name) => inNew(names, name));
	const renamed: Resource = {
		...resource,
		...(scope === undefined ? {} : { scope }),
		...(unit !== undefined && resource.unit !== undefined ? { unit } : {}),
		schema: { ...schema, fields, ...(primaryKey ? { primaryKey } : {}) },
		...(additivity ? { additivity: additivity.map((rule) => renamedRule(rule, names)) } : {})
	};
	return { ...before, resource: renamed, rows: before.rows.map((row) => withNewKeys(row, names)) };
}

/** How many figures two tables have alike, and how many otherwise. */
function agreement(one: Table, two: Table): { same: number; others: number } {
	const keyOf = (row: Row) =>
		JSON.stringify(dimensionsOf(two.resource).map(({ name }) => String(row[name] ?? '')));
	const figureOf = ({ resource }: Table, row: Row | undefined) => row?.[valueField(resource)?.name ?? ''];
	const present = new Map(two.rows.map((row) => [keyOf(row), row]));
	let [same, others] = [0, 0];
	for (const row of one.rows) {
		const [old, now] = [figureOf(one, row), figureOf(two, present.get(keyOf(row)))];
		if (typeof old !== 'number' || typeof now !== 'number') continue;
		if (old === now) same++;
		else others++;
	}
	return { same, others };
}

/** An earlier table, and the present one that carries it on. */
interface Carried {
	table: Table;
	/** The name of the present table. */
	name: string;
	same: number;
}

function carriedOn(before: Table, now: Table): Carried | undefined {
	const names = newNames(before, now);
	if (!names) return undefined;
	const table = inWordsOf(before, now, names);
	const { same, others } = agreement(table, now);
	const isNamesake = before.resource.name === now.resource.name;
	const isSame = isNamesake ? same >= others : same >= LEAST_SAME && same >= MOST_OTHERS * others;
	return isSame ? { table, name: now.resource.name, same } : undefined;
}

/**
 * Each table of an earlier release in the words of the present one that carries it on, since a scope, a unit or a column
 * may be called otherwise now, and a table too: its figures are the same to every reader. A table that none carries on
 * stays as it is.
 * @param tables of the present release, by name
 */
export function aligned(earlier: readonly Table[], tables: Readonly<Record<string, Table>>): Table[] {
	const namesakes = earlier.map((before) => {
		const now = Object.hasOwn(tables, before.resource.name) ? tables[before.resource.name] : undefined;
		return now && carriedOn(before, now);
	});
	const taken = new Set(namesakes.flatMap((each) => each?.name ?? []));
	return earlier.map((before, index) => {
		const namesake = namesakes[index];
		if (namesake) return namesake.table;
		if (!valueField(before.resource)) return before;
		const others = Object.values(tables).filter(({ resource }) => !taken.has(resource.name));
		const [best] = others
			.flatMap((now) => carriedOn(before, now) ?? [])
			.sort((one, two) => two.same - one.same);
		if (!best) return before;
		taken.add(best.name);
		return { ...best.table, resource: { ...best.table.resource, name: best.name } };
	});
}
