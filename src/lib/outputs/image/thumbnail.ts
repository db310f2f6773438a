import { layoutChart, type ChartContext } from '../../charts/index.ts';
import type { PanelMap } from '../../charts/layout/mapTypes.ts';
import type { ChartLayout, Panel } from '../../charts/layout/types.ts';
import { bands, bars, dots, gridLines, paths, threads, whiskers, type Place } from './marks.ts';
import { areas } from './map.ts';
import { hasPlaceRows } from './part.ts';
import { patterns } from './patterns.ts';
import type { Palette } from './palette.ts';
import { IMAGE_SIZES } from './types.ts';
import { element } from '../markup.ts';

const PADDING = 16;
const BETWEEN = 14;
const MOST_PANELS = 4;
const MOST_SMALL = 12;
const SMALL_COLUMNS = 4;
/** Rows that are still told apart. */
const MOST_ROWS = 9;
const ROW = 7;

/** A small picture of a chart's marks without any words; it says nothing that the words beside it do not say. */
export function composeThumbnail(context: ChartContext, palette: Palette): string {
	const layout = largestRows(context);
	const { width, height } = IMAGE_SIZES.small;
	const most = layout.facts.small ? MOST_SMALL : layout.panels.length === 3 ? 3 : MOST_PANELS;
	const panels = layout.panels.slice(0, most);
	const columns = layout.facts.small ? SMALL_COLUMNS : panels.length > 3 ? 2 : Math.max(1, panels.length);
	const rows = Math.ceil(panels.length / columns);
	const own = (width - 2 * PADDING - (columns - 1) * BETWEEN) / columns;
	const tall = (height - 2 * PADDING - (rows - 1) * BETWEEN) / Math.max(1, rows);
	const drawn = panels
		.map((panel, at) => {
			const left = PADDING + (at % columns) * (own + BETWEEN);
			const top = PADDING + Math.floor(at / columns) * (tall + BETWEEN);
			const isRows = layout.kind === 'bar' || layout.kind === 'dot';
			const shown = isRows ? compactRows(panel) : panel;
			return drawPanel(shown, { left, top, width: own, height: tall }, palette);
		})
		.join('');
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			width,
			height,
			viewBox: `0 0 ${width} ${height}`,
			'aria-hidden': 'true'
		},
		[
			drawn.includes('url(#') ? patterns(palette) : '',
			element('rect', { width: '100%', height: '100%', fill: palette.ground }),
			drawn
		].join('\n')
	);
}

/** A chart whose rows are too many shows its largest ones. */
function largestRows(context: ChartContext): ChartLayout {
	const layout = layoutChart(context);
	if (layout.data.every(({ position }) => position < MOST_ROWS)) return layout;
	if (layout.kind !== 'bar' && layout.kind !== 'dot') return layout;
	if (layout.panels.some(({ rows }) => rows) && hasPlaceRows(context)) return layout;
	const order = hasPlaceRows(context) ? 'source' : 'value';
	return layoutChart({ ...context, spec: { ...context.spec, order, limit: MOST_ROWS } });
}

/** The first rows of a horizontal chart without the room for their labels. */
function compactRows(panel: Panel): Panel {
	const heights = [...new Set([...panel.bars, ...panel.dots].map(({ y }) => y))].sort((a, b) => a - b);
	const places = new Map(heights.slice(0, MOST_ROWS).map((y, at) => [y, at * ROW * 1.6]));
	const at = (y: number) => places.get(y) ?? 0;
	const shown = ({ y }: { y: number }) => places.has(y);
	const bottom = (places.size - 1) * ROW * 1.6 + ROW;
	const middle = panel.dots.length ? 0 : ROW / 2;
	return {
		...panel,
		grid: [],
		bars: panel.bars.filter(shown).map((bar) => ({ ...bar, y: at(bar.y), height: ROW })),
		whiskers: panel.whiskers
			.filter(({ y0 }) => places.has(y0))
			.map((mark) => ({ ...mark, y0: at(mark.y0) + middle, y1: at(mark.y0) + middle })),
		rules: [],
		dots: panel.dots.filter(shown).map((dot) => ({ ...dot, y: at(dot.y) + middle })),
		threads: panel.threads.filter(shown).map((thread) => ({ ...thread, y: at(thread.y) + middle })),
		axes: panel.bars.length && places.size ? [{ y0: 0, y1: bottom }] : []
	};
}

function drawMap(
	map: PanelMap,
	box: { left: number; top: number; width: number; height: number },
	palette: Palette
): string {
	const scale = Math.min(box.width / map.width, box.height / map.height);
	const [width, height] = [map.width * scale, map.height * scale];
	const [left, top] = [box.left + (box.width - width) / 2, box.top + (box.height - height) / 2];
	return areas(map, { left, top, width, height }, palette);
}

function drawPanel(
	panel: Panel,
	box: { left: number; top: number; width: number; height: number },
	palette: Palette
): string {
	if (panel.map) return drawMap(panel.map, box, palette);
	const ys = [
		...panel.bars.flatMap(({ y, height }) => [y, y + height]),
		...panel.dots.map(({ y }) => y),
		...panel.grid.map(({ y }) => y),
		...panel.bands.flatMap(({ y0, y1 }) => [y0, y1])
	];
	if (!ys.length) return '';
	const [least, most] = [Math.min(...ys), Math.max(...ys)];
	const span = Math.max(most - least, 1);
	// A single row fills no picture.
	const height = Math.min(box.height, span * 4);
	const top = box.top + (box.height - height) / 2;
	const place: Place = {
		left: box.left,
		width: box.width,
		shows: () => false,
		yOf: (y) => top + ((y - least) / span) * height,
		edges: { left: box.left, right: box.left + box.width }
	};
	return [
		bands(panel, place, palette),
		gridLines(panel, place, palette),
		bars(panel, place, palette),
		threads(panel, place, palette),
		whiskers(panel, place, palette),
		paths(panel, place, palette),
		dots(panel, place, palette, 0.8)
	].join('');
}
