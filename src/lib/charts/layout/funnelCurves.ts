import { adjustedFunnelLimits, funnelLimits, type Limits } from '../../stats/index.ts';
import { INNER, OUTER } from './funnelPoints.ts';
import { m } from '../../words/index.ts';
import { textMark } from './textMark.ts';
import type { PathMark, TextMark } from './types.ts';

/** Places along a curve. */
const STEPS = 48;

/** Where expected counts and rates stand in the plot: a fraction across, px down. */
export interface FunnelScale {
	/** Expected counts at the edges. */
	from: number;
	to: number;
	xOf: (expected: number) => number;
	yOf: (rate: number) => number;
	/** The rate at the upper edge, where curves are cut. */
	top: number;
	average: number;
}

/** Band of the widened outer limits, then the outer and inner limits of random variation, then the average. */
export function funnelCurves(scale: FunnelScale, tau2: number): PathMark[] {
	const { from, to } = scale;
	const at = Array.from({ length: STEPS + 1 }, (_, step) => from * (to / from) ** (step / STEPS));
	const curve = (limitsOf: (expected: number) => Limits, side: keyof Limits) =>
		at.map((expected) => ({ x: scale.xOf(expected), rate: limitsOf(expected)[side] * scale.average }));
	const wide = (expected: number) => adjustedFunnelLimits(expected, OUTER, tau2);
	const upper = curve(wide, 'high').map((point) =>
		placed(scale, { ...point, rate: Math.min(point.rate, scale.top) })
	);
	const lower = curve(wide, 'low').map((point) => placed(scale, point));
	const limits = ([INNER, OUTER] as const).flatMap((level) =>
		(['low', 'high'] as const).map((side): PathMark => {
			const d = pathBelow(
				scale,
				curve((expected) => funnelLimits(expected, level), side)
			);
			return { d, hue: 6, dash: level === OUTER ? '6 4' : '', tone: 'limit' };
		})
	);
	const middle = `M${placed(scale, { x: 0, rate: scale.average })}L${placed(scale, { x: 1, rate: scale.average })}`;
	return [
		{ d: `M${upper.join('L')}L${lower.reverse().join('L')}Z`, hue: 6, dash: '', tone: 'area' },
		...limits.filter(({ d }) => d),
		{ d: middle, hue: 6, dash: '', tone: 'line' }
	];
}

/** Names of the upper limits where they are farthest apart, at the smallest expected count, and of the band. */
export function curveLabels({ from, to, yOf, top, average }: FunnelScale, tau2: number): TextMark[] {
	const limits = ([INNER, OUTER] as const).map((level) => ({
		rate: funnelLimits(from, level).high * average,
		words: level === INNER ? m.intervals_funnel_95() : m.intervals_funnel_998()
	}));
	const wide = adjustedFunnelLimits(to, OUTER, tau2).high * average;
	return [
		...limits
			.filter(({ rate }) => rate < top)
			.map(({ rate, words }) => textMark({ x: 0, dx: 4, y: yOf(rate) - 5, lines: [words], tone: 'soft' })),
		textMark({
			x: 1,
			dx: -4,
			y: yOf(Math.min(wide, top)) + 15,
			anchor: 'end',
			lines: [m.intervals_funnel_wide()],
			tone: 'soft'
		})
	];
}

interface Point {
	x: number;
	rate: number;
}

function placed({ yOf }: FunnelScale, { x, rate }: Point): string {
	return `${Math.round(x * 1000)},${Math.round(yOf(rate) * 10) / 10}`;
}

/** The part of a falling or rising curve that lies in the plot, cut where it crosses the upper edge. */
function pathBelow(scale: FunnelScale, points: Point[]): string {
	const inside: Point[] = [];
	points.forEach((point, index) => {
		const before = points[index - 1];
		if (point.rate > scale.top) return;
		if (before && before.rate > scale.top) {
			const part = (before.rate - scale.top) / (before.rate - point.rate);
			inside.push({ x: before.x + (point.x - before.x) * part, rate: scale.top });
		}
		inside.push(point);
	});
	return inside.length > 1 ? `M${inside.map((point) => placed(scale, point)).join('L')}` : '';
}
