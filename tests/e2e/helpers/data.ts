import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { dataFolder } from '../../../scripts/lib/stamp.mjs';

type Words = string | Record<string, string>;

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
	/** The main language first. */
	languages: string[];
	resources: { name: string; path: string; schema: { fields: DataField[] } }[];
	charts: DataChart[];
}

const FOLDER = dataFolder();

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
		...(query.basis ? [[byRole('basis'), query.basis] satisfies [string, string[]]] : []),
		...(query.unit ? [[byRole('unit'), query.unit] satisfies [string, string[]]] : [])
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

function inEnglish(words: Words, other: string): string {
	return typeof words === 'string' ? words : (words['en'] ?? other);
}
