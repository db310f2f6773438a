import { deriveChartSpecs, readChartSpecs } from '../charts/index.ts';
import type { ChartPage, ChartSpec, ChartView, SourceEntry } from '../charts/types.ts';
import type { CubeAnswer, CubeQuery } from '../cube/types.ts';
import { openDuckDBNode } from '../engine/duckdb/node.ts';
import type { QueryEngine } from '../engine/types.ts';
import { fieldByRole, formatFault } from '../package/index.ts';
import type { Resource } from '../package/types.ts';
import { CHART_PAGES } from '../ui/pages.ts';
import { loadPackage } from './package.ts';
import { sourceEntries } from './sources.ts';

let engine: Promise<QueryEngine> | undefined;

/** DuckDB with every table of the package, opened once a build. */
function buildEngine(): Promise<QueryEngine> {
	return (engine ??= loadPackage().then((loaded) => openDuckDBNode(loaded.resources, loaded.files)));
}

/**
 * Answers a query of the package's own charts.
 * @throws if the query is refused: a named chart must be answerable
 */
export async function answerInBuild(query: CubeQuery): Promise<CubeAnswer> {
	const answer = await (await buildEngine()).answer(query);
	if (answer.refused) throw new Error(`${query.table}: ${answer.reason}`);
	return answer;
}

/**
 * Every named chart: declared by the package, or derived from the roles of its columns.
 * @throws if a declared chart has faults
 */
export async function chartSpecs(): Promise<ChartSpec[]> {
	const { package: pkg } = await loadPackage();
	const { specs, faults } = pkg.charts?.length
		? readChartSpecs(pkg)
		: { specs: deriveChartSpecs(pkg), faults: [] };
	if (faults.length)
		throw new Error(`The charts in datapackage.json have faults:\n${faults.map(formatFault).join('\n')}`);
	return specs;
}

/** The pages that have at least one chart, in the order of the navigation. */
export async function chartPages(): Promise<ChartPage[]> {
	const specs = await chartSpecs();
	return CHART_PAGES.filter((page) => page === 'overview' || specs.some((spec) => spec.pages.includes(page)));
}

async function resourceOf(name: string): Promise<Resource> {
	const resource = (await loadPackage()).resources.find((each) => each.name === name);
	if (!resource) throw new Error(`No table is called ${name}.`);
	return resource;
}

/**
 * The sources that a chart can cite: of every row of its table if a filter can bring it there, else of
 * the rows it shows.
 */
async function sourcesOf(spec: ChartSpec, resource: Resource, answers: CubeAnswer[]): Promise<SourceEntry[]> {
	const { tables } = await loadPackage();
	const field = fieldByRole(resource, 'source')?.name;
	const rows = spec.filters?.length && field ? (tables[resource.name]?.rows ?? []) : [];
	const ids = new Set([
		...rows.map((row) => String(row[field ?? ''])),
		...answers.flatMap((answer) => answer.rows.flatMap((row) => row.sources))
	]);
	const entries = await sourceEntries();
	return [...ids].sort().flatMap((id) => entries.get(id) ?? []);
}

/** A chart with its answer, its sources and what every chart of the package carries. */
export async function chartView(spec: ChartSpec): Promise<ChartView> {
	const { package: pkg } = await loadPackage();
	const resource = await resourceOf(spec.query.table);
	const { title, publisher, scope, limits, version } = pkg;
	const answer = await answerInBuild(spec.query);
	const superseded = spec.superseded && (await answerInBuild(spec.superseded));
	return {
		spec,
		resource,
		answer,
		...(superseded ? { superseded, supersededResource: await resourceOf(superseded.query.table) } : {}),
		sources: await sourcesOf(spec, resource, superseded ? [answer, superseded] : [answer]),
		package: { title, publisher, scope, limits, version, asOf: resource.asOf ?? pkg.asOf }
	};
}
