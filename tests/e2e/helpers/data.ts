import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { dataFolder } from '../../../scripts/lib/stamp.mjs';

export type Words = string | Record<string, string>;

interface DataField {
	name: string;
	role?: string;
	title?: Words;
	categories?: { value: string; label: Words; kind?: string }[];
}

export interface DataTable {
	name: string;
	fields: DataField[];
	rows: Record<string, string>[];
}

export interface DataChart {
	id: string;
	query: {
		table: string;
		measure?: string[];
		dimensions: string[];
		filters?: Record<string, (string | number)[]>;
		basis?: string[];
		unit?: string[];
	};
	superseded?: DataChart['query'];
}

interface Descriptor {
	version: string;
	asOf: string;
	/** The main language first. */
	languages: string[];
	resources: {
		name: string;
		path: string;
		title: Words;
		schema: { fields: DataField[] };
		additivity?: {
			dimension: string;
			additivity: 'additive' | 'none';
			reason: Words;
			where?: Record<string, string[]>;
			total?: { resource: string; where: Record<string, string> };
		}[];
	}[];
	/** Absent where they follow from the tables. */
	charts?: DataChart[];
	limits: Words;
	places?: { field: string; geometry?: { path: string } };
	spatial?: Words;
	revisions?: unknown;
	exit?: { url: string };
	since?: string;
	headline?: unknown[];
	reach?: { heading: Words; measures: unknown[] }[];
	learn?: { figures?: Record<string, string> };
}

export const FOLDER = dataFolder();

/** `datapackage.json` as it stands, read without the code of the site. */
export const descriptor = JSON.parse(
	fs.readFileSync(path.join(FOLDER, 'datapackage.json'), 'utf8')
) as Descriptor;

/** A table as it stands in its file: every cell as text. */
export function readTable(name: string): DataTable {
	const resource = descriptor.resources.find((each) => each.name === name);
	if (!resource) throw new Error(`No table ${name}.`);
	const text = fs.readFileSync(path.join(FOLDER, resource.path), 'utf8').trim();
	const { data } = Papa.parse<Record<string, string>>(text, { header: true });
	return { name, fields: resource.schema.fields, rows: data };
}

/** The rows that a chart is made from. */
export function rowsOfChart(query: DataChart['query'], table: DataTable): Record<string, string>[] {
	const byRole = (role: string) => table.fields.find((field) => field.role === role)?.name ?? '';
	const wanted: [string, string[]][] = [
		...Object.entries(query.filters ?? {}).map(([name, values]): [string, string[]] => [
			name,
			values.map(String)
		]),
		...(query.measure ? [[byRole('measure'), query.measure] satisfies [string, string[]]] : []),
		...(query.basis && byRole('basis') ? [[byRole('basis'), query.basis] satisfies [string, string[]]] : []),
		...(query.unit && byRole('unit') ? [[byRole('unit'), query.unit] satisfies [string, string[]]] : [])
	];
	return table.rows.filter((row) => wanted.every(([name, values]) => values.includes(row[name] ?? '')));
}

/** What a reader may see in place of a cell: its label, or the cell itself. */
export function shownAs(field: DataField, cell: string): string {
	return inEnglish(field.categories?.find((category) => category.value === cell)?.label ?? cell, cell);
}

/** The head of a column: its title, or its name. */
export function headOf(field: DataField): string {
	return inEnglish(field.title ?? field.name, field.name);
}

/** A text of the descriptor in English, or else the other one. */
export function inEnglish(words: Words, other = ''): string {
	return typeof words === 'string' ? words : (words['en'] ?? other);
}

/** Versions of the package that are kept, the oldest first. */
export const KEPT: string[] = fs.existsSync(path.join(FOLDER, 'releases'))
	? fs
			.readdirSync(path.join(FOLDER, 'releases'))
			.map((name) => name.replace(/^v/, ''))
			.sort()
	: [];

/**
 * The published totals of a stacked chart, straight from the file.
 * @throws where the table publishes none
 */
export function publishedTotal({ table, dimensions, basis, unit }: DataChart['query']): {
	time: string;
	total: (period: string) => number;
} {
	const resource = descriptor.resources.find(({ name }) => name === table);
	const time = resource?.schema.fields.find(({ role }) => role === 'time')?.name ?? '';
	const asked: Record<string, string[] | undefined> = { basis, unit };
	const rule = resource?.additivity?.find(
		(each) =>
			each.total &&
			dimensions.includes(each.dimension) &&
			Object.entries(each.where ?? {}).every(([name, codes]) => {
				const role = resource.schema.fields.find((field) => field.name === name)?.role ?? '';
				return (asked[role] ?? codes).every((code) => codes.includes(code));
			})
	)?.total;
	if (!rule) throw new Error(`${table} has no total over ${dimensions.join(', ')}.`);
	const wanted = rowsOfChart(
		{
			table: rule.resource,
			dimensions: [],
			filters: Object.fromEntries(Object.entries(rule.where).map(([name, value]) => [name, [value]])),
			...(basis ? { basis } : {}),
			...(unit ? { unit } : {})
		},
		readTable(rule.resource)
	);
	const value = readTable(rule.resource).fields.find(({ role }) => role === 'value')?.name ?? '';
	return { time, total: (period) => Number(wanted.find((row) => row[time] === period)?.[value] ?? NaN) };
}

/** A breakdown of what must not be added up. */
export interface Groups {
	table: string;
	field: DataField;
	reason: string;
}

/**
 * The first such table; of several one in which a person can stand in several groups.
 * @throws where the package has none
 */
export const GROUPS: Groups = (() => {
	const found = descriptor.resources.flatMap(({ name, schema, additivity = [] }): Groups[] =>
		additivity.flatMap(({ dimension, additivity: kind, reason, where }) => {
			const field = schema.fields.find((each) => each.name === dimension && each.role === 'category');
			const plain = field?.categories?.filter((each) => each.kind === undefined) ?? [];
			return kind === 'none' && field && plain.length > 1 && !where
				? [{ table: name, field, reason: inEnglish(reason) }]
				: [];
		})
	);
	const [first] = [...found.filter(({ table }) => /gender|group|situation/.test(table)), ...found];
	if (!first) throw new Error('The package has no breakdown of what must not be added up.');
	return first;
})();
