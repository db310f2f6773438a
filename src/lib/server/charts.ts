import { deriveChartSpecs, readChartSpecs } from '../charts/index.ts';
import type { ChartPage, ChartSpec, ChartView, SourceEntry } from '../charts/types.ts';
import type { CubeAnswer, CubeQuery } from '../cube/types.ts';
import { openDuckDBNode } from '../engine/duckdb/node.ts';
import type { QueryEngine } from '../engine/types.ts';
import { fieldByRole, formatFault } from '../package/index.ts';
import type { Resource, Row } from '../package/types.ts';
import { CHART_PAGES } from '../ui/pages.ts';
import { loadPackage } from './package.ts';

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

/** The sources that rows of a table name, in order of their identifiers. */
async function sourcesOf(resource: Resource, rows: Row[]): Promise<SourceEntry[]> {
	const field = fieldByRole(resource, 'source');
	const key = resource.schema.foreignKeys?.find((each) => field && each.fields.includes(field.name));
	if (!field || !key) return [];
	const { tables } = await loadPackage();
	const idField = key.reference.fields[0] ?? 'source_id';
	const used = new Set(rows.map((row) => row[field.name]));
	return (tables[key.reference.resource]?.rows ?? [])
		.filter((row) => used.has(row[idField] ?? null))
		.map((row) => ({
			id: String(row[idField]),
			title: String(row['title'] ?? row[idField]),
			publisher: String(row['publisher'] ?? ''),
			url: String(row['url'] ?? ''),
			date: String(row['published_or_snapshot_date'] ?? '')
		}))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The sources of several tables, each once. */
async function sourcesOfTables(names: string[]): Promise<SourceEntry[]> {
	const { tables } = await loadPackage();
	const found = new Map<string, SourceEntry>();
	for (const name of names) {
		for (const source of await sourcesOf(await resourceOf(name), tables[name]?.rows ?? []))
			found.set(source.id, source);
	}
	return [...found.values()];
}

/** A chart with its answer, its sources and what every chart of the package carries. */
export async function chartView(spec: ChartSpec): Promise<ChartView> {
	const { package: pkg } = await loadPackage();
	const resource = await resourceOf(spec.query.table);
	const { title, publisher, scope, limits, version } = pkg;
	return {
		spec,
		resource,
		answer: await answerInBuild(spec.query),
		...(spec.superseded ? { superseded: await answerInBuild(spec.superseded) } : {}),
		sources: await sourcesOfTables([spec.query.table, ...(spec.superseded ? [spec.superseded.table] : [])]),
		package: { title, publisher, scope, limits, version, asOf: resource.asOf ?? pkg.asOf }
	};
}
