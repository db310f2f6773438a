import type { Panel } from '../../charts/layout/types.ts';
import { AREA_OPACITY, hollowLook, marker } from './key.ts';
import type { Palette } from './palette.ts';
import { element, short } from '../markup.ts';

/** Where a panel's plot stands in the picture, in px; `yOf` places a height of the panel. */
export interface Place {
	left: number;
	width: number;
	/** Whether marks of a variant show at this width. */
	shows: (width: 'all' | 'narrow' | 'wide' | 'broad' | 'never') => boolean;
	yOf: (y: number) => number;
	/** Edges of the panel, which no words leave. */
	edges: { left: number; right: number };
}

const LINE_WIDTH = 2.25;
const SMALL_WIDTH = 1.75;
const LIMIT_WIDTH = 1.1;
/** Half a cap of a limit, in px. */
const CAP = 3;

/** Stretches of time without a figure, with a withheld one, or of an event. */
export function bands(panel: Panel, { left, width, yOf }: Place, palette: Palette): string {
	const fills = { gap: palette.groundRaised, event: palette.notice, withheld: 'url(#hatch)' };
	return panel.bands
		.map((band) =>
			element('rect', {
				x: left + band.x0 * width,
				width: (band.x1 - band.x0) * width,
				y: yOf(band.y0),
				height: yOf(band.y1) - yOf(band.y0),
				fill: fills[band.tone],
				opacity: band.tone === 'event' ? 0.5 : undefined
			})
		)
		.join('');
}

/** Lines of the value scale, without their figures. */
export function gridLines(panel: Panel, { left, width, yOf }: Place, palette: Palette): string {
	return panel.grid
		.map(({ y, zero }) =>
			element('line', {
				x1: left,
				x2: left + width,
				y1: yOf(y),
				y2: yOf(y),
				stroke: zero ? palette.ink : palette.rule,
				'stroke-width': zero ? 1.5 : 1
			})
		)
		.join('');
}

/** Rules of breaks. */
export function rules(panel: Panel, { left, width, shows, yOf }: Place, palette: Palette): string {
	return panel.rules
		.filter((rule) => shows(rule.width))
		.map((rule) =>
			element('line', {
				x1: left + rule.x * width,
				x2: left + rule.x * width,
				y1: yOf(rule.y0),
				y2: yOf(rule.y1),
				stroke: palette.ruleStrong,
				'stroke-dasharray': rule.comparable ? '2 3' : undefined
			})
		)
		.join('');
}

/** Bars and the parts of columns. */
export function bars(panel: Panel, { left, width, yOf }: Place, palette: Palette): string {
	const patterns: Record<string, string> = {
		withheld: 'url(#hatch)',
		top: 'url(#open)',
		grey: palette.hues[6]
	};
	return panel.bars
		.map((bar) =>
			element('rect', {
				x: left + bar.x0 * width,
				width: (bar.x1 - bar.x0) * width,
				y: yOf(bar.y),
				height: yOf(bar.y + bar.height) - yOf(bar.y),
				fill: patterns[bar.tone] ?? palette.hues[bar.hue],
				stroke: bar.tone === 'withheld' ? palette.ruleStrong : undefined
			})
		)
		.join('');
}

/** Thin lines of rows, and the vertical zero lines. */
export function threads(panel: Panel, { left, width, yOf }: Place, palette: Palette): string {
	const lines = panel.threads.map(({ x0, x1, y, strong }) =>
		element('line', {
			x1: left + x0 * width,
			x2: left + x1 * width,
			y1: yOf(y),
			y2: yOf(y),
			stroke: strong ? palette.ruleStrong : palette.rule,
			'stroke-width': strong ? 2 : 1
		})
	);
	const axes = panel.axes.map(({ y0, y1 }) =>
		element('line', {
			x1: left,
			x2: left,
			y1: yOf(y0),
			y2: yOf(y1),
			stroke: palette.ink,
			'stroke-width': 1.5
		})
	);
	return [...lines, ...axes].join('');
}

/** Lines of the series. Their paths count across in thousandths of the plot. */
export function paths(panel: Panel, { left, width, yOf }: Place, palette: Palette): string {
	return panel.paths
		.map(({ d, hue, dash, tone }) =>
			element('path', {
				d: d.replace(
					/(-?[\d.]+),(-?[\d.]+)/g,
					(_, x: string, y: string) => `${short(left + (Number(x) / 1000) * width)},${short(yOf(Number(y)))}`
				),
				...(tone === 'area'
					? { fill: palette.hues[hue], opacity: AREA_OPACITY }
					: {
							fill: 'none',
							stroke: palette.hues[hue],
							'stroke-width': tone === 'limit' ? LIMIT_WIDTH : panel.small ? SMALL_WIDTH : LINE_WIDTH,
							'stroke-linejoin': 'round',
							'stroke-dasharray': dash || undefined
						})
			})
		)
		.join('');
}

/** The limits behind the points, with a cap or, beyond the scale, an arrow. */
export function whiskers(panel: Panel, { left, width, yOf }: Place, palette: Palette): string {
	return panel.whiskers
		.map(({ x0, x1, y0, y1, hue, cut, beyond }) => {
			const [from, to, high, low] = [left + x0 * width, left + x1 * width, yOf(y0), yOf(y1)].map(short);
			const along = y0 === y1;
			const foot = along ? `M${from} ${low}m0 -${CAP}v${CAP * 2}` : `M${from} ${low}m-${CAP} 0h${CAP * 2}`;
			const cap = along ? `m0 -${CAP}v${CAP * 2}` : `m-${CAP} 0h${CAP * 2}`;
			const arrow = along ? 'm-6 -4l6 4l-6 4' : 'm-4 6l4 -6l4 6';
			return element('path', {
				d: `${beyond ? '' : foot}M${from} ${low}L${to} ${high}${cut ? arrow : cap}`,
				fill: 'none',
				stroke: palette.hues[hue],
				'stroke-width': 1.25,
				opacity: 0.7
			});
		})
		.join('');
}

/** Points; hollow in grey where another figure is in use, in their own colour where reliability is low. */
export function dots(panel: Panel, { left, width, yOf }: Place, palette: Palette, size = 1): string {
	return panel.dots
		.filter(({ hidden }) => !hidden)
		.map(({ x, y, hue, shape, faint, hollow }) => {
			const at = [left + x * width, yOf(y)] as const;
			if (faint)
				return marker(
					shape,
					...at,
					{ fill: 'none', stroke: palette.ruleStrong, 'stroke-width': 1.1 },
					1.45 * size
				);
			if (hollow) return marker(shape, ...at, hollowLook(palette.hues[hue], palette), size);
			const outline = { fill: palette.hues[hue], stroke: palette.ground, 'stroke-width': 1.25 };
			return marker(shape, ...at, { ...outline, 'paint-order': 'stroke' }, size);
		})
		.join('');
}
