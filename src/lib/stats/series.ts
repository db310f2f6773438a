import type { Break } from '../package/types.ts';
import type { Figure } from './figure.ts';
import { spanOf, type Span } from './periods.ts';

/** A figure of a year (`2016`) or a month (`2016-03`). */
export interface SeriesPoint extends Figure {
	period: string | number;
	/** False where the period is not counted in full; absent: it is. */
	full?: boolean;
}

/** A point with its place in time. */
export interface PlacedPoint {
	point: SeriesPoint;
	span: Span;
}

/**
 * Puts a series in the order of time.
 * @throws RangeError if a period is no year or month, stands twice, or years and months are mixed
 */
export function inOrder(series: readonly SeriesPoint[]): PlacedPoint[] {
	const placed = series
		.map((point) => ({ point, span: spanOf(point.period) }))
		.sort((a, b) => a.span.start - b.span.start);
	placed.forEach(({ point, span }, place) => {
		const before = placed[place - 1];
		if (span.unit === 'day')
			throw new RangeError(`A series is of years or months, not of days (${point.period}).`);
		if (before && before.span.unit !== span.unit)
			throw new RangeError(
				`Years and months are mixed in one series (${before.point.period}, ${point.period}).`
			);
		if (before?.span.start === span.start) throw new RangeError(`${point.period} stands twice in a series.`);
	});
	return placed;
}

/** The moments at which a break begins and, where it has an end, is over. */
export function momentsOf(each: Break): number[] {
	return [spanOf(each.from).start, ...(each.to === undefined ? [] : [spanOf(each.to).end])];
}

/**
 * Whether figures of a series, in the order of time, were not counted in the same way from the first to the last: a break
 * that forbids comparing begins or ends within their time, or one after the first is marked `[b]`. A period in which
 * a break falls is comparable with neither side.
 * @param points one after another in a series, none left out
 * @param breaks those that affect the series
 */
export function isBroken(points: readonly PlacedPoint[], breaks: readonly Break[]): boolean {
	const first = points[0];
	const last = points.at(-1);
	if (!first || !last) return false;
	if (points.slice(1).some(({ point }) => point.status === '[b]')) return true;
	return breaks
		.filter((each) => !each.comparableAcross)
		.flatMap(momentsOf)
		.some((moment) => first.span.start < moment && moment < last.span.end);
}
