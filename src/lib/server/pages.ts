import type { ChartPage, ChartView } from '../charts/types.ts';
import type { Resource, Row } from '../package/types.ts';
import { pageFilters, type PageFilter } from '../ui/filters/options.ts';
import { compactTable, type CompactTable } from '../ui/compact.ts';
import { carriedResource, carriedView } from './carried.ts';
import { chartSpecs, chartView } from './charts.ts';
import { populationRows } from './places/population.ts';
import { currentRelease, type Release } from './releases/release.ts';

/** What a page of charts needs: its charts, its filters and the rows with which it answers them. */
export interface ChartPageData {
	views: ChartView[];
	filters: PageFilter[];
	tables: CompactTable[];
}

/**
 * Builds the data of a page from its charts.
 * @param release the one from which the charts are; absent: the current
 */
export async function chartPageData(views: ChartView[], release?: Release): Promise<ChartPageData> {
	const { tables } = release ?? (await currentRelease());
	const rowsOf = (view: ChartView) => tables[view.resource.name]?.rows ?? [];
	const filterable = views.filter((view) => view.spec.filters?.length);
	const needed = new Map([
		...populationRows(filterable, tables).map(({ resource, rows }) => tableOf(resource, rows)),
		...filterable.map((view) => tableOf(view.resource, rowsOf(view)))
	]);
	for (const view of filterable) {
		for (const rule of view.resource.additivity ?? []) {
			const total = rule.total && tables[rule.total.resource];
			if (total && view.spec.query.shareOf === rule.dimension) {
				needed.set(...tableOf(total.resource, total.rows));
			}
		}
	}
	return {
		views: views.map(carriedView),
		filters: pageFilters(
			views.map((view) => ({ spec: view.spec, resource: view.resource, rows: rowsOf(view) }))
		),
		tables: [...needed.values()]
	};
}

function tableOf(resource: Resource, rows: Row[]): [string, CompactTable] {
	return [resource.name, compactTable(carriedResource(resource), rows)];
}

/** The charts of a page in the order in which the package lists them. */
export async function viewsOf(page: ChartPage): Promise<ChartView[]> {
	const specs = (await chartSpecs()).filter((spec) => spec.pages.includes(page));
	return Promise.all(specs.map(chartView));
}
