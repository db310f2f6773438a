import type { ChartPage, ChartSpec } from '../charts/types.ts';
import { localized } from '../package/index.ts';
import type { HelpLine } from '../package/types.ts';
import type { Coverage, PlaceFigures, PlaceLink, PlacePageData, PlaceWords } from '../ui/places/types.ts';
import { chartSpecs } from './charts.ts';
import { coverageOf, placeFigures } from './placeFigures.ts';
import { otherFigures, residentTables, tablesAbout } from './placeRows.ts';
import { newestFigures, newestRate, placeChart } from './placeCharts.ts';
import { chartPageData, viewsOf, type ChartPageData } from './pages.ts';
import { placesOf, type Places } from './places.ts';
import { currentRelease } from './release.ts';

/** Everything on the page of all places. */
export interface PlacesPageData {
	words: PlaceWords;
	places: PlaceLink[];
	charts: ChartPageData;
	figures?: PlaceFigures;
	coverage: Coverage[];
	/** Why no rates are shown; absent where they are. */
	noRates?: 'no-population' | 'other-years';
}

/** The places of the package by name, as links need them. */
export function placeLinks({ places }: Pick<Places, 'places'>): PlaceLink[] {
	return places.map(({ code, name, slug }) => ({ code, name, slug }));
}

/** How the places of the package are called. */
export function placeWords({ settings }: Pick<Places, 'settings'>): PlaceWords {
	return {
		one: localized(settings.one),
		many: localized(settings.many),
		whole: localized(settings.whole)
	};
}

/** The charts of a page, as the package lists them. */
export async function specsOfPage(page: ChartPage): Promise<ChartSpec[]> {
	return (await chartSpecs()).filter((spec) => spec.pages.includes(page));
}

/** The one address of a page of all places, as the entries of its route; none where the package has no places. */
export async function placesEntries(): Promise<{ places: string }[]> {
	return (await placesOf()) ? [{ places: 'places' }] : [];
}

/** The address of each place, as the entries of its routes. */
export async function placeEntries(): Promise<{ places: string; place: string }[]> {
	return ((await placesOf())?.places ?? []).map(({ slug }) => ({ places: 'places', place: slug }));
}

/** The page of all places; undefined where the package has none. */
export async function placesPage(): Promise<PlacesPageData | undefined> {
	const found = await placesOf();
	if (!found) return undefined;
	const release = await currentRelease();
	const links = placeLinks(found);
	const { field } = found.settings;
	const specs = await specsOfPage('places');
	const figures = await placeFigures(release, specs, field, links);
	const [first] = specs;
	const noRates = figures?.hasRates
		? {}
		: ({ noRates: specs.some(({ query }) => query.rate) ? 'other-years' : 'no-population' } as const);
	return {
		words: placeWords(found),
		places: links,
		charts: await chartPageData(await viewsOf('places')),
		...(figures ? { figures } : {}),
		coverage: first ? await coverageOf(release, first, field, links) : [],
		...noRates
	};
}

/** The lines that serve a place, then those of the package that are not among them. */
function helpLinesFor(own: HelpLine[], shared: HelpLine[]): HelpLine[] {
	const known = new Set(own.map((line) => JSON.stringify([line.phone, line.text, line.url])));
	return [...own, ...shared.filter((line) => !known.has(JSON.stringify([line.phone, line.text, line.url])))];
}

/** The page of the place of an address; undefined where there is none. */
export async function placePage(slug: string): Promise<PlacePageData | undefined> {
	const found = await placesOf();
	const entry = found?.places.find((each) => each.slug === slug);
	if (!found || !entry) return undefined;
	const release = await currentRelease();
	const links = placeLinks(found);
	const byCode = new Map(links.map((link) => [link.code, link]));
	const place = byCode.get(entry.code) ?? entry;
	const { field, helpLines } = found.settings;
	const charts = await Promise.all(
		(await specsOfPage('place')).map((spec) => placeChart(release, spec, field, place.code))
	);
	const views = charts.flatMap(({ view }) => view ?? []);
	const rate = newestRate(views);
	const residents = residentTables(release);
	return {
		place: { code: place.code, name: place.name, slug },
		words: placeWords(found),
		count: links.length,
		newest: newestFigures(views),
		...(rate ? { rate } : {}),
		charts,
		other: otherFigures(
			release,
			field,
			place.code,
			views.map(({ answer }) => answer.query)
		),
		neighbours: entry.neighbours.flatMap((code) => byCode.get(code) ?? []),
		helpLines: helpLinesFor(helpLines?.[place.code] ?? [], release.package.helpLines ?? []),
		...(views[0] ? { picture: localized(views[0].spec.title) } : {}),
		isKnown: tablesAbout(release, field, place.code).some(({ resource }) => !residents.has(resource.name))
	};
}
