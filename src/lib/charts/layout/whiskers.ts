import type { CubeRow } from '../../cube/types.ts';
import type { ValueScale } from './scale.ts';
import type { Hue, WhiskerMark } from './types.ts';

/** 95 % limits of a value, in its own unit. */
export interface Limits {
	low: number;
	high: number;
}

/** The limits of a rate or a change; null where it is hidden or not known, since limits would tell the count. */
export function limitsOf(row: CubeRow): Limits | null {
	const { low = null, high = null } = row.rate ?? row.derived ?? {};
	return row.value === null || low === null || high === null ? null : { low, high };
}

/** The upper limits among some rows. */
export function highsOf(rows: CubeRow[]): number[] {
	return rows.flatMap((row) => limitsOf(row)?.high ?? []);
}

/** The values below zero among some rows, and their lower limits. */
export function signedOf(rows: CubeRow[]): number[] {
	return rows.flatMap((row) => [row.value ?? 0, limitsOf(row)?.low ?? 0]).filter((value) => value < 0);
}

/** Limits along a row at the height `y`, cut with an arrow where the scale ends. */
export function whiskerAlong({ low, high }: Limits, scale: ValueScale, y: number, hue: Hue): WhiskerMark {
	const x1 = Math.min(1, high / scale.top);
	const x0 = Math.min(low / scale.top, x1);
	return { x0, x1, y0: y, y1: y, hue, cut: high > scale.top, beyond: false };
}

/** Limits up and down at the place `x` of a plot between two heights. */
export function whiskerUpright(
	{ low, high }: Limits,
	scale: ValueScale,
	x: number,
	plot: { top: number; bottom: number },
	hue: Hue
): WhiskerMark {
	const yOf = (value: number) =>
		plot.bottom -
		((Math.min(value, scale.top) - scale.least) / (scale.top - scale.least)) * (plot.bottom - plot.top);
	return { x0: x, x1: x, y0: yOf(high), y1: yOf(low), hue, cut: high > scale.top, beyond: false };
}
