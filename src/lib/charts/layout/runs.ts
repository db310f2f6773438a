import { line } from 'd3';
import type { CubeRow } from '../../cube/types.ts';
import type { PlacedBreak } from './time.ts';

/** A value of a series at its place; `y` is null where there is no number. */
export interface Point {
	row: CubeRow;
	at: number;
	x: number;
	y: number | null;
}

/** Farthest two periods may be apart, in years, to count as neighbours; days of two years differ a little. */
const NEXT = 1.01;

/** Whether nothing stands between two values of a series: neighbours, both known, no break between. */
export function joined(from: Point, to: Point, breaks: PlacedBreak[]): boolean {
	if (to.at - from.at > NEXT || from.y === null || to.y === null || to.row.status === '[b]') return false;
	return !breaks.some(
		({ entry, at, to: end }) =>
			!entry.comparableAcross &&
			[at, end].some((moment) => moment !== null && from.at < moment && moment <= to.at)
	);
}

/** Cuts a series, in time order, into the runs that a line may join; values that are null are left out. */
export function runsOf(points: Point[], breaks: PlacedBreak[]): Point[][] {
	const runs: Point[][] = [];
	let previous: Point | undefined;
	for (const point of points) {
		if (previous && joined(previous, point, breaks)) runs.at(-1)?.push(point);
		else if (point.y !== null) runs.push([point]);
		previous = point;
	}
	return runs;
}

/** A run as a path: x in thousandths of the plot's width, y in px; null for a lone point. */
export function runPath(run: Point[]): string | null {
	if (run.length < 2) return null;
	const round = (value: number) => Math.round(value * 10) / 10;
	const path = line<Point>(
		(point) => round(point.x * 1000),
		(point) => round(point.y ?? 0)
	);
	return path(run);
}
