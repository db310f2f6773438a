import { nice, ticks } from 'd3';
import { formatTick } from '../../words/numbers.ts';
import type { GridMark } from './types.ts';

/** A value scale from zero with round ticks. */
export interface ValueScale {
	/** The value at the far end. */
	top: number;
	/** The largest value. */
	most: number;
	ticks: { value: number; label: string }[];
}

/** A scale from zero that holds every value; whole ticks only. */
export function valueScale(values: number[], locale: string): ValueScale {
	const most = Math.max(1, ...values);
	const [, top] = nice(0, most, 4);
	const whole = ticks(0, top, 4).filter(Number.isInteger);
	return {
		most,
		top: Math.max(top, most),
		ticks: whole.map((value) => ({ value, label: formatTick(value, locale) }))
	};
}

/** Horizontal grid lines of a scale in a plot between two heights. */
export function gridOf(scale: ValueScale, top: number, bottom: number): GridMark[] {
	return scale.ticks.map(({ value, label }) => ({
		y: bottom - (value / scale.top) * (bottom - top),
		label,
		zero: value === 0
	}));
}
