import { ticks } from 'd3';
import type { CubeRow } from '../../cube/types.ts';
import { formatRate } from '../../words/numbers.ts';
import { measuresOf, type ChartContext } from '../context.ts';
import type { ClassStep } from './mapTypes.ts';

/** Steps of the ramp for a number of classes, as far apart as the ramp allows. */
const STEPS: readonly (readonly ClassStep[])[] = [
	[],
	[4],
	[2, 5],
	[1, 3, 5],
	[1, 3, 4, 6],
	[1, 2, 3, 4, 6],
	[1, 2, 3, 4, 5, 6]
];

const MOST_LIMITS = 5;

/** The lower limits of a map's classes from the second on, ascending. */
export interface ClassLimits {
	limits: number[];
	/** Whether they were fixed in advance. */
	isFixed: boolean;
}

/**
 * The limits that the spec fixes for what the rows count, as a rate or a count; without them equal round steps
 * between the least and the greatest figure that is shown.
 */
export function classLimits(context: ChartContext, rows: CubeRow[]): ClassLimits {
	const { spec, answer } = context;
	const figure = answer.query.rate ? 'rate' : 'count';
	const measures = measuresOf(context, rows);
	const fitting = (spec.classes ?? []).filter((each) => each.figure === figure);
	const own = measures.length === 1 && fitting.find((each) => each.measure === measures[0]);
	const fixed = own || fitting.find((each) => each.measure === undefined);
	if (fixed) return { limits: fixed.limits, isFixed: true };
	return { limits: evenLimits(rows.flatMap((row) => row.value ?? [])), isFixed: false };
}

/** Round numbers at equal steps inside the range of some values; none where all are equal. */
function evenLimits(values: number[]): number[] {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	if (!(least < most)) return [];
	for (let count = MOST_LIMITS; count > 1; count--) {
		const inside = ticks(least, most, count).filter((tick) => tick > least && tick < most);
		if (inside.length <= MOST_LIMITS) return inside;
	}
	return [];
}

/**
 * The class of a figure, from 0; a limit belongs to the class above it. A rate is classed as it is written, so that
 * none that reads "4.0" stands under 4.
 */
export function classAt(limits: number[], row: CubeRow): number {
	const { value } = row;
	if (value === null) return 0;
	const written = row.rate ? Number(formatRate(value, 'en-US').replaceAll(',', '')) : value;
	return limits.filter((limit) => limit <= written).length;
}

/** The step of the ramp for a class among all that the limits make. */
export function stepOf(limits: number[], index: number): ClassStep {
	return STEPS[Math.min(limits.length, MOST_LIMITS) + 1]?.[index] ?? 6;
}
