import type { CubeRow } from '../../cube/types.ts';
import {
	RATE_PER,
	adjustedFunnelLimits,
	funnelLimits,
	overdispersion,
	type Limits,
	type Overdispersion
} from '../../stats/index.ts';
import { timeField, valueLabel, type ChartContext } from '../context.ts';
import { commonRate, placeRows } from './average.ts';
import type { FunnelFacts } from './types.ts';

/** Limits mean little for fewer places. */
const LEAST_PLACES = 3;

/** Random variation alone: inner and outer limits. */
export const INNER = 0.95;
export const OUTER = 0.998;

/** A place with the count that the average rate would give it. */
export interface FunnelPlace {
	row: CubeRow;
	/** Rate per 100,000 residents. */
	rate: number;
	count: number;
	expected: number;
	/** Outside the outer limits that allow for overdispersion. */
	isOutside: boolean;
}

/** What a funnel plot is drawn from. */
export interface Funnel {
	/** From the smallest expected count to the largest, which says nothing of the rates. */
	places: FunnelPlace[];
	/** Rate of all places together per 100,000 residents. */
	average: number;
	spread: Overdispersion;
	facts: FunnelFacts;
}

/** The funnel of the newest time of some rows; null where it cannot be drawn: no rates, too few places, no count at all. */
export function funnelOf(context: ChartContext, rows: CubeRow[]): Funnel | null {
	const time = timeField(context)?.name;
	const newest = rows.map((row) => String(row.key[time ?? ''] ?? '')).reduce((a, b) => (b > a ? b : a), '');
	const own = placeRows(context, rows).filter((row) => String(row.key[time ?? ''] ?? '') === newest);
	const known = own.flatMap((row) => {
		const { count = null, population = null } = row.rate ?? {};
		return row.value === null || count === null || !population
			? []
			: [{ row, rate: row.value, count, population }];
	});
	const average = commonRate(known.map(({ row }) => row));
	if (known.length < LEAST_PLACES || !average) return null;
	const points = known.map((each) => ({ ...each, expected: (each.population * average) / RATE_PER }));
	const spread = overdispersion(points);
	if (!spread) return null;
	const beyond = (each: (typeof points)[number], limits: Limits) =>
		each.count / each.expected < limits.low || each.count / each.expected > limits.high;
	const outside = (level: number) =>
		points.filter((each) => beyond(each, funnelLimits(each.expected, level)));
	const isOutside = (each: (typeof points)[number]) =>
		beyond(each, adjustedFunnelLimits(each.expected, OUTER, spread.tau2));
	const drawn = new Set(known.map(({ row }) => row));
	return {
		places: points
			.map((each) => ({ ...each, isOutside: isOutside(each) }))
			.sort((a, b) => a.expected - b.expected),
		average,
		spread,
		facts: {
			average,
			outside95: outside(INNER).length,
			outside998: outside(OUTER).length,
			outsideAdjusted: points.filter(isOutside).length,
			shown: points.length,
			phi: spread.phi,
			without: own
				.filter((row) => !drawn.has(row))
				.map((row) => valueLabel(context, context.spec.x, row.key[context.spec.x]))
		}
	};
}
