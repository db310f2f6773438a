import type { ChartSpec, ChartView } from '../../charts/types.ts';
import type { CubeAnswer } from '../../cube/types.ts';
import { lowerFirst } from '../../charts/words/values.ts';
import { fieldByRole, labelOf } from '../../package/index.ts';
import type { Resource, Row, Text } from '../../package/types.ts';
import { compactTable, type CompactTable } from '../../ui/compact.ts';
import type { ComparePlaces, PlaceLink } from '../../ui/places/types.ts';
import { RATE_PER } from '../../stats/rate.ts';
import { m } from '../../words/index.ts';
import { formatList, formatNumber } from '../../words/numbers.ts';
import { placeFigures } from './figures.ts';
import { placeFieldOf, rowsBehind } from './rows.ts';
import { placeLinks, placeSite, placeWords, specsOfPage, type PlaceSite } from './site.ts';
import type { Release } from '../releases/release.ts';

/** Places of the standard choice. */
const SAMPLE = 3;

const unique = <T>(values: T[]) => [...new Set(values)];

/** Charts of one place by time: the first of rates, and the first of counts. */
function comparable(specs: ChartSpec[], { resources }: Release, field: string): ChartSpec[] {
	const byTime = specs.filter((spec) => {
		const resource = resources.find(({ name }) => name === spec.query.table);
		return resource && placeFieldOf(resource, field) && fieldByRole(resource, 'time')?.name === spec.x;
	});
	return [byTime.find(({ query }) => query.rate), byTime.find(({ query }) => !query.rate)].flatMap(
		(spec) => spec ?? []
	);
}

/** What a chart of several places shows: its measures by name. */
function titleOf({ resources }: Release, { query, title }: ChartSpec): Text {
	const resource = resources.find(({ name }) => name === query.table);
	const field = resource && fieldByRole(resource, 'measure');
	if (!resource || !field || !query.measure?.length) return title;
	const names = query.measure.map((value) => labelOf(resource, field.name, value));
	const measures = formatList(names.map((name, at) => (at ? lowerFirst(name) : name)));
	return query.rate ? m.places_compare_rate_chart({ measures, per: formatNumber(RATE_PER) }) : measures;
}

/** A chart of one place made a chart of several, with a line for each; in panels of their own where lines differ already. */
function comparing(release: Release, spec: ChartSpec, field: string, codes: string[]): ChartSpec {
	const { query, filters: _, superseded: __, facet, series = [], ...others } = spec;
	const dimensions = unique([...query.dimensions, field]);
	const own = series.filter((name) => name !== field);
	const asked = { ...query, dimensions, filters: { ...query.filters, [field]: codes } };
	const chart = { ...others, title: titleOf(release, spec), query: asked };
	if (facet !== undefined && facet !== field) return { ...chart, facet, series: unique([field, ...own]) };
	return own.length ? { ...chart, facet: field, series: own } : { ...chart, series: [field] };
}

/** The places that lack a number where every place has a published figure. */
function lacking({ rows }: CubeAnswer, field: string, links: PlaceLink[]): Set<string> {
	const cells = new Map<string, Map<string, boolean>>();
	for (const { key, value } of rows) {
		const { [field]: code, ...others } = key;
		const id = JSON.stringify(others);
		cells.set(id, (cells.get(id) ?? new Map<string, boolean>()).set(String(code), value !== null));
	}
	const complete = [...cells.values()].filter((known) => links.every(({ code }) => known.has(code)));
	return new Set(links.flatMap(({ code }) => (complete.every((known) => known.get(code)) ? [] : code)));
}

/** The first places in alphabetical order with a number wherever each place has a published figure. */
async function sampleOf(
	release: Release,
	specs: ChartSpec[],
	field: string,
	links: PlaceLink[]
): Promise<string[]> {
	const all = links.map(({ code }) => code);
	const answers = await Promise.all(
		specs.map((spec) => release.answer(comparing(release, spec, field, all).query))
	);
	const without = new Set(answers.flatMap((answer) => [...lacking(answer, field, links)]));
	const usual = all.filter((code) => !without.has(code));
	return (usual.length ? usual : all).slice(0, SAMPLE);
}

/** The rows of residents by which some of these rows of counts can be divided. */
function residentRows({ tables }: Release, resource: Resource, rows: Row[], field: string): CompactTable[] {
	const residents = resource.population && tables[resource.population.resource];
	const time = fieldByRole(resource, 'time')?.name;
	if (!residents || !time || !rows.length) return [];
	const idOf = (row: Row) => JSON.stringify([row[field], row[time]]);
	const wanted = new Set(rows.map(idOf));
	return [
		compactTable(
			residents.resource,
			residents.rows.filter((row) => wanted.has(idOf(row)))
		)
	];
}

/** The rows from which charts are answered for whatever places. */
function tablesFor(
	release: Release,
	views: ChartView[],
	specs: ChartSpec[],
	field: string,
	links: PlaceLink[]
): CompactTable[] {
	const all = links.map(({ code }) => code);
	const rowsOf = (some: ChartSpec[]) =>
		unique(some.flatMap((spec) => rowsBehind(release, comparing(release, spec, field, all).query)));
	const tables = views.flatMap(({ resource }) => {
		const own = specs.filter(({ query }) => query.table === resource.name);
		const rated = rowsOf(own.filter(({ query }) => query.rate));
		return [compactTable(resource, rowsOf(own)), ...residentRows(release, resource, rated, field)];
	});
	return [...new Map(tables.map((table) => [table.resource.name, table])).values()];
}

/**
 * The page on which places are compared; undefined where the package has none.
 * @param from absent: the current release
 */
export async function comparePage(from?: PlaceSite): Promise<ComparePlaces | undefined> {
	const site = from ?? (await placeSite());
	if (!site) return undefined;
	const { release } = site;
	const { field } = site.places.settings;
	const links = placeLinks(site.places);
	const specs = comparable(await specsOfPage('place', release), release, field);
	const figures = await placeFigures(release, await specsOfPage('places', release), field, links);
	const sample = await sampleOf(release, specs, field, links);
	const views = await Promise.all(specs.map((spec) => release.view(comparing(release, spec, field, sample))));
	return {
		places: links,
		words: placeWords(site.places),
		sample,
		field,
		views,
		tables: tablesFor(release, views, specs, field, links),
		...(figures ? { figures } : {})
	};
}
