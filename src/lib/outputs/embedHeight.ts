import type { ChartContext } from '../charts/context.ts';
import { chartNotes, deck, headline, type ChartLayout } from '../charts/index.ts';
import { placeKit } from '../charts/kit.ts';
import { isMap } from '../charts/layout/isMap.ts';
import { wrapText, textWidth } from '../charts/layout/text.ts';
import type { MapKeyFacts } from '../charts/layout/mapTypes.ts';
import type { Panel } from '../charts/layout/types.ts';
import { citedSources } from '../charts/words/sources.ts';
import { localized } from '../package/index.ts';
import { m } from '../words/index.ts';
import { formatDay } from '../words/numbers.ts';

/** px of 1 rem: the root of the style sheets is larger than a browser's own. */
const REM = 17;

/** Sizes in px as the style sheets of charts and embeds have them. */
const MEASURE = 42 * REM;
const HEADLINE = { size: 1.375 * REM, line: 1.375 * 1.22 * REM };
const NOTE = { size: 0.875 * REM, line: 0.875 * 1.45 * REM };
const SMALL = { size: 0.8125 * REM, line: 0.8125 * 1.45 * REM };
const GAP = { small: 0.25 * REM, middle: 0.5 * REM, large: REM };
const KEY_SAMPLE = 28 + GAP.middle;
const SEVERAL = { least: 19 * REM, across: 2.5 * REM, down: 1.5 * REM };
/** The panel widths from which labels stand beside the plot. */
const FROM = { wide: 30 * REM, broad: 40 * REM };
/** A control that opens a table or more notes, with its padding. */
const CONTROL = NOTE.line + GAP.middle;
/** Another reader's system font may need a line more. */
const SPARE = SMALL.line;
/** The embed's own edge, both sides together. */
const EDGE = 1.5 * REM;

/**
 * A careful guess, in px, of the height of a chart's embed in a frame of `width` px: rather some lines too
 * tall than a line too short, for a frame that is never told its height. Notes and table are folded, as in the page.
 * @param untitled whether the headline is left out
 */
export function embedHeight(
	context: ChartContext,
	layout: ChartLayout,
	width: number,
	untitled = false
): number {
	const inner = Math.max(width - EDGE, 200);
	const measure = Math.min(inner, MEASURE);
	const head =
		(untitled ? 0 : textHeight(headline(context, layout), measure, HEADLINE) + GAP.middle) +
		textHeight(deck(context, layout), measure, NOTE);
	const left = layout.facts.left
		? GAP.middle + textHeight(m.charts_note_left({ count: layout.facts.left }), inner, NOTE)
		: 0;
	const key = layout.map ? mapKeyHeight(context, layout, layout.map, inner) : keyHeight(layout, inner);
	const sentences = isMap(context.spec.mark) ? placeKit().mapSentences(context, layout) : [];
	const said = sentences.map((text) => GAP.middle + textHeight(text, inner, NOTE));
	const under = said.reduce((sum, each) => sum + each, left);
	const picture = GAP.large + panelsHeight(layout, inner) + key + under;
	const foot = GAP.large + footHeight(context, layout, measure) + 2 * CONTROL + aboutHeight(context, inner);
	const notice = noticeHeight(context, inner);
	return Math.ceil((EDGE + notice + head + picture + foot + SPARE) / 10) * 10;
}

/** What the package says above every embed, in its frame. */
function noticeHeight({ view, locale }: ChartContext, inner: number): number {
	const { notice } = view.package;
	const padding = 1.5 * REM + 3;
	return notice
		? textHeight(localized(notice, locale), inner - padding, NOTE) + 2 * GAP.middle + GAP.large
		: 0;
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
	if (panel.map) return title + (width * panel.map.height) / panel.map.width;
	return title + panel.height - (width < FROM.wide ? 0 : panel.spareRows * 16);
}

/** The key, whose series are left out where the lines' ends carry their names. */
function keyHeight(layout: ChartLayout, inner: number): number {
	const named = layout.endLabels && inner >= FROM[layout.panels[0]?.endsFrom ?? 'wide'];
	const items = [
		...(named ? [] : layout.key.map((index) => layout.series[index]?.label ?? '')),
		...(layout.facts.hasSuperseded ? [m.charts_key_superseded()] : []),
		...(layout.data.some((datum) => datum.row.status === '[c]') ? [m.charts_key_withheld()] : [])
	];
	if (!items.length) return 0;
	return rowsOf(items, inner) * (NOTE.line + GAP.small) + GAP.large;
}

/** The key of a map: its unit, its signs, and what must be known of them. */
function mapKeyHeight(context: ChartContext, layout: ChartLayout, facts: MapKeyFacts, inner: number): number {
	const { unit, entries, remarks } = placeKit().mapKeyWords(context, layout, facts);
	const lines = [...(unit ? [unit] : []), ...remarks].map((text) => textHeight(text, inner, NOTE));
	const signs = rowsOf(
		entries.map((entry) => entry.words),
		inner
	);
	return lines.reduce((sum, each) => sum + each, signs * (NOTE.line + GAP.small)) + GAP.middle + GAP.large;
}

/** Rows that samples with their words take. */
function rowsOf(items: string[], inner: number): number {
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
	return rows;
}

function footHeight(context: ChartContext, layout: ChartLayout, measure: number): number {
	const notes = chartNotes(context, layout).filter((note) => !note.minor);
	const cited = citedSources(context)
		.slice(0, 2)
		.map(({ source }) => `${source.title}, ${source.publisher}, ${source.date} (A)`);
	const sources = cited.length
		? textHeight(`${m.charts_sources()}: ${cited.join('; ')}.`, measure, SMALL) + 2 * GAP.middle + 1
		: 0;
	const versions = context.view.revisions && layout.facts.hasSuperseded ? SMALL.line + GAP.middle : 0;
	return notes.reduce(
		(sum, { lead, text }) => sum + textHeight(`${lead} ${text}`, measure, SMALL) + GAP.small,
		sources + versions
	);
}

/** The last lines of an embed: the link to its page, the site, version and day. */
function aboutHeight({ view, locale }: ChartContext, inner: number): number {
	const { title, version, asOf } = view.package;
	const words = [
		m.embed_page_link(),
		`${localized(title)}.`,
		m.embed_live({ version, asOf: formatDay(asOf, locale) })
	];
	return (
		2 * GAP.middle + 1 + textHeight(words.join(' '), inner, { size: SMALL.size, line: 0.8125 * 1.5 * REM })
	);
}
