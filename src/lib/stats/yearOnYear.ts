import type { Break } from '../package/types.ts';
import { changeBetween, type Change } from './change.ts';
import { inOrder, isBroken, type SeriesPoint } from './series.ts';

/** The change from the same period of the year before. */
export interface YearOnYear {
	period: string | number;
	change: Change;
}

/** Periods in a year. */
const PER_YEAR = { year: 1, month: 12, day: NaN };

/**
 * The change of each count against the same period of the year before, as far as `changeBetween` allows it; `[x]` where
 * the year before has no figure, `[b]` across a break.
 *
 * Source: see `changeBetween`.
 * @param breaks those that affect the series
 * @returns one change a period, in the order of time
 * @throws RangeError for a negative or infinite count, or periods that cannot be read, stand twice or are mixed
 */
export function yearOnYear(
	series: readonly SeriesPoint[],
	breaks: readonly Break[],
	level = 0.95
): YearOnYear[] {
	const placed = inOrder(series);
	return placed.map(({ point, span }, place) => {
		const { period } = point;
		const at = placed.findIndex((other) => other.span.ordinal === span.ordinal - PER_YEAR[span.unit]);
		const before = placed[at];
		if (!before) {
			const status = point.status === '[c]' ? '[c]' : '[x]';
			return { period, change: { kind: 'mark', status } };
		}
		const comparable = !isBroken(placed.slice(at, place + 1), breaks);
		const full = point.full !== false && before.point.full !== false;
		return { period, change: changeBetween(before.point, point, { comparable, full }, level) };
	});
}
