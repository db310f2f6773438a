import type { ChartLayout, Panel } from '../../charts/layout/types.ts';
import { NARROW_PANEL, WIDE_PANEL } from '../../charts/layout/panel.ts';
import { m } from '../../words/index.ts';
import { stack } from './blocks.ts';
import { keyBlock } from './key.ts';
import { endsFrom, panelBlock } from './panel.ts';
import type { Palette } from './palette.ts';
import { slicesOf } from './slices.ts';
import { paragraph } from './text.ts';
import type { Block } from './types.ts';

const BETWEEN = 28;
const ROW_GAP = 18;
const MOST_COLUMNS = 4;
/** A single panel of time needs about this much, so that labels stand beside the lines. */
const LEAST_TIME = WIDE_PANEL;

/** The key and the panels at a width in px, once for each number of columns that has room; fewest first. */
export function plotChoices(layout: ChartLayout, width: number, palette: Palette): Block[] {
	if (!layout.panels.length) {
		const words = { text: m.charts_empty(), face: 'sans', fill: palette.ink } as const;
		return [paragraph([words], width, 17, 25)];
	}
	const choices: Block[] = [];
	for (let columns = 1; columns <= MOST_COLUMNS; columns++) {
		const own = Math.floor((width - (columns - 1) * BETWEEN) / columns);
		const panels = columns === 1 ? layout.panels : (slicesOf(layout, columns) ?? layout.panels);
		const least = panels.length === 1 && layout.kind !== 'bar' ? LEAST_TIME : NARROW_PANEL;
		if (own < least || columns > panels.length) break;
		const withSeries = !layout.endLabels || own < endsFrom(layout.panels[0]);
		const key = keyBlock(layout, withSeries, palette, width);
		choices.push(stack([key, grid(panels, columns, own, palette)], 12));
	}
	return choices;
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
