import type { AreaMark, AreaWidth, PanelMap } from '../../charts/layout/mapTypes.ts';
import { ringsOf } from '../../charts/layout/outline.ts';
import { BROAD_PANEL, WIDE_PANEL } from '../../charts/layout/panel.ts';
import { element } from '../markup.ts';
import type { Palette } from './palette.ts';
import { textLine } from './text.ts';

/** px of the picture's design in which a map stands. */
export interface MapFrame {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** px of the disc of a place that is too small for its shape. */
const DISC = 5;
const LETTERS = 12;

/** Whether an area has an outline of its own: it is too faint on the ground without one. */
function isOutlined({ step }: AreaMark): boolean {
	return step === null || step < 3;
}

/** How an area of a map is filled and drawn around. */
export function areaLook(area: Pick<AreaMark, 'tone' | 'step'>, palette: Palette) {
	const outline = { stroke: palette.ruleStrong, 'stroke-width': 1 };
	if (area.tone === 'withheld') return { fill: 'url(#hatch)', ...outline };
	if (area.step === null) return { fill: 'none', ...outline, 'stroke-dasharray': '3 2.5' };
	return { fill: palette.classes[area.step], ...(area.step < 3 ? outline : {}) };
}

/** Tiles, or shapes and discs; shapes with an outline come last, for neighbours share their borders. */
export function areas(map: PanelMap, frame: MapFrame, palette: Palette): string {
	const order = [false, true].flatMap((wanted) => map.areas.filter((area) => isOutlined(area) === wanted));
	const shapes = order.filter((area) => !area.tiny);
	return [...shapes, ...order.filter((area) => area.tiny)]
		.map((area) => drawArea(area, map, frame, palette))
		.join('');
}

function drawArea(area: AreaMark, map: PanelMap, frame: MapFrame, palette: Palette): string {
	const { left, top, width, height } = frame;
	const look = areaLook(area, palette);
	if (area.d === null) {
		const { x0, x1, y0, y1 } = area.box;
		const place = { x: left + x0 * width, y: top + y0 * height };
		return element('rect', { ...place, width: (x1 - x0) * width, height: (y1 - y0) * height, ...look });
	}
	if (area.tiny) {
		const r = Math.min(DISC, width / 100);
		const outline = { stroke: palette.ruleStrong, 'stroke-width': 1 };
		const disc = { cx: left + area.at.x * width, cy: top + area.at.y * height, r };
		// A hatch or dashes would else stand on the neighbour.
		const ground = element('circle', { ...disc, fill: palette.classPaper });
		return ground + element('circle', { ...disc, ...look, ...outline });
	}
	const border = { stroke: palette.classPaper, 'stroke-width': 1, 'stroke-linejoin': 'round' };
	return element('path', { d: pathIn(area.d, map, frame), ...border, ...look });
}

/** An outline in px, with points that fall together left out. */
function pathIn(d: string, map: PanelMap, { left, top, width, height }: MapFrame): string {
	const round = (value: number) => String(Math.round(value * 10) / 10);
	return ringsOf(d)
		.map((ring) => {
			const points = ring.map(
				([x, y]) =>
					`${round(left + ((x - map.left) / map.width) * width)},${round(top + (y / map.height) * height)}`
			);
			return `M${points.filter((point, at) => point !== points[at - 1]).join('L')}Z`;
		})
		.join('');
}

/** Letters, figures, and the marks of low reliability. */
export function areaWords(map: PanelMap, frame: MapFrame, palette: Palette): string {
	const { left, top, width, height } = frame;
	const shows = (variant: AreaWidth) =>
		variant === 'all' ||
		(variant === 'narrow' && width < WIDE_PANEL) ||
		(variant === 'slim' && width < BROAD_PANEL) ||
		(variant === 'wide' && width >= WIDE_PANEL) ||
		(variant === 'broad' && width >= BROAD_PANEL);
	return map.areas
		.map((area) => {
			const onStrong = area.step !== null && area.step > 3;
			const [fill, other] = onStrong
				? [palette.classPaper, palette.classInk]
				: [area.tone === 'unknown' ? palette.inkSoft : palette.classInk, palette.classPaper];
			const halo = area.tone === 'withheld' ? { colour: palette.classPaper, width: 4 } : undefined;
			const texts = area.texts
				.filter((text) => shows(text.width))
				.map(({ x, y, dy, text, kind }) =>
					textLine({ x: left + x * width, y: top + y * height + dy, size: LETTERS, anchor: 'middle', halo }, [
						{ text, face: kind === 'mark' && area.tone !== 'unknown' ? 'bold' : 'sans', fill }
					])
				);
			const dots = area.dots
				.filter((dot) => shows(dot.width))
				.map(({ x, y, dx, dy }) =>
					element('circle', {
						cx: left + x * width + dx,
						cy: top + y * height + dy,
						r: 2.5,
						fill,
						stroke: other,
						'stroke-width': 2,
						'paint-order': 'stroke'
					})
				);
			return [...texts, ...dots].join('');
		})
		.join('');
}
