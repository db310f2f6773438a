import type { ChartSpec, ChartView } from '../charts/types.ts';
import type { CubeQuery } from '../cube/types.ts';
import { fieldByRole } from '../package/index.ts';
import type { Resource, Row } from '../package/types.ts';
import { compactTable, type CompactTable } from '../ui/compact.ts';
import type { ComparePlaces, PlaceFigures, PlaceLink } from '../ui/places/types.ts';
import { placeFigures } from './placeFigures.ts';
import { placeLinks, placeWords, specsOfPage } from './placePages.ts';
import { placeFieldOf, rowsBehind } from './placeRows.ts';
import { placesOf } from './places.ts';
import { currentRelease, type Release } from './release.ts';

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

/** A chart of one place made a chart of several: rates in one panel, counts in a panel for each. */
function comparing(spec: ChartSpec, field: string, codes: string[]): ChartSpec {
	const { query, filters: _, superseded: __, facet, series, ...others } = spec;
	const dimensions = unique([...query.dimensions, field]);
	const asked: CubeQuery = { ...query, dimensions, filters: { ...query.filters, [field]: codes } };
	const own = series?.filter((name) => name !== field) ?? [];
	return query.rate
		? { ...others, query: asked, series: [field], ...(facet && facet !== field ? { facet } : {}) }
		: {
				...others,
				query: asked,
				facet: field,
				series: unique([...own, ...(facet && facet !== field ? [facet] : [])])
			};
}

/** The first places in alphabetical order with a number in the newest complete period, and in every chart. */
async function sampleOf(
	release: Release,
	specs: ChartSpec[],
	field: string,
	links: PlaceLink[],
	figures: PlaceFigures | undefined
): Promise<string[]> {
	const answers = await Promise.all(
		specs.map((spec) =>
			release.answer(
				comparing(
					spec,
					field,
					links.map(({ code }) => code)
				).query
			)
		)
	);
	const numbers = (code: string) =>
		answers.map(({ rows }) => rows.filter((row) => row.key[field] === code && row.value !== null).length);
	const most = answers.map((_, at) => Math.max(0, ...links.map(({ code }) => numbers(code)[at] ?? 0)));
	const known = new Set(figures?.rows.flatMap(({ place, count }) => (count === null ? [] : place.code)));
	const having = links.filter(({ code }) => !figures || known.has(code));
	const usual = having.filter(({ code }) =>
		numbers(code).every((count, at) => count > 0 && (most[at] ?? 0) > 0)
	);
	return (usual.length ? usual : having).slice(0, SAMPLE).map(({ code }) => code);
}

/** The rows of residents that some row of counts can be divided by. */
function residentRows({ tables }: Release, resource: Resource, rows: Row[]): CompactTable[] {
	const residents = resource.population && tables[resource.population.resource];
	const time = fieldByRole(resource, 'time')?.name;
	if (!residents || !time) return [];
	const periods = new Set(rows.map((row) => row[time]));
	const used = residents.rows.filter((row) => periods.has(row[time] ?? null));
	return [compactTable(residents.resource, used)];
}

/** The page on which places are compared; undefined where the package has none, or no chart of one by time. */
export async function comparePage(): Promise<ComparePlaces | undefined> {
	const found = await placesOf();
	if (!found) return undefined;
	const release = await currentRelease();
	const { field } = found.settings;
	const links = placeLinks(found);
	const specs = comparable(await specsOfPage('place'), release, field);
	const figures = await placeFigures(release, await specsOfPage('places'), field, links);
	const sample = await sampleOf(release, specs, field, links, figures);
	const views: ChartView[] = await Promise.all(
		specs.map((spec) => release.view(comparing(spec, field, sample)))
	);
	const tables = new Map<string, CompactTable>();
	for (const { resource } of views) {
		const rows = unique(
			specs
				.filter(({ query }) => query.table === resource.name)
				.flatMap((spec) =>
					rowsBehind(
						release,
						comparing(
							spec,
							field,
							links.map(({ code }) => code)
						).query
					)
				)
		);
		for (const table of [compactTable(resource, rows), ...residentRows(release, resource, rows)]) {
			tables.set(table.resource.name, table);
		}
	}
	return {
		places: links,
		words: placeWords(found),
		sample,
		field,
		views,
		tables: [...tables.values()],
		...(figures ? { figures } : {})
	};
}
