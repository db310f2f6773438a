import { m } from '../../words/index.ts';
import type { KeptTable } from './ownTables.svelte.ts';
import type { Role } from './types.ts';

/** A query that a reader can begin with. */
export interface ReadyQuery {
	label: string;
	sql: string;
}

type Column = KeptTable['roles'][number];

function firstOf(columns: readonly Column[], roles: readonly Role[]): Column | undefined {
	return roles.map((role) => columns.find((each) => each.role === role)).find((found) => found !== undefined);
}

const shown = ({ original, name }: Column) => original || name;
const isNumber = ({ type }: Column) =>
	type === 'whole' || type === 'whole-points' || type === 'decimal' || type === 'decimal-comma';

/** The columns of a table that hold marks of figures, such as `[c]`. */
export function markColumns({ table, roles }: Pick<KeptTable, 'table' | 'roles'>): string[] {
	const marked = new Set(roles.filter(({ role }) => role === 'status').map(({ name }) => name));
	return table.columns
		.filter(({ name, type }) => marked.has(name) || (type === 'VARCHAR' && /_status(_\d+)?$/.test(name)))
		.map(({ name }) => name);
}

/** Two queries about a table: how many rows, and a sum that says how many rows have no number. */
export function readyQueries({ table, roles }: KeptTable): ReadyQuery[] {
	const counted = firstOf(roles, ['category', 'place', 'time']);
	const grouped = firstOf(roles, ['time', 'place', 'category']);
	const value = roles.find((each) => each.role === 'value' && isNumber(each));
	const queries: ReadyQuery[] = [];
	if (counted)
		queries.push({
			label: m.own_query_count({ column: shown(counted) }),
			sql: `SELECT ${counted.name}, count(*) AS number_of_rows\nFROM ${table.name}\nGROUP BY ${counted.name}\nORDER BY number_of_rows DESC`
		});
	if (grouped && value)
		queries.push({
			label: m.own_query_sum({ value: shown(value), column: shown(grouped) }),
			sql: `-- ${m.own_query_caution()}\nSELECT ${grouped.name}, sum(${value.name}) AS total, count(*) - count(${value.name}) AS rows_without_number\nFROM ${table.name}\nGROUP BY ${grouped.name}\nORDER BY ${grouped.name}`
		});
	const show = { label: m.own_query_show(), sql: `SELECT *\nFROM ${table.name}\nLIMIT 20` };
	return queries.length < 2 ? [...queries, show] : queries;
}
