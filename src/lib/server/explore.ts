import type { SourceEntry } from '../charts/types.ts';
import {
	dimensionsOf,
	fieldByRole,
	fieldsByRole,
	labelOf,
	localized,
	plainCategories,
	valueField
} from '../package/index.ts';
import type { Field, Resource } from '../package/types.ts';
import { compactTable } from '../ui/compact.ts';
import { explore } from '../ui/explore/explore.ts';
import { queryOf } from '../ui/explore/query.ts';
import { sqlOf } from '../ui/explore/sql.ts';
import { valuesIn } from '../ui/explore/table.ts';
import { showLabel } from '../ui/explore/steps/show.ts';
import type { CatalogueGroups, CatalogueTable, ExplorePage, TableBundle } from '../ui/explore/types.ts';
import { tableOf, viewOf } from '../ui/explore/view.ts';
import { carriedResource, carriedView } from './carried.ts';
import { loadPackage, type LoadedPackage } from './package.ts';
import { placesOfPackage } from './places/views.ts';
import { currentRelease } from './releases/release.ts';
import { isCurrentKept } from './releases/frozen.ts';
import { isAddressConfigured, siteAddress } from './site.ts';
import { sourceEntriesOf } from './sourceEntries.ts';
import { catalogue } from './tables.ts';

/** The tables with figures that something tells apart. */
async function explorable(): Promise<Resource[]> {
	const { resources, tables } = await loadPackage();
	return resources.filter(
		(resource) =>
			valueField(resource) &&
			dimensionsOf(resource).length > 0 &&
			(tables[resource.name]?.rows.length ?? 0) > 0
	);
}

/** The names of all tables that can be explored. */
export async function explorableNames(): Promise<string[]> {
	return (await explorable()).map(({ name }) => name);
}

function entriesOf({ tables }: LoadedPackage, resource: Resource): CatalogueTable['entries'] {
	const measure = fieldByRole(resource, 'measure');
	if (!measure) return [{ measure: '', label: localized(resource.title) }];
	return valuesIn(measure, tables[resource.name]?.rows ?? []).map((value) => ({
		measure: value,
		label: labelOf(resource, measure.name, value)
	}));
}

/** Groups of a field at most, so that a long list of them weighs nothing. */
const MOST_GROUPS = 80;

/** The groups and places of a field that a search can choose. */
function groupsOfField({ tables }: LoadedPackage, resource: Resource, field: Field): CatalogueGroups[] {
	const rows = tables[resource.name]?.rows ?? [];
	const measure = fieldByRole(resource, 'measure')?.name;
	const all = new Set(rows.map((row) => String(row[measure ?? ''] ?? '')));
	const measures = new Map<string, Set<string>>();
	for (const row of rows) {
		const value = String(row[field.name] ?? '');
		const found = measures.get(value) ?? new Set();
		measures.set(value, found.add(String(row[measure ?? ''] ?? '')));
	}
	const values = plainCategories(field).flatMap(({ value, label }) => {
		const found = measures.get(value);
		if (!found) return [];
		return [{ value, label: localized(label), ...(found.size < all.size ? { only: [...found] } : {}) }];
	});
	return values.length && values.length <= MOST_GROUPS ? [{ field: field.name, values }] : [];
}

function groupsOf(loaded: LoadedPackage, resource: Resource): CatalogueGroups[] {
	const fields = [...fieldsByRole(resource, 'place'), ...fieldsByRole(resource, 'category')];
	const ofFields = fields.flatMap((field) => groupsOfField(loaded, resource, field));
	const hasRates = resource.population && fieldByRole(resource, 'place');
	const rates = { field: 'show', values: [{ value: 'rate', label: showLabel('rate') }] };
	return hasRates ? [...ofFields, rates] : ofFields;
}

/** The tables whose rows an answer from a table can need: its own, those of its totals and of its residents. */
function neededBy(resource: Resource): string[] {
	const totals = (resource.additivity ?? []).flatMap(({ total }) => total?.resource ?? []);
	return [
		...new Set([resource.name, ...totals, ...(resource.population ? [resource.population.resource] : [])])
	];
}

/**
 * All that exploring a table needs.
 * @throws if there is no such table
 */
export async function tableBundle(name: string): Promise<TableBundle> {
	const loaded = await loadPackage();
	const { package: pkg, resources, tables } = loaded;
	const resource = (await explorable()).find((each) => each.name === name);
	if (!resource) throw new Error(`No table that can be explored is called ${name}.`);
	const needed = neededBy(resource).flatMap((each) => resources.find((other) => other.name === each) ?? []);
	const places = placesOfPackage(loaded);
	const isOfPlaces = places !== undefined && fieldByRole(resource, 'place')?.name === places.settings.field;
	const specs = await (await currentRelease()).specs();
	const classes = specs.flatMap(({ query, classes: own = [] }) => (query.table === name ? own : []));
	const { title, publisher, scope, limits, version, asOf } = pkg;
	return {
		tables: needed.map((each) => compactTable(carriedResource(each), tables[each.name]?.rows ?? [])),
		sources: sourcesOf(loaded, [resource.name, resource.population?.resource ?? '']),
		...(isOfPlaces ? placeParts(places) : {}),
		...(classes.length ? { classes } : {}),
		...(resource.population ? { population: resource.population.resource } : {}),
		package: { title, publisher, scope, limits, version, asOf: resource.asOf ?? asOf }
	};
}

function placeParts({
	settings: { one, many, whole },
	shapes: { shapes: _, ...tiles }
}: NonNullable<ReturnType<typeof placesOfPackage>>): Pick<TableBundle, 'places' | 'shapes'> {
	return { places: { one, many, whole }, shapes: tiles };
}

/** The sources that rows of some tables name. */
function sourcesOf({ resources, tables }: LoadedPackage, names: string[]): SourceEntry[] {
	const entries = sourceEntriesOf(tables);
	const ids = names.flatMap((name) => {
		const resource = resources.find((each) => each.name === name);
		const field = resource && fieldByRole(resource, 'source')?.name;
		return field ? (tables[name]?.rows ?? []).map((row) => String(row[field])) : [];
	});
	return [...new Set(ids)].sort().flatMap((id) => entries.get(id) ?? []);
}

/** The page: the list of tables, and the chart of what the first named chart counts. */
export async function explorePage(): Promise<ExplorePage> {
	const loaded = await loadPackage();
	const release = await currentRelease();
	const resources = await explorable();
	const facts = new Map((await catalogue()).map((entry) => [entry.name, entry]));
	const tables = resources.map((resource): CatalogueTable => ({
		name: resource.name,
		title: localized(resource.title),
		years: facts.get(resource.name)?.years ?? '',
		entries: entriesOf(loaded, resource),
		groups: groupsOf(loaded, resource)
	}));
	const [first] = (await release.specs()).filter(({ query }) =>
		tables.some(({ name }) => name === query.table)
	);
	const [leading] = tables;
	if (!leading) throw new Error('The package has no table with figures.');
	const table = first?.query.table ?? leading.name;
	const known = tables.find(({ name }) => name === table) ?? leading;
	const measure = first?.query.measure?.[0] ?? known.entries[0]?.measure ?? '';
	const bundle = await tableBundle(table);
	const asked = tableOf(bundle);
	const exploration = explore({ measure, values: {} }, asked);
	const query = queryOf(asked, exploration.question);
	const answer = await release.answer(query);
	return {
		catalogue: tables,
		start: { table, measure },
		bundle,
		exploration,
		view: carriedView(viewOf(bundle, asked, exploration.question, answer)),
		sql: sqlOf(asked, query, exploration.question.show),
		published: { address: siteAddress(), configured: isAddressConfigured(), kept: await isCurrentKept() }
	};
}
