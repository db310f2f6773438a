import { setPlaceKit } from '../../charts/kit.ts';
import { PLACE_KIT } from '../../charts/places/kit.ts';
import type { ChartSpec, ChartView, SourceEntry } from '../../charts/types.ts';
import type { CubeAnswer, CubeQuery } from '../../cube/types.ts';
import { openDuckDBNode } from '../../engine/duckdb/node.ts';
import { createMemoryEngine } from '../../engine/memory.ts';
import type { QueryEngine } from '../../engine/types.ts';
import { codeTerms, fieldByRole, fieldsByRole, homeLines, type CodeTerm } from '../../package/index.ts';
import type { DataPackage, HelpLine, Resource, Table, Withdrawal } from '../../package/types.ts';
import { loadPackage, type LoadedPackage } from '../package.ts';
import { placeParts } from '../places/views.ts';
import { sourceEntriesOf } from '../sourceEntries.ts';
import { specsOf } from '../specs.ts';

setPlaceKit(PLACE_KIT);

/** A published version of the package, with everything that its charts need. */
export interface Release {
	version: string;
	/** The day until which its figures were gathered. */
	asOf: string;
	/** Whether it is the newest: the one that all pages and live embeds show. */
	current: boolean;
	package: DataPackage;
	/** Its resources, each with every break that concerns it. */
	resources: Resource[];
	tables: Record<string, Table>;
	/** The help lines that stand on every page. */
	helpLines: HelpLine[];
	/** The CSV of each resource, byte for byte. */
	files: Record<string, Uint8Array>;
	/** Answers a query; rejects where it is refused, for a named chart must be answerable. */
	answer(query: CubeQuery): Promise<CubeAnswer>;
	/** Its named charts; rejects where a declared chart has faults. */
	specs(): Promise<ChartSpec[]>;
	/** A chart with its answer, its sources and what every chart of the package carries. */
	view(spec: ChartSpec): Promise<ChartView>;
	/** When and why the frozen embeds of a chart were withdrawn; undefined where they stand. */
	withdrawn(id: string): Withdrawal | undefined;
}

/** The withdrawal that concerns a chart of a version, if there is one. */
export function withdrawalOf(
	withdrawals: Withdrawal[] | undefined,
	version: string,
	id: string
): Withdrawal | undefined {
	return withdrawals?.find((each) => each.version === version && (each.charts?.includes(id) ?? true));
}

/**
 * The sources that a chart can cite: of every row of its table if a filter can bring it there, else of
 * the rows it shows; and of the residents behind its rates.
 */
function sourcesOf(
	{ tables }: LoadedPackage,
	spec: ChartSpec,
	resource: Resource,
	population: Resource | undefined,
	answers: CubeAnswer[]
): SourceEntry[] {
	const citedIn = (table: Resource | undefined) => {
		const field = table && fieldByRole(table, 'source')?.name;
		return table && field ? (tables[table.name]?.rows ?? []).map((row) => String(row[field])) : [];
	};
	const ids = new Set([
		...(spec.filters?.length ? citedIn(resource) : []),
		...citedIn(population),
		...answers.flatMap((answer) => answer.rows.flatMap((row) => row.sources))
	]);
	const entries = sourceEntriesOf(tables);
	return [...ids].sort().flatMap((id) => entries.get(id) ?? []);
}

/** The terms of what an answer counts. */
function termsOf(
	{ package: pkg }: LoadedPackage,
	{ query }: ChartSpec,
	resource: Resource,
	{ rows }: CubeAnswer
): { terms?: CodeTerm[] } {
	const fields = [...fieldsByRole(resource, 'measure'), ...fieldsByRole(resource, 'unit')];
	const codes = new Set([
		...(query.measure ?? []),
		...(query.unit ?? []),
		...fields.flatMap(({ name }) => [...(query.filters?.[name] ?? []), ...rows.map((row) => row.key[name])]),
		resource.unit
	]);
	const terms = [...codeTerms(pkg).values()].filter(({ code }) => codes.has(code));
	return terms.length ? { terms } : {};
}

async function viewOf(
	loaded: LoadedPackage,
	spec: ChartSpec,
	answerTo: Release['answer']
): Promise<ChartView> {
	const resourceOf = (name: string): Resource => {
		const resource = loaded.resources.find((each) => each.name === name);
		if (!resource) throw new Error(`No table is called ${name}.`);
		return resource;
	};
	const resource = resourceOf(spec.query.table);
	const { title, publisher, scope, limits, version, asOf, notice, revisions } = loaded.package;
	const answer = await answerTo(spec.query);
	const superseded = spec.superseded && (await answerTo(spec.superseded));
	const parts = await placeParts(loaded, spec, resource, answerTo);
	return {
		spec,
		resource,
		answer,
		...parts,
		...(superseded ? { superseded, supersededResource: resourceOf(superseded.query.table) } : {}),
		...(revisions && revisions.resource === superseded?.query.table ? { revisions } : {}),
		sources: sourcesOf(
			loaded,
			spec,
			resource,
			parts.population,
			superseded ? [answer, superseded] : [answer]
		),
		...termsOf(loaded, spec, resource, answer),
		package: {
			...{ title, publisher, scope, limits, version, asOf: resource.asOf ?? asOf },
			...(notice === undefined ? {} : { notice })
		}
	};
}

/**
 * A release from its package. The current one answers with DuckDB, which is opened at its first question;
 * an earlier one from memory, which gives the same answers.
 * @param withdrawals of the current release, which decides for the earlier ones too
 */
export function releaseOf(
	loaded: LoadedPackage,
	current: boolean,
	withdrawals: Withdrawal[] | undefined
): Release {
	const { package: pkg, resources, tables, files } = loaded;
	let engine: Promise<QueryEngine> | undefined;
	let specs: Promise<ChartSpec[]> | undefined;
	const open = async () =>
		current ? openDuckDBNode(resources, files) : createMemoryEngine(resources, tables);
	const answer = async (query: CubeQuery) => {
		const found = await (await (engine ??= open())).answer(query);
		if (found.refused) throw new Error(`${query.table}: ${found.reason}`);
		return found;
	};
	return {
		version: pkg.version,
		asOf: pkg.asOf,
		current,
		package: pkg,
		resources,
		tables,
		helpLines: homeLines(pkg, loaded.helpLines),
		files,
		answer,
		specs: () => (specs ??= Promise.resolve().then(() => specsOf(pkg))),
		view: (spec) => viewOf(loaded, spec, answer),
		withdrawn: (id) => withdrawalOf(withdrawals, pkg.version, id)
	};
}

let current: Promise<Release> | undefined;

/** The release that the package folder holds, opened once a build. */
export function currentRelease(): Promise<Release> {
	return (current ??= loadPackage().then((loaded) =>
		releaseOf(loaded, true, loaded.package.embeds?.withdrawn)
	));
}
