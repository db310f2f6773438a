import { literal, quoted, type Member, type SqlRow } from '../../../cube/index.ts';
import { dimensionsOf, valueField } from '../../../package/labels.ts';
import type { Field, Resource } from '../../../package/types.ts';

/** Runs statements and gives the rows of the last one; the signal asks to stop. */
export type Ask = (sql: string, signal?: AbortSignal) => Promise<SqlRow[]>;

/** A table of figures, as trials need to know it. */
export interface TableProfile {
	resource: Resource;
	value: Field;
	dimensions: { field: Field; members: (string | number | null)[] }[];
	/** The largest value, whatever its sign; 1 where there is none. */
	largest: number;
	/** How many rows it has. */
	rows: number;
	/** Row numbers of the figures that are withheld. */
	withheld: number[];
	/** Whether it has too many rows to be tried out; then only the first ones are known. */
	isLarge: boolean;
	/** The unit of all rows, where there is only one. */
	unit: string | undefined;
}

/** Tables with more rows are not tried out, because every trial changes them all. */
const ROWS_AT_MOST = 20_000;

function memberOf(cell: unknown): string | number | null {
	return typeof cell === 'number' || typeof cell === 'string' ? cell : null;
}

/** What stands in a table of the package; undefined where it has no figures. */
export async function profileOf(resource: Resource, ask: Ask): Promise<TableProfile | undefined> {
	const value = valueField(resource);
	if (!value) return undefined;
	const fields = dimensionsOf(resource);
	const columns = fields.map((field, index) => `${quoted(field.name)} AS d${index}`);
	const rows = await ask(
		`SELECT ${[...columns, `${quoted(value.name)} AS v`, 'status', 'rowid AS r'].join(', ')}
FROM main.${quoted(resource.name)} LIMIT ${ROWS_AT_MOST + 1}`
	);
	const dimensions = fields.map((field, index) => ({
		field,
		members: [...new Set(rows.map((row) => memberOf(row[`d${index}`])))]
	}));
	const units = dimensions.find(({ field }) => field.role === 'unit')?.members ?? [resource.unit ?? null];
	return {
		resource,
		value,
		dimensions,
		largest: rows.reduce((most, row) => Math.max(most, Math.abs(Number(row['v'] ?? 0))), 0) || 1,
		rows: rows.length,
		isLarge: rows.length > ROWS_AT_MOST,
		withheld: rows
			.filter((row) => row['v'] === null && row['status'] === '[c]')
			.map((row) => Number(row['r'])),
		unit: units.length === 1 ? String(units[0]) : undefined
	};
}

/** The values of each dimension in the rows in which some dimensions have one value. */
export async function membersWhere(
	{ resource, dimensions }: TableProfile,
	pinned: ReadonlyMap<string, Member>,
	ask: Ask
): Promise<TableProfile['dimensions']> {
	const conditions = [...pinned].map(([name, member]) => `${quoted(name)} = ${literal(member)}`);
	const columns = dimensions.map(({ field }, index) => `${quoted(field.name)} AS d${index}`);
	const rows = await ask(
		`SELECT DISTINCT ${columns.join(', ')} FROM main.${quoted(resource.name)} WHERE ${conditions.join(' AND ')}`
	);
	return dimensions.map(({ field }, index) => ({
		field,
		members: [...new Set(rows.map((row) => memberOf(row[`d${index}`])))]
	}));
}
