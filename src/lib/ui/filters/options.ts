import { isRateChoice } from '../../charts/rateChoice.ts';
import type { ChartSpec } from '../../charts/types.ts';
import { isReservedName, RATE_NAME } from '../../outputs/embedOptions.ts';
import { fieldByRole, labelOf, localized } from '../../package/index.ts';
import type { Field, Resource, Row } from '../../package/types.ts';
import { RATE_PER } from '../../stats/rate.ts';
import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';

/** One choice of a filter. */
export interface FilterOption {
	value: string;
	label: string;
}

/** One filter of a page; `name` is its name in the address. */
export interface PageFilter {
	name: string;
	label: string;
	options: FilterOption[];
}

const NAME_BY_ROLE: Partial<Record<string, string>> = {
	time: 'year',
	place: 'place',
	basis: 'basis',
	unit: 'unit'
};

/**
 * The name of a field's filter in the address: its role where that is one of a kind, else its own name, with
 * an underscore where that name means something else in an address.
 */
export function filterName(field: Field): string {
	const name = NAME_BY_ROLE[field.role ?? ''] ?? field.name;
	return isReservedName(name) ? `${name}_` : name;
}

/** What a reader chooses between where a chart can show a rate or the count behind it. */
function rateFilter(): PageFilter {
	return {
		name: RATE_NAME,
		label: m.rates_filter(),
		options: [
			{ value: 'rate', label: m.rates_filter_rate({ per: formatNumber(RATE_PER) }) },
			{ value: 'count', label: m.rates_filter_count() }
		]
	};
}

/**
 * Whether the unit of a chart's question follows the measure that a reader chooses: where rows keep it, and it is
 * no choice of its own.
 */
export function unitFollowsMeasure({ query, filters = [] }: ChartSpec, resource: Resource): boolean {
	const unit = fieldByRole(resource, 'unit')?.name ?? '';
	const measure = fieldByRole(resource, 'measure')?.name ?? '';
	return filters.includes(measure) && !filters.includes(unit) && query.dimensions.includes(unit);
}

/** The rows that a chart can show under some filter: those that fit its fixed choices. */
export function rowsWithinReach(spec: ChartSpec, resource: Resource, rows: Row[]): Row[] {
	const { query } = spec;
	const open = new Set(spec.filters ?? []);
	const fixed: [string, (string | number)[]][] = Object.entries(query.filters ?? {});
	for (const field of resource.schema.fields) {
		if (field.role === 'measure' && query.measure) fixed.push([field.name, query.measure]);
		if (field.role === 'basis' && query.basis) fixed.push([field.name, query.basis]);
		if (field.role === 'unit' && query.unit && !unitFollowsMeasure(spec, resource))
			fixed.push([field.name, query.unit]);
	}
	return rows.filter((row) =>
		fixed.every(
			([name, values]) => open.has(name) || values.some((value) => String(value) === String(row[name]))
		)
	);
}

function order(field: Field, values: string[]): string[] {
	const listed = (field.categories ?? []).map((category) => category.value);
	const at = (value: string) => (listed.includes(value) ? listed.indexOf(value) : listed.length);
	const sorted = values.toSorted((a, b) => at(a) - at(b) || (a < b ? -1 : 1));
	return field.role === 'time' ? sorted.sort().reverse() : sorted;
}

/**
 * The filters of a page, with the choices that its charts' rows have; a filter with one choice is left out.
 * @param charts each chart's spec, its table's descriptor and rows
 */
export function pageFilters(charts: { spec: ChartSpec; resource: Resource; rows: Row[] }[]): PageFilter[] {
	const found = new Map<string, { field: Field; labels: Map<string, string> } | 'rate'>();
	for (const { spec, resource, rows } of charts) {
		for (const name of spec.filters ?? []) {
			if (isRateChoice(resource, name)) found.set(RATE_NAME, 'rate');
			const field = resource.schema.fields.find((each) => each.name === name);
			if (!field) continue;
			const before = found.get(filterName(field));
			const known = (before === 'rate' ? undefined : before) ?? { field, labels: new Map<string, string>() };
			for (const row of rowsWithinReach(spec, resource, rows)) {
				const value = row[name];
				if (value === null || value === undefined) continue;
				const label = labelOf(resource, name, value);
				if (!known.labels.has(String(value)) || label !== String(value))
					known.labels.set(String(value), label);
			}
			found.set(filterName(field), known);
		}
	}
	return [...found.entries()].flatMap(([name, filter]): PageFilter[] => {
		if (filter === 'rate') return [rateFilter()];
		const { field, labels } = filter;
		if (labels.size < 2) return [];
		const options = order(field, [...labels.keys()]);
		return [
			{
				name,
				label: localized(field.title ?? field.name),
				options: options.map((value) => ({ value, label: labels.get(value) ?? value }))
			}
		];
	});
}
