import { fieldByRole, labelOf, localized, unitName } from '../package/index.ts';
import type { Resource, Row } from '../package/types.ts';
import { chartSpecs } from './charts.ts';
import { loadPackage } from './package.ts';

/** One table as the catalogue lists it. */
export interface CatalogueEntry {
	name: string;
	title: string;
	description: string;
	rows: number;
	/** First and last period, `''` where the table has none. */
	years: string;
	/** What is counted, in words. */
	units: string;
	scope: string;
	bytes: number;
}

function years(resource: Resource, rows: Row[]): string {
	const time = fieldByRole(resource, 'time');
	const found = time
		? rows.flatMap((row) => /\d{4}/.exec(String(row[time.name] ?? ''))?.[0] ?? []).sort()
		: [];
	const [first, last] = [found[0], found.at(-1)];
	if (!first || !last) return '';
	return first === last ? first : `${first}–${last}`;
}

function units(resource: Resource, rows: Row[]): string {
	const unit = fieldByRole(resource, 'unit');
	if (!unit) return unitName(resource);
	const found = [...new Set(rows.map((row) => String(row[unit.name] ?? '')))].filter(Boolean);
	return found.map((value) => labelOf(resource, unit.name, value)).join(', ');
}

/** Every table of the package, in the order of the descriptor. */
export async function catalogue(): Promise<CatalogueEntry[]> {
	const { package: pkg, tables, files } = await loadPackage();
	return pkg.resources.map((resource) => {
		const rows = tables[resource.name]?.rows ?? [];
		return {
			name: resource.name,
			title: localized(resource.title),
			description: localized(resource.description),
			rows: rows.length,
			years: years(resource, rows),
			units: units(resource, rows),
			scope: localized(resource.scope ?? pkg.scope),
			bytes: files[resource.name]?.byteLength ?? 0
		};
	});
}

/** A table with its dictionary, its rules and the charts made from it; undefined if there is none of that name. */
export async function tablePage(name: string) {
	const { package: pkg, resources, tables } = await loadPackage();
	const entry = (await catalogue()).find((each) => each.name === name);
	const resource = resources.find((each) => each.name === name);
	if (!entry || !resource) return undefined;
	return {
		entry,
		resource,
		limits: localized(resource.limits ?? pkg.limits),
		breaks: resource.breaks ?? [],
		charts: (await chartSpecs())
			.filter((spec) => spec.query.table === name)
			.map((spec) => ({ id: spec.id, title: localized(spec.title) })),
		sample: (tables[name]?.rows ?? []).slice(0, 8),
		language: pkg.languages?.[0] ?? 'en'
	};
}
