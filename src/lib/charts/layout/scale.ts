import { nice, ticks } from 'd3';
import { formatTick } from '../../words/numbers.ts';
import type { GridMark } from './types.ts';

/** A value scale from zero with round ticks. */
export interface ValueScale {
	/** The value at the near end: 0, or below it for changes. */
	least: number;
	/** The value at the far end. */
	top: number;
	/** The largest value. */
	most: number;
	ticks: { value: number; label: string }[];
}

/** Upper limits up to so many times the largest value are held by the scale; what lies beyond is cut. */
const MOST_TIMES = 2.5;

/** A value so many times the next largest one would press all others together. */
const FAR = 2;
const MOST_FAR = 3;

/** Values that a scale of many places holds: without up to three that lie far beyond all others. */
export function withoutFar(values: number[]): number[] {
	const sorted = [...values].sort((a, b) => b - a);
	for (let count = MOST_FAR; count > 0; count--) {
		const [far = 0, next = 0] = [sorted[count - 1], sorted[count]];
		if (next > 0 && far > next * FAR) return sorted.slice(count);
	}
	return values;
}

/**
 * A scale from zero that holds every value.
 * @param highs only for rates and derived figures: upper limits; the scale holds them too, save those that would press
 * all values together, and may have ticks between whole numbers
 * @param signed values below zero and their limits, all of which the scale holds
 */
export function valueScale(
	values: number[],
	locale: string,
	highs?: number[],
	signed: number[] = []
): ValueScale {
	const largest = Math.max(0, ...values);
	const held = highs?.filter((high) => largest === 0 || high <= largest * MOST_TIMES) ?? [];
	const most = highs ? Math.max(largest, ...held) || 1 : Math.max(1, largest);
	const [least, top] = nice(Math.min(0, ...signed), most, 4);
	const round = ticks(least, top, 4).filter((tick) => highs || Number.isInteger(tick));
	return {
		most,
		least,
		top: Math.max(top, most),
		ticks: round.map((value) => ({ value, label: formatTick(value, locale) }))
	};
}

/** Horizontal grid lines of a scale in a plot between two heights. */
export function gridOf(scale: ValueScale, top: number, bottom: number): GridMark[] {
	return scale.ticks.map(({ value, label }) => ({
		y: bottom - ((value - scale.least) / (scale.top - scale.least)) * (bottom - top),
		label,
		zero: value === 0
	}));
}
