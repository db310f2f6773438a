import type { Status } from '../package/types.ts';
import { carriedMark, checkedCount, missingMark, type Figure, type Limits } from './figure.ts';
import { SMALL_COUNT } from './rate.ts';
import { ratioOfCounts } from './ratio.ts';

/** What may be said about the change from one count to another. */
export type Change = PercentChange | CountsOnly | NoChange;

/** A change in percent, -100 or more, with limits in percent. */
export interface PercentChange extends Limits {
	kind: 'percent';
	value: number;
	status: Status;
}

/** No percentage may be given: the two counts stand for themselves. */
export interface CountsOnly {
	kind: 'counts';
	from: number;
	to: number;
	/** `from-zero`: nothing to take a percentage of; `small`: one of the two is under 20. */
	reason: 'from-zero' | 'small';
}

/** Nothing may be said: `[c]` withheld, `[x]` missing or partial, `[b]` not comparable. */
export interface NoChange {
	kind: 'mark';
	status: '[c]' | '[x]' | '[b]';
}

/** How two counts stand to each other. */
export interface Comparison {
	/** Counted in the same way: one basis, one unit, no break between. */
	comparable: boolean;
	/** Both periods are counted in full. */
	full: boolean;
}

/**
 * The change between two counts, as far as it may be stated: in percent with exact limits (random variation only) where
 * both are 20 or more, comparable and of full periods; else the two counts, or a mark. What is withheld comes first,
 * then what is missing or partial, then what is not comparable. A `[b]` at `to` says that a break lies before it.
 *
 * Source: for the limits see `ratioOfCounts`; the 20 from the rules of the Office for National Statistics and of the
 * CDC (WISQARS) for figures that are too small to be reliable.
 * @param level of confidence, between 0 and 1
 * @throws RangeError for a negative or infinite count, or a level out of range
 */
export function changeBetween(from: Figure, to: Figure, how: Comparison, level = 0.95): Change {
	const missing = [missingMark(from), missingMark(to)];
	if (missing.includes('[c]')) return { kind: 'mark', status: '[c]' };
	if (from.value === null || to.value === null || missing.some((mark) => mark !== null) || !how.full)
		return { kind: 'mark', status: '[x]' };
	if (!how.comparable || to.status === '[b]') return { kind: 'mark', status: '[b]' };
	const counts = { from: checkedCount(from.value), to: checkedCount(to.value) };
	const ratio = ratioOfCounts(counts.from, counts.to, level);
	if (!ratio) return { kind: 'counts', ...counts, reason: 'from-zero' };
	if (Math.min(counts.from, counts.to) < SMALL_COUNT) return { kind: 'counts', ...counts, reason: 'small' };
	return {
		kind: 'percent',
		value: percent(ratio.value),
		low: percent(ratio.low),
		high: percent(ratio.high),
		status: carriedMark([from, to])
	};
}

function percent(ratio: number): number {
	return (ratio - 1) * 100;
}
