import type { CubeRow } from '../../cube/types.ts';
import { formatNumber } from '../../words/numbers.ts';
import type { ChartContext } from '../context.ts';
import { markWords, statusWords } from '../words/values.ts';
import { averageRule } from './averageRule.ts';
import { END_STEPS, NARROW_PANEL, WIDE_PANEL, emptyPanel, plotWidth, stepFor } from './panel.ts';
import { offScaleWords } from './offScale.ts';
import type { RowGroup } from './rows.ts';
import type { ValueScale } from './scale.ts';
import { textWidth, wrapText } from './text.ts';
import { textMark } from './textMark.ts';
import { tickMarks } from './ticks.ts';
import { dotMark } from './dotMark.ts';
import { limitsOf, whiskerAlong } from './whiskers.ts';
import type { Datum, Panel, Series, TextMark } from './types.ts';

/** Labels are 14 px; the guess of their width is too careful by a little, and a line that stays empty shows. */
const LABEL_SIZE = 13;
const LABEL_LINE = 18;
const ROW = 20;
const BETWEEN = 10;
const HATCH = 0.1;

/** What the panels of one dot chart share. */
export interface DotFrame {
	context: ChartContext;
	series: Series[];
	scale: ValueScale;
	/** The average of all places, where the rows are places of one series. */
	average: CubeRow | null;
}

/** One panel of rows with a dot for each series on one value axis. */
export function dotPanel(
	frame: DotFrame,
	title: string,
	groups: RowGroup[],
	index: number
): { panel: Panel; data: Datum[] } {
	const { context, scale } = frame;
	const panel = emptyPanel(title);
	panel.end = stepFor(END_STEPS, textWidth(formatNumber(scale.most, context.locale), 13) + 14);
	panel.endNarrow = panel.end;
	const data: Datum[] = [];
	let y = 4 + averageRule(frame, panel);
	groups.forEach((group, position) => {
		const lines = wrapText(group.label, NARROW_PANEL - 4, LABEL_SIZE);
		const first = y + 13;
		const last = first + (lines.length - 1) * LABEL_LINE;
		panel.texts.push(textMark({ y: first, lines, width: lines.length > 1 ? 'narrow' : 'all' }));
		if (lines.length > 1) panel.texts.push(textMark({ y: last, lines: [group.label], width: 'wide' }));
		const middle = last + 5 + ROW / 2;
		const at = { position, panel: index, start: y, middle };
		if (group.offScale) {
			data.push(...offScaleRow(frame, panel, group, at));
			y = middle + ROW / 2 + BETWEEN + (offScaleLines(frame, group) - 1) * LABEL_LINE;
			return;
		}
		panel.threads.push({ x0: 0, x1: 1, y: middle, strong: false });
		panel.axes.push({ y0: middle - 7, y1: middle + 7 });
		data.push(...rowMarks(frame, panel, group, at, data.length));
		y = middle + ROW / 2 + BETWEEN;
	});
	const bottom = y - BETWEEN + 4;
	const places = scale.ticks.map((tick) => ({ x: tick.value / scale.top, label: tick.label }));
	panel.ticks = tickMarks(panel, places, bottom);
	panel.height = bottom + 30;
	for (const rule of panel.rules) rule.y1 = bottom;
	return { panel, data };
}

/** Lines that the words of a row off the scale take. */
function offScaleLines({ context, series }: DotFrame, group: RowGroup): number {
	return wrapText(offScaleWords(context, series, group), NARROW_PANEL - 12).length;
}

/** Adds the marks of one row; returns its data. */
function rowMarks(
	{ context, scale, series }: DotFrame,
	panel: Panel,
	group: RowGroup,
	at: { position: number; panel: number; start: number; middle: number },
	before: number
): Datum[] {
	const { middle, start, position } = at;
	const apart = Math.min(8, ROW / series.length);
	const data: Datum[] = [];
	const places: Place[] = [];
	const hidden: string[] = [];
	group.rows.forEach((row, inSeries) => {
		if (!row) return;
		const each = series[inSeries];
		const x = row.value === null ? 0 : row.value / scale.top;
		const limits = limitsOf(row);
		const y = limits ? middle + (inSeries - (series.length - 1) / 2) * apart : middle;
		const box = { x0: x, x1: x, y0: row.value === null ? start : y, y1: row.value === null ? middle : y };
		const datum = before + data.length;
		data.push({ row, series: inSeries, position, panel: at.panel, box, superseded: false });
		if (row.value === null) {
			hidden.push([series.length > 1 ? each?.label : '', statusWords(row.status)].filter(Boolean).join(': '));
			if (row.status !== '[c]' || hidden.length > 1) return;
			panel.bars.push({ x0: 0, x1: HATCH, y: middle - 6, height: 12, hue: 6, tone: 'withheld', datum });
			return;
		}
		const hue = group.grey || each?.grey ? 6 : (each?.hue ?? 1);
		const whisker = limits && whiskerAlong(limits, scale, y, hue);
		if (whisker) panel.whiskers.push(whisker);
		places.push({ x, end: whisker?.x1 ?? x, words: markWords(row, context.locale), series: inSeries });
		panel.dots.push(dotMark({ x, y, hue, shape: each?.shape ?? 'circle', datum }, row));
	});
	places.sort((a, b) => a.x - b.x);
	const [least, most] = [places[0], places.at(-1)];
	const baseline = middle + 4.5;
	if (hidden[0] !== undefined && !most) {
		panel.texts.push(
			textMark({
				x: panel.bars.at(-1)?.y === middle - 6 ? HATCH : 0,
				dx: 6,
				y: baseline,
				lines: [hidden[0]],
				tone: 'soft'
			})
		);
	}
	if (!least || !most) return data;
	if (!panel.whiskers.length) panel.threads.push({ x0: least.x, x1: most.x, y: middle, strong: true });
	panel.texts.push(...valueTexts(panel, places, series, baseline));
	return data;
}

/** A dot of a row, in the order of the values. */
interface Place {
	x: number;
	/** Where its upper limit ends; the dot itself without one. */
	end: number;
	words: string;
	series: number;
}

/** The value of the newest series always; the one at the row's other end where it has room. */
function valueTexts(panel: Panel, places: Place[], series: Series[], y: number): TextMark[] {
	const [least, most] = [places[0], places.at(-1)];
	const newest = places.reduce<Place | undefined>(
		(last, place) => (!last || place.series > last.series ? place : last),
		undefined
	);
	if (!least || !most || !newest) return [];
	const right = textMark({ x: Math.max(...places.map(({ end }) => end)), dx: 10, y, value: most.words });
	if (places.length === 1) return [right];
	const named = { ...right, lines: [`${series[newest.series]?.label ?? ''}:`], value: newest.words };
	if (panel.whiskers.length) return [named];
	const roomLeft = (width: number) => textWidth(least.words, 13) < least.x * plotWidth(panel, width) - 16;
	const left = { x: least.x, dx: -10, y, anchor: 'end', value: least.words } as const;
	if (newest === most) {
		const room = (width: number) => roomLeft(width) && (most.x - least.x) * plotWidth(panel, width) > 14;
		if (!room(WIDE_PANEL)) return [right];
		return [right, textMark({ ...left, width: room(NARROW_PANEL) ? 'all' : 'wide' })];
	}
	if (newest === least && roomLeft(NARROW_PANEL)) return [right, textMark(left)];
	// Between others, or with no room on its own side: named, so that it is not taken for another's value.
	const long = textWidth(`${named.lines.join(' ')} ${named.value}`, 13) + 10;
	const fits = (width: number) => long <= (1 - right.x) * plotWidth(panel, width) + END_STEPS[panel.end];
	if (fits(NARROW_PANEL)) return [named];
	return fits(WIDE_PANEL)
		? [
				{ ...named, width: 'wide' },
				{ ...right, width: 'narrow' }
			]
		: [right];
}

/** The values of a row that the scale leaves out, in words. */
function offScaleRow(
	{ context, series }: DotFrame,
	panel: Panel,
	group: RowGroup,
	at: { position: number; panel: number; start: number; middle: number }
): Datum[] {
	const known = group.rows.flatMap((row, inSeries) => (row ? [{ row, inSeries }] : []));
	const lines = wrapText(offScaleWords(context, series, group), NARROW_PANEL - 12);
	const y = at.middle + 4.5;
	panel.texts.push(textMark({ x: 0, dx: 6, y, lines, tone: 'soft' }));
	return known.map(({ row, inSeries }) => {
		const box = { x0: 0, x1: 0, y0: at.start, y1: at.middle };
		return { row, series: inSeries, position: at.position, panel: at.panel, box, superseded: false };
	});
}
