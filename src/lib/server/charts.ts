import type { ChartPage, ChartSpec, ChartView } from '../charts/types.ts';
import type { CubeAnswer, CubeQuery } from '../cube/types.ts';
import { localized } from '../package/index.ts';
import type { DataPackage } from '../package/types.ts';
import { CHART_PAGES, pagePath, pageWords, type PageWords } from '../ui/pages.ts';
import { currentRelease } from './releases/release.ts';

/**
 * Answers a query of the package's own charts.
 * @throws if the query is refused: a named chart must be answerable
 */
export async function answerInBuild(query: CubeQuery): Promise<CubeAnswer> {
	return (await currentRelease()).answer(query);
}

/**
 * Every named chart: declared by the package, or derived from the roles of its columns.
 * @throws if a declared chart has faults
 */
export async function chartSpecs(): Promise<ChartSpec[]> {
	return (await currentRelease()).specs();
}

/**
 * The pages of a package that have something to show, in the order of the navigation: at least one chart; or places,
 * which have a page as soon as the package declares them; or figures of what the line did.
 */
export function shownPages(pkg: DataPackage, specs: readonly ChartSpec[]): ChartPage[] {
	return CHART_PAGES.filter((page) => {
		if (page === 'overview') return true;
		if (page === 'reach' && (pkg.reach?.length || pkg.headline?.length)) return true;
		return page === 'places' ? Boolean(pkg.places) : specs.some((spec) => spec.pages.includes(page));
	});
}

/** The pages of the current package that have something to show, in the order of the navigation. */
export async function chartPages(): Promise<ChartPage[]> {
	return shownPages((await currentRelease()).package, await chartSpecs());
}

/** Path and words of pages of charts, each path once; places are called as the package calls them. */
export async function pageLinks(pages: readonly ChartPage[]): Promise<({ path: string } & PageWords)[]> {
	const { package: pkg } = await currentRelease();
	const shown = new Set(await chartPages());
	const isShown = (page: ChartPage) => shown.has(page === 'place' ? 'places' : page);
	const links = pages.filter(isShown).map((page): [string, { path: string } & PageWords] => {
		const words = pageWords(page);
		const many = pagePath(page) === '/places' && pkg.places ? localized(pkg.places.many) : words.title;
		return [pagePath(page), { path: pagePath(page), ...words, title: many }];
	});
	return [...new Map(links).values()];
}

/** A chart with its answer, its sources and what every chart of the package carries. */
export async function chartView(spec: ChartSpec): Promise<ChartView> {
	return (await currentRelease()).view(spec);
}
