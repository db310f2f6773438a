import { localized } from '../../package/index.ts';
import type { HelpLine } from '../../package/types.ts';
import type { Coverage, PlaceFigures, PlaceLink, PlacePageData, PlaceWords } from '../../ui/places/types.ts';
import { coverageOf, placeFigures } from './figures.ts';
import { otherFigures, residentTables, tablesAbout } from './rows.ts';
import { shownLine } from '../helpLines.ts';
import { newestFigures, newestRate, placeChart } from './charts.ts';
import { chartPageData, type ChartPageData } from '../pages.ts';
import { placeLinks, placeSite, placeWords, specsOfPage, type PlaceSite } from './site.ts';

export { placeLinks, placeWords, specsOfPage } from './site.ts';

/** Everything on the page of all places. */
export interface PlacesPageData {
	words: PlaceWords;
	places: PlaceLink[];
	charts: ChartPageData;
	/** Absent where no chart is about them. */
	figures?: PlaceFigures;
	coverage: Coverage[];
	/** Why no rates are shown; absent where they are. */
	noRates?: 'no-population' | 'other-years';
}

/**
 * The page of all places; undefined where the package has none.
 * @param from absent: the current release
 */
export async function placesPage(from?: PlaceSite): Promise<PlacesPageData | undefined> {
	const site = from ?? (await placeSite());
	if (!site) return undefined;
	const { release } = site;
	const links = placeLinks(site.places);
	const { field } = site.places.settings;
	const specs = await specsOfPage('places', release);
	const figures = await placeFigures(release, specs, field, links);
	const [first] = specs;
	const why = specs.some(({ query }) => query.rate) ? 'other-years' : 'no-population';
	return {
		words: placeWords(site.places),
		places: links,
		charts: await chartPageData(await Promise.all(specs.map((spec) => release.view(spec))), release),
		...(figures ? { figures } : {}),
		coverage: first ? await coverageOf(release, first, field, links) : [],
		...(figures?.hasRates ? {} : { noRates: why })
	};
}

/** The lines that serve a place, then those of the package that are not among them. */
function helpLinesFor(own: HelpLine[], shared: HelpLine[]): HelpLine[] {
	const idOf = ({ phone, text, url }: HelpLine) => JSON.stringify([phone, text, url]);
	const known = new Set(own.map(idOf));
	return [...own, ...shared.filter((line) => !known.has(idOf(line)))];
}

const pages = new Map<string, Promise<PlacePageData | undefined>>();

/**
 * The page of the place of an address; undefined where there is none.
 * @param from absent: the current release, whose pages are made once a build, for the page itself and its files
 */
export async function placePage(slug: string, from?: PlaceSite): Promise<PlacePageData | undefined> {
	if (from) return makePage(slug, from);
	const site = await placeSite();
	const page = pages.get(slug) ?? (site && makePage(slug, site));
	if (page) pages.set(slug, page);
	return page;
}

async function makePage(slug: string, site: PlaceSite): Promise<PlacePageData | undefined> {
	const place = site.places.places.find((each) => each.slug === slug);
	if (!place) return undefined;
	const { release } = site;
	const { code, name } = place;
	const links = placeLinks(site.places);
	const { field, helpLines } = site.places.settings;
	const charts = await Promise.all(
		(await specsOfPage('place', release)).map((spec) => placeChart(release, spec, field, code))
	);
	const views = charts.flatMap(({ view }) => view ?? []);
	const rate = newestRate(views);
	const residents = residentTables(release);
	const shown = views.map(({ answer }) => answer.query);
	return {
		place: { code, name, slug },
		words: placeWords(site.places),
		count: links.length,
		newest: newestFigures(views),
		...(rate ? { rate } : {}),
		charts,
		other: otherFigures(release, field, code, shown),
		neighbours: links.filter((link) => place.neighbours.includes(link.code)),
		helpLines: helpLinesFor(helpLines?.[code] ?? [], release.helpLines).map((line) =>
			shownLine(line, release.package.languages?.[0])
		),
		...(views[0] ? { picture: localized(views[0].spec.title) } : {}),
		isKnown: tablesAbout(release, field, code).some(({ resource }) => !residents.has(resource.name))
	};
}
