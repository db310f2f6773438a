import type { ChartPage } from '../charts/types.ts';
import type { DataPackage } from '../package/types.ts';
import { CHART_PAGES, pagePath } from '../ui/pages.ts';

/**
 * Paths of the pages that other packages have and this one has not; texts that stand on the site of any package may
 * name them, and must not lead to them.
 * @param shown pages of charts that have something to show
 */
export function absentPages(pkg: DataPackage, shown: readonly ChartPage[]): ReadonlySet<string> {
	return new Set([
		...CHART_PAGES.filter((page) => !shown.includes(page)).map(pagePath),
		...(pkg.revisions ? [] : ['/revisions']),
		...(pkg.learn?.law === undefined ? ['/learn/law'] : [])
	]);
}
