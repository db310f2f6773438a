import { scaleLinear } from 'd3';
import { formatNumber } from '../../words/numbers.ts';
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
	const scale = scaleLinear().domain([0, most]).nice(4);
	const ticks = scale.ticks(4).filter(Number.isInteger);
	return {
		most,
		top: Math.max(scale.domain()[1] ?? most, most),
		ticks: ticks.map((value) => ({ value, label: formatNumber(value, locale) }))
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
