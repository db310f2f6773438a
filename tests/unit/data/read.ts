import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { ChartSpec } from '../../../src/lib/charts/types.ts';
import type { DataPackage, Resource } from '../../../src/lib/package/types.ts';

const folder = new URL('../../../data/', import.meta.url);

export type TextRow = Record<string, string>;

export const descriptor = JSON.parse(readFileSync(new URL('datapackage.json', folder), 'utf8')) as Omit<
	DataPackage,
	'charts'
> & {
	charts: ChartSpec[];
};

export const csvFiles = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.csv'));

/** A file of the package as it stands. */
export function textOf(resource: Resource): string {
	return readFileSync(new URL(resource.path, folder), 'utf8');
}

const cache = new Map<string, { fields: string[]; rows: TextRow[] }>();

/** The header and rows of a table, every cell as text. */
export function read(name: string): { fields: string[]; rows: TextRow[] } {
	const known = cache.get(name);
	if (known) return known;
	const resource = resourceOf(name);
	const { data, errors, meta } = Papa.parse<TextRow>(textOf(resource), {
		header: true,
		skipEmptyLines: true,
		delimiter: ','
	});
	if (errors.length) throw new Error(`${resource.path}: ${JSON.stringify(errors[0])}`);
	const table = { fields: meta.fields ?? [], rows: data };
	cache.set(name, table);
	return table;
}

export function resourceOf(name: string): Resource {
	const resource = descriptor.resources.find((each) => each.name === name);
	if (!resource) throw new Error(`No table is called ${name}`);
	return resource;
}

export const sum = (rows: TextRow[], field: string) =>
	rows.reduce((total, row) => total + Number(row[field]), 0);
