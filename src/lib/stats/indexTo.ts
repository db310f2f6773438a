import type { Break } from '../package/types.ts';
import { carriedMark, missingMark, type Figure } from './figure.ts';
import { spanOf } from './periods.ts';
import { inOrder, isBroken, momentsOf, type PlacedPoint, type SeriesPoint } from './series.ts';

/** The least count that may be the base of an index. */
export const LEAST_BASE = 100;

/** What an index is on: the figure of this period is 100. */
const FULL = 100;

/**
 * A series as an index, the base period being 100, for comparing shapes. Figures that are not counted as the base was are
 * `[b]`, missing ones keep their mark. Where the base does not qualify no figure has a number: `[c]` for a withheld
 * base, `[b]` where a break, comparable across or not, falls in its period, `[x]` where it is missing, partial or
 * under 100.
 *
 * Source: the rules of this project (docs/statistics.md); arithmetic of a simple index, `100 · x / base`.
 * @param base a period, as in the series
 * @param breaks those that affect the series
 * @returns one figure a period, in the order of time
 * @throws RangeError for periods that cannot be read, stand twice or are mixed
 */
export function indexTo(
	series: readonly SeriesPoint[],
	base: string | number,
	breaks: readonly Break[]
): SeriesPoint[] {
	const placed = inOrder(series);
	const start = spanOf(base).start;
	const at = placed.findIndex(({ span }) => span.start === start);
	const from = placed[at];
	const refusal = from ? refusalOf(from, breaks) : '[x]';
	return placed.map((one, place) => {
		const missing = missingMark(one.point);
		if (refusal || missing) return { ...one.point, value: null, status: refusal ?? missing ?? '[x]' };
		const between = placed.slice(Math.min(at, place), Math.max(at, place) + 1);
		const figure = isBroken(between, breaks) ? BROKEN : indexed(one.point, from?.point ?? one.point);
		return { ...one.point, ...figure };
	});
}

const BROKEN: Figure = { value: null, status: '[b]' };

function indexed(figure: Figure, base: Figure): Figure {
	if (figure.value === null || !base.value) return { value: null, status: '[x]' };
	return { value: (FULL * figure.value) / base.value, status: carriedMark([figure, base]) };
}

/** Why a period cannot be the base of an index, or null. */
function refusalOf({ point, span }: PlacedPoint, breaks: readonly Break[]): '[c]' | '[x]' | '[b]' | null {
	const missing = missingMark(point);
	if (missing === '[c]') return missing;
	if (missing || point.value === null || point.full === false) return '[x]';
	const fallsIn = (each: Break) => {
		const [from = NaN, to = from + 1] = momentsOf(each);
		return from < span.end && to > span.start;
	};
	if (point.status === '[b]' || breaks.some(fallsIn)) return '[b]';
	return point.value < LEAST_BASE ? '[x]' : null;
}
