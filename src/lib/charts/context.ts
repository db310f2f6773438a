import type { CubeAnswer, CubeRow } from '../cube/types.ts';
import { fieldByName, fieldByRole, labelOf } from '../package/labels.ts';
import type { Category, Field, Resource } from '../package/types.ts';
import { DEFAULT_LOCALE, formatMoment } from '../words/numbers.ts';
import type { ChartSpec, ChartView, SourceEntry } from './types.ts';

/** A chart with the answer that it shows now: what layout and words are computed from. */
export interface ChartContext {
	view: ChartView;
	spec: ChartSpec;
	resource: Resource;
	answer: CubeAnswer;
	/** Earlier or other published values that belong to the answer's own series. */
	superseded: CubeRow[];
	/** The average of all places at the times and for the measures of the answer's rows. */
	averages: CubeRow[];
	sources: Map<string, SourceEntry>;
	locale: string;
}

/** Joins a view, the answer that is shown and the language of numbers. */
export function chartContext(
	view: ChartView,
	answer: CubeAnswer = view.answer,
	locale: string = DEFAULT_LOCALE
): ChartContext {
	const context = {
		view,
		spec: view.spec,
		resource: view.resource,
		answer,
		superseded: [],
		averages: [],
		sources: new Map(view.sources.map((source) => [source.id, source])),
		locale
	};
	return {
		...context,
		superseded: supersededRows(view, answer),
		averages: averageRows(view, answer)
	};
}

/** Of the superseded values those whose dimensions, except time, are all among the answer's. */
function supersededRows(view: ChartView, answer: CubeAnswer): CubeRow[] {
	const fields = new Set(answer.rows.flatMap((row) => Object.keys(row.key)));
	fields.delete(view.spec.x);
	const identity = (row: CubeRow) =>
		[...fields].flatMap((field) => (field in row.key ? [`${field}=${row.key[field]}`] : [])).join('|');
	// An earlier count beside a rate would be read as a rate.
	if (answer.query.rate && !view.superseded?.query.rate) return [];
	const known = new Set(answer.rows.map(identity));
	const current = new Set(answer.rows.map((row) => `${identity(row)}|${row.key[view.spec.x]}|${row.value}`));
	return (view.superseded?.rows ?? []).filter(
		(row) =>
			row.value !== null &&
			known.has(identity(row)) &&
			!current.has(`${identity(row)}|${row.key[view.spec.x]}|${row.value}`)
	);
}

/** Of the averages those between the first and last time of the answer's rates, for what the answer counts. */
function averageRows(view: ChartView, answer: CubeAnswer): CubeRow[] {
	const { averages = [], spec } = view;
	if (!averages.length || !answer.query.rate) return [];
	const times = answer.rows.map((row) => String(row.key[spec.x])).sort();
	const [first = '', last = ''] = [times[0], times.at(-1)];
	return averages.filter((average) => {
		const time = String(average.key[spec.x]);
		if (average.value === null || time < first || time > last) return false;
		return answer.rows.some((row) =>
			Object.entries(average.key).every(
				([field, value]) => field === spec.x || !(field in row.key) || row.key[field] === value
			)
		);
	});
}

/** The descriptor's entry for a value, if its field lists it. */
export function categoryOf(
	context: ChartContext,
	field: string,
	value: string | number
): Category | undefined {
	return fieldByName(context.resource, field)?.categories?.find((each) => each.value === String(value));
}

/** The words for a value of a dimension; a day as readers of the locale write it. */
export function valueLabel(context: ChartContext, field: string, value: string | number | undefined): string {
	if (value === undefined) return '';
	const label = labelOf(context.resource, field, value, context.locale);
	return label === String(value) ? formatMoment(label, context.locale) : label;
}

/** The values of a field in the answer: years upwards, else as the descriptor lists them, else as they come. */
export function valuesOf(context: ChartContext, field: string): (string | number)[] {
	const beside = [...context.superseded, ...context.averages];
	const rows = [...context.answer.rows, ...(field === context.spec.x ? beside : [])];
	const found = [...new Set(rows.flatMap((row) => row.key[field] ?? []))];
	const listed = fieldByName(context.resource, field)?.categories?.map((each) => each.value) ?? [];
	const rank = (value: string | number) => {
		const at = listed.indexOf(String(value));
		return at < 0 ? listed.length : at;
	};
	if (found.every((value) => typeof value === 'number' || /^\d{4}(?:(?:-\d\d){0,2}|\/\d\d)$/.test(value))) {
		return found.sort((a, b) => Number(a) - Number(b) || (String(a) < String(b) ? -1 : 1));
	}
	return found
		.map((value, at) => ({ value, at }))
		.sort((a, b) => rank(a.value) - rank(b.value) || a.at - b.at)
		.map((each) => each.value);
}

/** The time field of the table. */
export function timeField(context: ChartContext): Field | undefined {
	return fieldByRole(context.resource, 'time');
}

/**
 * Fields that tell series apart: those the spec declares, then any other that the answer keeps and that
 * varies where it would matter: `line` within a panel, since values of two bases never join; `mark` at one
 * place of the axis.
 */
export function seriesFields({ spec, answer }: ChartContext, where: 'line' | 'mark'): string[] {
	const declared = (spec.series ?? []).filter((field) => answer.rows.some((row) => field in row.key));
	const placeOf = (row: CubeRow) => {
		const panel = spec.facet ? String(row.key[spec.facet]) : '';
		return where === 'line' ? panel : `${panel}|${row.key[spec.x]}`;
	};
	const others = answer.query.dimensions.filter((field) => {
		if (field === spec.x || field === spec.facet || declared.includes(field)) return false;
		const seen = new Map<string, string | number | undefined>();
		return answer.rows.some((row) => {
			const known = seen.get(placeOf(row));
			seen.set(placeOf(row), row.key[field]);
			return known !== undefined && known !== row.key[field];
		});
	});
	return [...declared, ...others];
}

/** What the rows count: their own measures, else the ones that the query asks for. */
export function measuresOf(context: ChartContext, rows: CubeRow[]): string[] {
	const field = fieldByRole(context.resource, 'measure')?.name;
	if (!field) return [];
	const found = rows.flatMap((row) => (row.key[field] === undefined ? [] : [String(row.key[field])]));
	return found.length ? [...new Set(found)] : (context.answer.query.measure ?? []);
}
