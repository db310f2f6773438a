import { chartContext } from '../../charts/index.ts';
import { toCsv } from '../../outputs/csv.ts';
import { composeImage } from '../../outputs/image/index.ts';
import { dimensionsOf, fieldByRole, labelOf, localized, unitName, valueField } from '../../package/index.ts';
import type { Cell, Resource, Row } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { placePage } from './pages.ts';
import { residentTables, roleWords, tablesAbout } from './rows.ts';
import { placeSite, type PlaceSite } from './site.ts';
import type { Release } from '../releases/release.ts';
import { siteAddress } from '../site.ts';
import { sourceEntriesOf } from '../sourceEntries.ts';

const COLUMNS = [
	'table',
	'period',
	'measure',
	'dimensions',
	'value',
	'status',
	'qualifier',
	'unit',
	'source',
	'confidence',
	'note'
];

/** Category and basis of a row by their titles: `Form: Sex trafficking; Channel: All channels`. */
function dimensionWords(resource: Resource, row: Row): string {
	return dimensionsOf(resource)
		.filter(({ role }) => role === 'category' || role === 'basis')
		.map(({ name, title }) => `${localized(title ?? name)}: ${labelOf(resource, name, row[name] ?? null)}`)
		.join('; ');
}

function cellsOf(resource: Resource, row: Row): Cell[] {
	const cell = (role: Parameters<typeof fieldByRole>[1]): Cell =>
		row[fieldByRole(resource, role)?.name ?? ''] ?? null;
	const status = String(row['status'] ?? '');
	return [
		resource.name,
		roleWords(resource, row, 'time'),
		roleWords(resource, row, 'measure') || localized(resource.title),
		dimensionWords(resource, row),
		row[valueField(resource)?.name ?? ''] ?? status,
		status,
		cell('qualifier'),
		roleWords(resource, row, 'unit') || unitName(resource),
		cell('source'),
		cell('confidence'),
		cell('note')
	];
}

/** The name of a table, and its own scope and limits where it has some. */
function tableWords({ name, title, scope, limits }: Resource): string {
	return [
		m.places_file_table({ name, title: localized(title) }),
		...(scope ? [m.pages_file_scope({ scope: localized(scope) })] : []),
		...(limits ? [m.pages_file_limits({ limits: localized(limits) })] : [])
	]
		.map((words) => words.replace(/\.?$/, '.'))
		.join(' ');
}

function blockOf(release: Release, name: string, about: { resource: Resource; rows: Row[] }[]): string[] {
	const { package: pkg, tables } = release;
	const residents = residentTables(release);
	const entries = sourceEntriesOf(tables);
	const cited = new Set(
		about.flatMap(({ resource, rows }) => {
			const field = fieldByRole(resource, 'source')?.name ?? '';
			return rows.map((row) => String(row[field] ?? ''));
		})
	);
	return [
		m.places_file_title({ place: name }),
		m.pages_file_scope({ scope: localized(pkg.scope) }),
		m.pages_file_limits({ limits: localized(pkg.limits) }),
		m.places_unknown(),
		...about.map(({ resource }) => tableWords(resource)),
		...about
			.filter(({ resource }) => residents.has(resource.name))
			.map(({ resource }) => m.places_file_population({ name: resource.name })),
		...[...cited]
			.sort()
			.flatMap((id) => entries.get(id) ?? [])
			.map(({ id, title, publisher, date, url }) => m.pages_file_source({ id, title, publisher, date, url })),
		m.pages_file_version({ title: localized(pkg.title), version: pkg.version, asOf: pkg.asOf })
	];
}

/**
 * Every row about a place, of all tables, as CSV with scope, limits and sources on top; undefined where the package
 * has no such place.
 * @param from absent: the current release
 */
export async function placeCsv(slug: string, from?: PlaceSite): Promise<string | undefined> {
	const site = from ?? (await placeSite());
	const place = site?.places.places.find((each) => each.slug === slug);
	if (!site || !place) return undefined;
	const about = tablesAbout(site.release, site.places.settings.field, place.code);
	const rows = about.flatMap(({ resource, rows: own }) => own.map((row) => cellsOf(resource, row)));
	return toCsv(blockOf(site.release, place.name, about), COLUMNS, rows);
}

/**
 * The first chart of a place's page as a picture; undefined where it has none.
 * @param from absent: the current release
 */
export async function placeSvg(slug: string, from?: PlaceSite): Promise<string | undefined> {
	const page = await placePage(slug, from);
	const view = page?.charts.flatMap((chart) => chart.view ?? [])[0];
	if (!view) return undefined;
	return composeImage(chartContext(view), { form: 'wide', address: `${siteAddress()}/places/${slug}` });
}

/** The places with a picture, as the entries of its route. */
export async function pictureEntries(): Promise<{ places: string; place: string }[]> {
	const places = (await placeSite())?.places.places ?? [];
	const pages = await Promise.all(places.map(({ slug }) => placePage(slug)));
	return pages.flatMap((page) => (page?.picture ? [{ places: 'places', place: page.place.slug }] : []));
}
