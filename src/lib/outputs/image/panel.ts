import { BROAD_PANEL, WIDE_PANEL, plotWidth, startOf } from '../../charts/layout/panel.ts';
import type { PanelMap } from '../../charts/layout/mapTypes.ts';
import type { Panel } from '../../charts/layout/types.ts';
import { areas, areaWords } from './map.ts';
import { bands, bars, dots, gridLines, paths, rules, threads, whiskers, type Place } from './marks.ts';
import type { Palette } from './palette.ts';
import { gridWords, panelTexts, ticks } from './panelTexts.ts';
import { paragraph } from './text.ts';
import type { Block } from './types.ts';
import { element } from '../markup.ts';

/** px that a wide panel saves for each row of break labels that only a narrow one needs. */
const SPARE_ROW = 16;
const AFTER_TITLE = 6;

/** The panel width from which labels stand beside its plot. */
export function endsFrom(panel: Panel | undefined): number {
	return panel?.endsFrom === 'broad' ? BROAD_PANEL : WIDE_PANEL;
}

/** One panel at a width in px, with its title: the same marks as on the page. */
export function panelBlock(panel: Panel, width: number, palette: Palette): Block {
	const title = paragraph([{ text: panel.title, face: 'bold', fill: palette.ink }], width, 14, 19);
	const above = title.height ? title.height + AFTER_TITLE : 0;
	if (panel.map) return mapBlock(panel.map, title, above, width, palette);
	const spare = width >= WIDE_PANEL ? panel.spareRows * SPARE_ROW : 0;
	return {
		height: above + panel.height - spare,
		draw(x, y) {
			const top = y + above - spare;
			const place: Place = {
				left: x + startOf(panel, width),
				width: plotWidth(panel, width),
				shows: (variant) =>
					variant === 'all' ||
					(variant === 'narrow' && width < WIDE_PANEL) ||
					(variant === 'wide' && width >= WIDE_PANEL) ||
					(variant === 'broad' && width >= BROAD_PANEL),
				yOf: (at) => top + at,
				edges: { left: x, right: x + width }
			};
			return [
				title.draw(x, y),
				bands(panel, place, palette),
				gridLines(panel, place, palette),
				gridWords(panel, place, palette),
				ticks(panel, place, palette),
				rules(panel, place, palette),
				bars(panel, place, palette),
				threads(panel, place, palette),
				whiskers(panel, place, palette),
				paths(panel, place, palette),
				width >= endsFrom(panel) ? leaders(panel, place, palette) : '',
				dots(panel, place, palette),
				panelTexts(panel, place, palette)
			].join('');
		}
	};
}

function mapBlock(map: PanelMap, title: Block, above: number, width: number, palette: Palette): Block {
	const height = (width * map.height) / map.width;
	return {
		height: above + height,
		draw(x, y) {
			const frame = { left: x, top: y + above, width, height };
			return title.draw(x, y) + areas(map, frame, palette) + areaWords(map, frame, palette);
		}
	};
}

function leaders(panel: Panel, { left, width, yOf }: Place, palette: Palette): string {
	const end = left + width;
	return panel.leaders
		.map(({ y0, y1 }) =>
			element('line', {
				x1: end + 3,
				y1: yOf(y0),
				x2: end + 13,
				y2: yOf(y1),
				stroke: palette.ruleStrong
			})
		)
		.join('');
}
