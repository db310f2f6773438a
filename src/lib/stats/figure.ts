import type { Status } from '../package/types.ts';

/** A lower and an upper limit, in the unit of the figure that they belong to. */
export interface Limits {
	low: number;
	high: number;
}

/** A number with its mark; the value is null where nothing may or can be shown, and the mark says why. */
export interface Figure {
	value: number | null;
	status: Status;
}

/** The mark of a figure that shows no number. */
export type Missing = '[c]' | '[x]' | '[z]';

/**
 * Why a figure shows no number: its own mark, `[x]` where it has none that says so, null where it has a number.
 * A figure that is marked as withheld is withheld, even if a number stands beside the mark.
 */
export function missingMark(figure: Figure): Missing | null {
	if (figure.status === '[c]' || figure.status === '[x]' || figure.status === '[z]') return figure.status;
	return figure.value === null ? '[x]' : null;
}

/**
 * @returns the count
 * @throws RangeError if it is negative, infinite or not a number
 */
export function checkedCount(count: number): number {
	if (Number.isFinite(count) && count >= 0) return count;
	throw new RangeError(`A count is a finite number from 0 on, not ${count}.`);
}

/**
 * The probability on one side of limits: 0.025 at the level 0.95.
 * @throws RangeError if the level is not between 0 and 1
 */
export function tailOf(level: number): number {
	if (level > 0 && level < 1) return (1 - level) / 2;
	throw new RangeError(`A level lies between 0 and 1, not at ${level}.`);
}

/** Marks that a computed figure takes over from what it was computed from, the gravest first. */
const CARRIED: readonly Status[] = ['[e]', '[p]', '[u]', '[r]'];

/**
 * The mark of a figure that was computed from others: estimated before provisional, unreliable, revised. A `[b]` is not
 * carried; whether a break lies between figures is for the computation to see.
 */
export function carriedMark(figures: readonly Figure[]): Status {
	return CARRIED.find((mark) => figures.some(({ status }) => status === mark)) ?? '';
}
