import { quantileSorted } from 'd3';
import type { CubeRow } from '../../cube/types.ts';
import { m } from '../../words/index.ts';
import { formatNumber, formatRate } from '../../words/numbers.ts';
import { timeField, valueLabel, type ChartContext } from '../context.ts';
import { newestPeriod, newestRows, placeField, placesShown } from '../places.ts';
import { periodWords } from './deck.ts';
import { whenWords } from './headlineLargest.ts';
import { MOST_PLACES, overallRate, placesKnown, placesName } from './headlinePlaces.ts';
import { isHidden, lacksResidents, unitWords } from './values.ts';

/** Figures from which on a middle half says more than the figures. */
const FEWEST_FOR_MIDDLE = 8;

/** Whether the places are so few that each is told by itself. */
export function comparedPlaces(context: ChartContext): boolean {
	return placesShown(context).length <= MOST_PLACES;
}

/**
 * What a chart of many places shows in words: how many have a figure, where the middle half of the figures lies, the
 * average, how many are withheld or unknown. No place is named by the size of its figure.
 * @param brief only the average and what is missing
 */
export function describePlaces(context: ChartContext, brief = false): string[] {
	const rows = newestRows(context);
	const { known, all } = placesKnown(context);
	const time = timeField(context)?.name;
	const newest = newestPeriod(context);
	const period = time === undefined || newest === undefined ? '' : valueLabel(context, time, newest);
	const when = period === periodWords(context) ? '' : whenWords(period);
	const places = placesName(context);
	const overall = overallRate(context);
	const middle = middleHalf(context, rows);
	const hidden = placesWith(context, rows, isHidden);
	const lacking = placesWith(context, rows, lacksResidents);
	const unknown = all - known - hidden - lacking;
	return [
		brief
			? ''
			: known === all
				? m.rates_alt_places_all({ known, places, when })
				: m.rates_alt_places({ known, all, places, when }),
		middle && !brief ? m.rates_alt_middle(middle) : '',
		overall
			? m.rates_alt_average({ places, value: `${formatRate(overall.value, context.locale)} ${overall.unit}` })
			: '',
		hidden && !brief ? m.rates_alt_withheld({ count: hidden }) : '',
		lacking ? m.rates_alt_no_residents({ count: lacking }) : '',
		unknown > 0 ? m.rates_alt_unknown({ count: unknown }) : '',
		brief ? '' : m.rates_alt_table()
	].filter(Boolean);
}

/** How many places have no figure, for one reason. */
function placesWith(context: ChartContext, rows: CubeRow[], isSo: (row: CubeRow) => boolean): number {
	const field = placeField(context)?.name ?? '';
	const known = new Set(rows.flatMap((row) => (row.value === null ? [] : row.key[field])));
	return new Set(rows.filter((row) => isSo(row) && !known.has(row.key[field])).map((row) => row.key[field]))
		.size;
}

/** The quarter points of figures in one unit, the upper with it; undefined for few figures or several units. */
export function middleHalf(
	context: ChartContext,
	rows: CubeRow[]
): { low: string; high: string; count: number; unit: string } | undefined {
	const known = rows.filter((row) => row.value !== null);
	const [first] = known;
	const units = new Set(known.map((row) => unitWords(context, row)));
	if (!first || known.length < FEWEST_FOR_MIDDLE || units.size > 1) return undefined;
	const values = known.flatMap((row) => row.value ?? []).sort((a, b) => a - b);
	const write = (value: number) =>
		first.rate ? formatRate(value, context.locale) : formatNumber(Math.round(value), context.locale);
	const unit = unitWords(context, first);
	const [low, high] = [quantileSorted(values, 0.25) ?? 0, quantileSorted(values, 0.75) ?? 0].map(write);
	return { low: low ?? '', high: [high, unit].filter(Boolean).join(' '), count: known.length, unit };
}
