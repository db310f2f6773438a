import { averagesOf } from '../../cube/average.ts';
import type { CubeRow } from '../../cube/types.ts';
import { localized } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatList, formatRate } from '../../words/numbers.ts';
import { measuresOf, timeField, valueLabel, type ChartContext } from '../context.ts';
import { newestRows, placeField, placesAsked, placesShown } from '../places.ts';
import { periodWords } from './deck.ts';
import { titleWords } from './title.ts';
import { countedUnit, lowerFirst, unitWords } from './values.ts';

/** Places that a sentence names at most. */
export const MOST_PLACES = 5;

/** The average of all places. */
export interface OverallRate {
	value: number;
	/** Of which period; `''` where the period is pinned or there is none. */
	period: string;
	unit: string;
}

/** How several places are called: `states`, or `places` where the package does not say. */
export function placesName({ view, locale }: ChartContext): string {
	return view.places ? lowerFirst(localized(view.places.many, locale)) : m.rates_places();
}

/**
 * The sentence over a chart that sets places side by side: what it shows and when, of which places where they are
 * few, the average where every place has a figure, else how many have one. It names no place as high or low.
 */
export function placesHeadline(context: ChartContext): string {
	const field = placeField(context)?.name;
	const shown = placesShown(context);
	const few = shown.length <= MOST_PLACES && field !== undefined;
	const names = few ? shown.map((value) => valueLabel(context, field, value)).sort(byName(context)) : [];
	const period = periodWords(context);
	const title = [titleWords(context), formatList(names, context.locale), period].filter(Boolean).join(', ');
	const overall = overallRate(context);
	if (overall) {
		const words = {
			title,
			value: `${formatRate(overall.value, context.locale)} ${overall.unit}`,
			places: placesName(context)
		};
		return overall.period && overall.period !== period
			? m.rates_headline_average_in({ ...words, period: overall.period })
			: m.rates_headline_average(words);
	}
	const { known, all } = placesKnown(context);
	if (few || known === all) return title;
	return m.rates_headline_some({ title, known, all, places: placesName(context) });
}

function byName({ locale }: ChartContext): (a: string, b: string) => number {
	return (a, b) => a.localeCompare(b, locale);
}

/** Of the places that were asked for, how many have a figure in the newest period. */
export function placesKnown(context: ChartContext): { known: number; all: number } {
	const field = placeField(context)?.name ?? '';
	const asked = placesAsked(context);
	const known = new Set(newestRows(context).flatMap((row) => (row.value === null ? [] : row.key[field])));
	return { known: known.size, all: Math.max(asked.length, placesShown(context).length) };
}

/** The average rate of all places in the newest period; undefined where one lacks a figure, or for counts. */
export function overallRate(context: ChartContext): OverallRate | undefined {
	const rows = newestRows(context);
	const [first] = rows;
	if (!first?.rate || measuresOf(context, rows).length > 1) return undefined;
	if (new Set(rows.map((row) => countedUnit(context, row))).size > 1) return undefined;
	const time = timeField(context)?.name;
	const kept = time !== undefined && time in first.key;
	const [computed, ...others] = averagesOf({ ...context.answer, rows }, context.resource);
	const average = averageFor(context, first) ?? (others.length ? undefined : computed);
	if (average?.value == null) return undefined;
	const period = kept ? valueLabel(context, time, first.key[time]) : '';
	return { value: average.value, period, unit: unitWords(context, first) };
}

/** The average of all places at the time of a row and of the same thing; undefined where it is not known. */
export function averageFor(context: ChartContext, row: CubeRow): CubeRow | undefined {
	const { filters = {} } = context.answer.query;
	const place = placeField(context)?.name;
	return context.averages.find((average) =>
		Object.entries(average.key).every(([field, value]) => {
			if (field === place) return true;
			const asked = filters[field];
			const own = row.key[field] ?? (asked?.length === 1 ? asked[0] : undefined);
			return own === undefined || String(own) === String(value);
		})
	);
}
