import type { CubeRow } from '../../cube/types.ts';
import { fieldByName, fieldByRole, localized } from '../../package/labels.ts';
import { RATE_PER } from '../../stats/index.ts';
import { m } from '../../words/index.ts';
import { valueLabel, type ChartContext } from '../context.ts';
import { lowerFirst } from '../words/values.ts';
import type { Series } from './types.ts';

/**
 * The rate of some places together, so each place counts by its residents: the sum of the counts over the sum of the
 * residents, per 100,000, of the rows that have both; null where none has.
 */
export function commonRate(rows: CubeRow[]): number | null {
	let [counts, residents] = [0, 0];
	for (const { rate } of rows) {
		if (rate?.count == null || !rate.population) continue;
		counts += rate.count;
		residents += rate.population;
	}
	return residents > 0 ? (counts / residents) * RATE_PER : null;
}

/** The rows of single places: totals and unknown ones are no places, and would be counted twice. */
export function placeRows({ resource, spec }: ChartContext, rows: CubeRow[]): CubeRow[] {
	const field = fieldByName(resource, spec.x);
	const others = new Set(field?.categories?.filter(({ kind }) => kind).map(({ value }) => value));
	return rows.filter(({ key }) => !others.has(String(key[spec.x])));
}

/**
 * The average of all places as a figure; null where the rows are not places with rates, or where not every place of
 * the field has one: the average of some would pass for that of all.
 */
export function averageOfPlaces(context: ChartContext, rows: CubeRow[]): CubeRow | null {
	const field = fieldByName(context.resource, context.spec.x);
	if (field?.role !== 'place' || !context.answer.query.rate) return null;
	const places = (field.categories ?? []).filter((each) => each.kind === undefined);
	const known = new Map(rows.map((row) => [String(row.key[field.name]), row]));
	const own = places.flatMap(({ value }) => known.get(value) ?? []);
	const complete = own.every(({ rate }) => rate?.count != null && rate.population);
	const value = commonRate(own);
	if (!complete || own.length < Math.max(2, places.length) || value === null) return null;
	return averageRow(value);
}

/** An average as a figure without limits or sources of its own. */
export function averageRow(value: number): CubeRow {
	const rate = { count: null, population: null, basis: '', low: null, high: null, sources: [] };
	const plain = { qualifier: '', denominator: null, sources: [], confidence: '', notes: [] };
	return { key: {}, value, status: '', rate, ...plain };
}

/**
 * `All states, average by residents`.
 * @param shown how many places it is the average of, where these are not all
 */
export function averageName({ view, locale }: ChartContext, shown?: number): string {
	const places = view.places?.many ?? view.shapes?.many;
	if (shown !== undefined) {
		const many = places ? lowerFirst(localized(places, locale)) : m.intervals_places();
		return m.intervals_average_shown({ count: shown, places: many });
	}
	return places
		? m.intervals_average({ places: lowerFirst(localized(places, locale)) })
		: m.intervals_average_plain();
}

/** The average as one more line: grey and without markers. */
export function averageSeries(context: ChartContext): Series | null {
	if (!context.averages.length) return null;
	return { id: '', label: averageName(context), hue: 6, dash: '', shape: 'circle', grey: true };
}

/** The one place that the question is about; `''` where it is about several. */
export function placeName(context: ChartContext): string {
	const field = fieldByRole(context.resource, 'place')?.name;
	const asked = field === undefined ? [] : (context.answer.query.filters?.[field] ?? []);
	return field !== undefined && asked.length === 1 ? valueLabel(context, field, asked[0]) : '';
}
