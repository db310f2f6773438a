import type { ChartPage, ChartSpec, ChartView } from '../charts/types.ts';
import type { CubeAnswer, CubeQuery } from '../cube/types.ts';
import { CHART_PAGES } from '../ui/pages.ts';
import { currentRelease } from './release.ts';

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

/** The pages that have at least one chart, in the order of the navigation. */
export async function chartPages(): Promise<ChartPage[]> {
	const specs = await chartSpecs();
	return CHART_PAGES.filter((page) => page === 'overview' || specs.some((spec) => spec.pages.includes(page)));
}

/** A chart with its answer, its sources and what every chart of the package carries. */
export async function chartView(spec: ChartSpec): Promise<ChartView> {
	return (await currentRelease()).view(spec);
}
