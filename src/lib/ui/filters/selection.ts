import type { ChartSpec } from '../../charts/types.ts';
import type { CubeQuery } from '../../cube/types.ts';
import type { Resource } from '../../package/types.ts';
import { filterName, type PageFilter } from './options.ts';

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
		const field = resource.schema.fields.find((each) => each.name === name);
		const value = field && selection[filterName(field)];
		if (!field || value === undefined) continue;
		const typed =
			field.type === 'integer' || field.type === 'year' || field.type === 'number' ? Number(value) : value;
		if (field.role === 'basis') query = { ...query, basis: [value] };
		else if (field.role === 'unit') query = { ...query, unit: [value] };
		else if (field.role === 'measure') query = { ...query, measure: [value] };
		else query = { ...query, filters: { ...query.filters, [name]: [typed] } };
	}
	return query;
}
