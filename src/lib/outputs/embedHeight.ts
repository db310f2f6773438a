import type { ChartContext } from '../charts/context.ts';
import { chartNotes, deck, headline, type ChartLayout } from '../charts/index.ts';
import { BROAD_PANEL, WIDE_PANEL } from '../charts/layout/panel.ts';
import { wrapText, textWidth } from '../charts/layout/text.ts';
import type { Panel } from '../charts/layout/types.ts';
import { citedSources } from '../charts/words/sources.ts';
import { m } from '../words/index.ts';

/** Sizes in px as the style sheet of charts has them at a root of 16 px. */
const MEASURE = 672;
const HEADLINE = { size: 22, line: 27 };
const NOTE = { size: 14, line: 20.3 };
const SMALL = { size: 13, line: 18.9 };
const GAP = { small: 4, middle: 8, large: 16 };
const KEY_SAMPLE = 36;
const SEVERAL = { least: 304, across: 40, down: 24 };
/** A control that opens a table or more notes, with its padding. */
const CONTROL = 29;
/** The embed's own edge and the line that leads back to the site, of two lines on a phone. */
const EDGE = 32;
const LINK_BACK = 56;

/**
 * A careful guess, in px, of the height of a chart's embed in a frame of `width` px: rather some lines too
 * tall than a line too short, for a frame that is never told its height. Notes and table are folded, as in the page.
 */
export function embedHeight(context: ChartContext, layout: ChartLayout, width: number): number {
	const inner = Math.max(width - EDGE, 200);
	const measure = Math.min(inner, MEASURE);
	const head =
		textHeight(headline(context, layout), measure, HEADLINE) +
		GAP.middle +
		textHeight(deck(context, layout), measure, NOTE);
	const left = layout.facts.left
		? GAP.middle + textHeight(m.charts_note_left({ count: layout.facts.left }), inner, NOTE)
		: 0;
	const total =
		EDGE + head + GAP.large + panelsHeight(layout, inner) + keyHeight(layout, inner) + left + LINK_BACK;
	return Math.ceil((total + GAP.large + footHeight(context, layout, measure) + 2 * CONTROL) / 10) * 10;
}

function textHeight(text: string, width: number, { size, line }: { size: number; line: number }): number {
	return wrapText(text, width, size).length * line;
}

function panelsHeight({ panels }: ChartLayout, inner: number): number {
	const several = panels.length > 1;
	const columns = several
		? Math.max(1, Math.floor((inner + SEVERAL.across) / (SEVERAL.least + SEVERAL.across)))
		: 1;
	const width = (inner - (columns - 1) * SEVERAL.across) / columns;
	const heights = panels.map((panel) => panelHeight(panel, width));
	const rows = Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) =>
		Math.max(...heights.slice(row * columns, (row + 1) * columns))
	);
	return rows.reduce((sum, height) => sum + height, 0) + Math.max(rows.length - 1, 0) * SEVERAL.down;
}

function panelHeight(panel: Panel, width: number): number {
	const title = panel.title ? textHeight(panel.title, width, NOTE) + GAP.middle : 0;
	return title + panel.height - (width < WIDE_PANEL ? 0 : panel.spareRows * 16);
}

/** The key, whose series are left out where the lines' ends carry their names. */
function keyHeight(layout: ChartLayout, inner: number): number {
	const ends = layout.panels[0]?.endsFrom === 'broad' ? BROAD_PANEL : WIDE_PANEL;
	const named = layout.endLabels && inner >= ends;
	const items = [
		...(named ? [] : layout.key.map((index) => layout.series[index]?.label ?? '')),
		...(layout.facts.hasSuperseded ? [m.charts_key_superseded()] : []),
		...(layout.data.some((datum) => datum.row.status === '[c]') ? [m.charts_key_withheld()] : [])
	];
	if (!items.length) return 0;
	let rows = 1;
	let used = 0;
	for (const item of items) {
		const wide = textWidth(item, NOTE.size) + KEY_SAMPLE + GAP.large;
		if (used > 0 && used + wide > inner) {
			rows += 1;
			used = 0;
		}
		used += wide;
		rows += Math.max(wrapText(item, inner - KEY_SAMPLE, NOTE.size).length - 1, 0);
	}
	return rows * (NOTE.line + GAP.small) + GAP.large;
}

function footHeight(context: ChartContext, layout: ChartLayout, measure: number): number {
	const notes = chartNotes(context, layout).filter((note) => !note.minor);
	const cited = citedSources(context)
		.slice(0, 2)
		.map(({ source }) => `${source.title}, ${source.publisher}, ${source.date} (A)`);
	const sources = cited.length
		? textHeight(`${m.charts_sources()}: ${cited.join('; ')}.`, measure, SMALL) + 2 * GAP.middle + 1
		: 0;
	return notes.reduce(
		(sum, { lead, text }) => sum + textHeight(`${lead} ${text}`, measure, SMALL) + GAP.small,
		sources
	);
}
