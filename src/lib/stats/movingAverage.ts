import type { Break } from '../package/types.ts';
import { carriedMark, missingMark, type Figure } from './figure.ts';
import { inOrder, isBroken, type PlacedPoint, type SeriesPoint } from './series.ts';

/**
 * Centred moving average: the mean of each figure and its neighbours, half of the window on either side. It never reaches
 * over a gap, a withheld figure or a break: such a figure has no number but the mark of what is in its window, `[c]`
 * before `[b]` before `[x]`; so have the figures at the ends, whose window is not full (`[x]`). The figures that it was
 * computed from must be shown beside it.
 *
 * Source: Kendall M. and Ord J. K., "Time Series", 3rd ed. 1990, chapter 3 (simple moving average).
 * @param window how many periods, odd, 3 or more
 * @param breaks those that affect the series
 * @returns one figure a period, in the order of time
 * @throws RangeError for another window, or periods that cannot be read, stand twice or are mixed
 */
export function movingAverage(
	series: readonly SeriesPoint[],
	window: number,
	breaks: readonly Break[]
): SeriesPoint[] {
	if (!(Number.isInteger(window) && window >= 3 && window % 2 === 1))
		throw new RangeError(`The window of a moving average is an odd number from 3 on, not ${window}.`);
	const half = (window - 1) / 2;
	const placed = inOrder(series);
	return placed.map(({ point, span }) => {
		const within = placed.filter((other) => Math.abs(other.span.ordinal - span.ordinal) <= half);
		return { ...point, ...meanOf(within, window, breaks) };
	});
}

function meanOf(within: PlacedPoint[], window: number, breaks: readonly Break[]): Figure {
	const points = within.map(({ point }) => point);
	const missing = points.map(missingMark);
	if (missing.includes('[c]')) return { value: null, status: '[c]' };
	if (isBroken(within, breaks)) return { value: null, status: '[b]' };
	const values = points.flatMap(({ value, full }) => (value === null || full === false ? [] : [value]));
	if (values.length < window || missing.some((mark) => mark !== null)) return { value: null, status: '[x]' };
	return { value: values.reduce((sum, value) => sum + value, 0) / window, status: carriedMark(points) };
}
