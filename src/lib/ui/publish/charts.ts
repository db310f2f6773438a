import { deriveChartSpecs } from '../../charts/catalog/deriveChartSpecs.ts';
import type { ChartSpec } from '../../charts/types.ts';
import { planQuery } from '../../cube/index.ts';
import { dimensionsOf, localized } from '../../package/labels.ts';
import type { DataPackage, Field, Resource } from '../../package/types.ts';
import type { Proposal } from '../../package/start/index.ts';

type Written = Proposal['tables'][number];

/** Whether a table has a figure of which a chart asks. */
function hasRows({ query }: ChartSpec, { header, rows }: Written): boolean {
	const wanted = Object.entries({ ...query.filters, ...(query.measure ? { measure: query.measure } : {}) });
	return rows.some((cells) =>
		wanted.every(([name, values]) => {
			const at = header.indexOf(name);
			return at < 0 || (values as readonly string[]).includes(cells[at] ?? '');
		})
	);
}

const partsOf = ({ categories = [] }: Field): string[] =>
	categories.filter(({ kind }) => kind === undefined || kind === 'unknown').map(({ value }) => value);

/** The chart of one column with another one told apart, where no totals of either are published. */
function crossed(spec: ChartSpec, resource: Resource): ChartSpec | undefined {
	const dimensions = dimensionsOf(resource);
	const groups = dimensions.filter(
		({ name, role, categories }) =>
			(role === 'category' || role === 'place') && spec.query.filters?.[name] !== undefined && categories
	);
	const [first, second, ...more] = groups;
	const time = dimensions.find(({ role }) => role === 'time');
	if (!first || !second || more.length > 0) return undefined;
	const { id, pages, section } = spec;
	const measure = dimensions.find(({ role }) => role === 'measure');
	const counted = measure?.categories?.find(({ value }) => spec.query.measure?.includes(value))?.label;
	const names = [first, second].map(({ name, title }) => localized(title ?? name.replaceAll('_', ' ')));
	const title = `${names.join(', ')}: ${localized(counted ?? resource.title)}`;
	return {
		id,
		title,
		pages,
		...(section === undefined ? {} : { section }),
		query: {
			...spec.query,
			dimensions: [first.name, ...(time ? [time.name] : []), second.name],
			filters: { [first.name]: partsOf(first), [second.name]: partsOf(second) }
		},
		mark: 'bar',
		x: first.name,
		series: [second.name],
		...(time ? { facet: time.name } : {}),
		order: 'source'
	};
}

/**
 * The charts that a proposed package needs to name, because some of those that follow from its columns alone would
 * be empty: a sheet may have a grand total and no other. Nothing where all of them have figures.
 */
export function chartsFor(pkg: DataPackage, tables: readonly Written[]): ChartSpec[] | undefined {
	const specs = deriveChartSpecs(pkg);
	const tableOf = (spec: ChartSpec) => tables.find(({ name }) => name === spec.query.table);
	const isFull = (spec: ChartSpec) => {
		const table = tableOf(spec);
		return table === undefined || hasRows(spec, table);
	};
	if (specs.every(isFull)) return undefined;
	const taken = new Set<string>();
	return specs.flatMap((spec): ChartSpec[] => {
		if (isFull(spec)) return [spec];
		const resource = pkg.resources.find(({ name }) => name === spec.query.table);
		const other = resource && crossed(spec, resource);
		const key = other && JSON.stringify([other.query.table, other.query.measure, other.query.dimensions]);
		if (!other || key === undefined || taken.has(key)) return [];
		if (!isFull(other) || planQuery(other.query, pkg.resources).refused) return [];
		taken.add(key);
		return [other];
	});
}
