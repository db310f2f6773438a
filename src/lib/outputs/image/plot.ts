import type { ChartLayout, Panel } from '../../charts/layout/types.ts';
import { NARROW_PANEL, WIDE_PANEL } from '../../charts/layout/panel.ts';
import type { MapKeyWords } from '../../charts/words/mapWords.ts';
import { m } from '../../words/index.ts';
import { stack } from './blocks.ts';
import { keyBlock } from './key.ts';
import { mapKeyBlock } from './mapKey.ts';
import { mapPlots } from './mapPlot.ts';
import { endsFrom, panelBlock } from './panel.ts';
import type { Palette } from './palette.ts';
import { slicesOf } from './slices.ts';
import { paragraph } from './text.ts';
import type { Block } from './types.ts';
import type { MapImageWords } from './words.ts';

const BETWEEN = 28;
const ROW_GAP = 18;
const MOST_COLUMNS = 4;
/** px between small panels, and how wide they are. */
const SMALL_GAPS = { across: 14, down: 8 };
const WIDEST_SMALL = 140;
const NARROWEST_SMALL = 92;
/** A single panel of time needs about this much, so that labels stand beside the lines. */
const LEAST_TIME = WIDE_PANEL;

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
	if (layout.map && map.key) return mapChoices(layout, map.key, width, palette, below);
	if (layout.facts.small) {
		const key = keyBlock(layout, true, palette, width);
		return smallColumns(width).map(({ columns, own }) =>
			stack([key, grid(layout.panels, columns, own, palette, SMALL_GAPS)], 10)
		);
	}
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

/** One map with its key, or several as other panels stand. */
function mapChoices(
	{ panels }: ChartLayout,
	words: MapKeyWords,
	width: number,
	palette: Palette,
	below: Block[]
): Block[] {
	const [only, ...others] = panels;
	if (only && !others.length) return mapPlots(only, words, width, palette, below);
	const key = mapKeyBlock(words, palette, width);
	return Array.from({ length: Math.min(MOST_COLUMNS, panels.length) }, (_, at) => at + 1)
		.map((columns) => ({ columns, own: Math.floor((width - (columns - 1) * BETWEEN) / columns) }))
		.filter(({ own }) => own >= NARROW_PANEL)
		.map(({ columns, own }) => stack([key, grid(panels, columns, own, palette), ...below], 12));
}

/** The numbers of columns in which small panels stand, the fewest first, with their widths in px. */
function smallColumns(width: number): { columns: number; own: number }[] {
	const count = (own: number) => Math.floor((width + SMALL_GAPS.across) / (own + SMALL_GAPS.across));
	const [fewest, most] = [count(WIDEST_SMALL), count(NARROWEST_SMALL)];
	return Array.from({ length: most - fewest + 1 }, (_, at) => fewest + at).flatMap((columns) =>
		columns > 0 ? [{ columns, own: (width + SMALL_GAPS.across) / columns - SMALL_GAPS.across }] : []
	);
}

function grid(
	panels: Panel[],
	columns: number,
	width: number,
	palette: Palette,
	gaps = { across: BETWEEN, down: ROW_GAP }
): Block {
	const blocks = panels.map((panel) => panelBlock(panel, width, palette));
	const rows: Block[] = [];
	for (let at = 0; at < blocks.length; at += columns) {
		const row = blocks.slice(at, at + columns);
		const height = Math.max(...row.map((block) => block.height));
		// Titles may take two lines: small plots of a row stand on one line.
		const down = (block: Block) => (panels[0]?.small ? height - block.height : 0);
		rows.push({
			height,
			draw: (x, y) =>
				row.map((block, column) => block.draw(x + column * (width + gaps.across), y + down(block))).join('')
		});
	}
	return stack(rows, gaps.down);
}
