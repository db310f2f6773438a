import type { ChartSpec } from '../../charts/types.ts';
import type { Resource, Withdrawal } from '../../package/types.ts';

/** The charts of a version with their tables, as its descriptor declares them. */
export interface VersionCharts {
	specs: ChartSpec[];
	resources: Resource[];
}

/** A chart whose frozen embed still stands although it shares a table with one that is withdrawn. */
export interface Sibling {
	version: string;
	/** The withdrawn chart. */
	withdrawn: string;
	table: string;
	/** The chart that stands. */
	standing: string;
	/** Whether it carries every row of the table for its filters, also those that it does not show. */
	whole: boolean;
}

/** The tables whose figures a chart shows, each with whether it carries every row of it for its filters. */
function tablesOf(spec: ChartSpec, resources: Resource[]): Map<string, boolean> {
	const { query, superseded } = spec;
	const whole = Boolean(spec.filters?.length);
	const totals = resources
		.filter(({ name }) => name === query.table)
		.flatMap(({ additivity }) => additivity ?? [])
		.filter((rule) => rule.dimension === query.shareOf)
		.flatMap(({ total }) => (total ? [total.resource] : []));
	return new Map([
		...(superseded ? [[superseded.table, false] as const] : []),
		...[...totals, query.table].map((table) => [table, whole] as const)
	]);
}

/**
 * The charts that still stand although they may show or carry figures of a withdrawn one: those of the same
 * version that share a table with it.
 * @param versions the charts of the versions whose frozen embeds stand
 */
export function standingSiblings(
	withdrawals: Withdrawal[],
	versions: ReadonlyMap<string, VersionCharts>
): Sibling[] {
	return [...versions].flatMap(([version, { specs, resources }]) => {
		const own = withdrawals.filter((each) => each.version === version);
		if (own.some(({ charts }) => !charts)) return [];
		const ids = new Set(own.flatMap(({ charts }) => charts ?? []));
		const left = specs.filter(({ id }) => !ids.has(id));
		return specs
			.filter(({ id }) => ids.has(id))
			.flatMap((gone) =>
				[...tablesOf(gone, resources).keys()].flatMap((table) =>
					left.flatMap((spec) => {
						const whole = tablesOf(spec, resources).get(table);
						if (whole === undefined) return [];
						return [{ version, withdrawn: gone.id, table, standing: spec.id, whole }];
					})
				)
			);
	});
}
