import type { ChartLayout, Panel } from '../../charts/layout/types.ts';
import { NARROW_PANEL, WIDE_PANEL } from '../../charts/layout/panel.ts';
import { m } from '../../words/index.ts';
import { stack } from './blocks.ts';
import { keyBlock } from './key.ts';
import { mapKeyBlock } from './mapKey.ts';
import { endsFrom, panelBlock } from './panel.ts';
import type { Palette } from './palette.ts';
import { slicesOf } from './slices.ts';
import { paragraph } from './text.ts';
import type { Block } from './types.ts';
import type { MapImageWords } from './words.ts';

const BETWEEN = 28;
const ROW_GAP = 18;
const MOST_COLUMNS = 4;
/** A single panel of time needs about this much, so that labels stand beside the lines. */
const LEAST_TIME = WIDE_PANEL;
/** Parts of the width that a map may take where its height has no room otherwise. */
const MAP_WIDTHS = [1, 0.92, 0.84, 0.76, 0.68];

/** The key and the panels at a width in px, once for each number of columns that has room; fewest first. */
export function plotChoices(
	layout: ChartLayout,
	width: number,
	palette: Palette,
	map: MapImageWords
): Block[] {
	if (!layout.panels.length) {
		const words = { text: m.charts_empty(), face: 'sans', fill: palette.ink } as const;
		return [paragraph([words], width, 17, 25)];
	}
	const below = map.sentences.map((text) =>
		paragraph([{ text, face: 'sans', fill: palette.inkSoft }], width, 12.5, 17)
	);
	if (layout.map && map.key)
		return mapChoices(layout, width, palette, mapKeyBlock(map.key, palette, width), below);
	const choices: Block[] = [];
	for (let columns = 1; columns <= MOST_COLUMNS; columns++) {
		const own = Math.floor((width - (columns - 1) * BETWEEN) / columns);
		const panels = columns === 1 ? layout.panels : (slicesOf(layout, columns) ?? layout.panels);
		const least = panels.length === 1 && layout.kind !== 'bar' ? LEAST_TIME : NARROW_PANEL;
		if (own < least || columns > panels.length) break;
		const withSeries = !layout.endLabels || own < endsFrom(layout.panels[0]);
		const key = keyBlock(layout, withSeries, palette, width);
		choices.push(stack([key, grid(panels, columns, own, palette), ...below], 12));
	}
	return choices;
}

/** One map at some widths, the largest first; several of them as other panels are. */
function mapChoices(
	{ panels }: ChartLayout,
	width: number,
	palette: Palette,
	key: Block,
	below: Block[]
): Block[] {
	if (panels.length === 1) {
		return MAP_WIDTHS.map((part) => Math.floor(width * part))
			.filter((own) => own >= NARROW_PANEL)
			.map((own) => stack([key, grid(panels, 1, own, palette), ...below], 12));
	}
	return Array.from({ length: Math.min(MOST_COLUMNS, panels.length) }, (_, at) => at + 1)
		.map((columns) => ({ columns, own: Math.floor((width - (columns - 1) * BETWEEN) / columns) }))
		.filter(({ own }) => own >= NARROW_PANEL)
		.map(({ columns, own }) => stack([key, grid(panels, columns, own, palette), ...below], 12));
}

function grid(panels: Panel[], columns: number, width: number, palette: Palette): Block {
	const blocks = panels.map((panel) => panelBlock(panel, width, palette));
	const rows: Block[] = [];
	for (let at = 0; at < blocks.length; at += columns) {
		const row = blocks.slice(at, at + columns);
		rows.push({
			height: Math.max(...row.map((block) => block.height)),
			draw: (x, y) => row.map((block, column) => block.draw(x + column * (width + BETWEEN), y)).join('')
		});
	}
	return stack(rows, ROW_GAP);
}
