import { isRateChoice } from '../../charts/rateChoice.ts';
import type { ChartSpec } from '../../charts/types.ts';
import type { CubeQuery } from '../../cube/types.ts';
import type { Resource } from '../../package/types.ts';
import { RATE_NAME } from '../../outputs/embedOptions.ts';
import { filterName, unitFollowsMeasure, type PageFilter } from './options.ts';

/** What a reader chose: filter name to value; a filter that is not there stands at the chart's default. */
export type Selection = Record<string, string>;

/** A part of an address that could not be followed. */
export interface Ignored {
	name: string;
	value: string;
}

/** Reads a selection from an address; values that no filter offers are ignored and named. */
export function readSelection(
	search: string,
	filters: PageFilter[]
): { selection: Selection; ignored: Ignored[] } {
	const selection: Selection = {};
	const ignored: Ignored[] = [];
	for (const [name, value] of new URLSearchParams(search)) {
		const filter = filters.find((each) => each.name === name);
		if (!filter || name in selection) continue;
		if (value === '') continue;
		if (filter.options.some((option) => option.value === value)) selection[name] = value;
		else ignored.push({ name: filter.label, value: value.slice(0, 40) });
	}
	return { selection, ignored };
}

/** The query part of an address for a selection, `''` for none; the reader's choices only. */
export function writeSelection(selection: Selection): string {
	const search = new URLSearchParams(
		Object.entries(selection).sort(([a], [b]) => (a < b ? -1 : 1))
	).toString();
	return search ? `?${search}` : '';
}

/** A chart's query under a selection; the same object if the selection does not touch the chart. */
export function selectedQuery(spec: ChartSpec, resource: Resource, selection: Selection): CubeQuery {
	let query = spec.query;
	for (const name of spec.filters ?? []) {
		if (isRateChoice(resource, name)) query = asChosen(query, selection[RATE_NAME]);
		const field = resource.schema.fields.find((each) => each.name === name);
		const value = field && selection[filterName(field)];
		if (!field || value === undefined) continue;
		const typed =
			field.type === 'integer' || field.type === 'year' || field.type === 'number' ? Number(value) : value;
		if (field.role === 'basis') query = { ...query, basis: [value] };
		else if (field.role === 'unit') query = { ...query, unit: [value] };
		else if (field.role === 'measure') query = withMeasure(query, value, unitFollowsMeasure(spec, resource));
		else query = { ...query, filters: { ...query.filters, [name]: [typed] } };
	}
	return query;
}

/** The question for rates or for counts; the same object where it asks for that already. */
function asChosen(query: CubeQuery, choice: string | undefined): CubeQuery {
	const { rate, ...counts } = query;
	if (choice === 'rate' && !rate) return { ...query, rate: true };
	return choice === 'count' && rate ? counts : query;
}

/** The question for another measure, in the unit of that measure where the unit follows it. */
function withMeasure(query: CubeQuery, measure: string, unitFollows: boolean): CubeQuery {
	const { unit, ...others } = query;
	return { ...others, ...(unit && !unitFollows ? { unit } : {}), measure: [measure] };
}
