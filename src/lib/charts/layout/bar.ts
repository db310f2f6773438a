import type { ChartContext } from '../context.ts';
import { barWords } from '../words/values.ts';
import { END_STEPS, NARROW_PANEL, WIDE_PANEL, emptyPanel, stepFor } from './panel.ts';
import { offScaleWords } from './offScale.ts';
import type { RowGroup } from './rows.ts';
import { textWidth, wrapText } from './text.ts';
import { textMark } from './textMark.ts';
import type { Datum, Panel, Series } from './types.ts';

/** Labels are 14 px; the guess of their width is too careful by a little, and a line that stays empty shows. */
const LABEL_SIZE = 13;
const LABEL_LINE = 18;
const BAR = 18;
const THIN_BAR = 14;
const BETWEEN = 15;
const VALUE_SIZE = 13;
/** Part of the plot that a withheld row's hatch takes; it says nothing about the size. */
const WITHHELD_LENGTH = 0.2;

/** What the panels of one bar chart share. */
export interface BarFrame {
	context: ChartContext;
	series: Series[];
	/** The value at the far end of the plot. */
	top: number;
	/** Padding steps, the same for all panels. */
	end: Panel['end'];
	endNarrow: Panel['end'];
}

/**
 * Room for the value labels of all panels: the steps of padding that wide and narrow panels need.
 * @param tops the value at the far end of each panel
 */
export function barRoom(
	context: ChartContext,
	panels: RowGroup[][],
	tops: number[]
): Pick<BarFrame, 'end' | 'endNarrow'> {
	const rows = panels.flatMap((groups, index) =>
		groups.flatMap((group) =>
			group.offScale ? [] : group.rows.flatMap((row) => (row ? [{ row, top: tops[index] ?? 1 }] : []))
		)
	);
	// A label needs the padding only as far as its bar reaches.
	const room = (short: boolean, width: number) =>
		Math.max(
			0,
			...rows.map(({ row, top }) => {
				const length = row.value === null ? WITHHELD_LENGTH : row.value / top;
				const label = textWidth(barWords(context, row, short), VALUE_SIZE) + 8;
				const least = (label - (1 - length) * width) / Math.max(length, 0.01);
				return Math.min(label, Math.max(0, least));
			})
		);
	return {
		end: stepFor(END_STEPS, room(false, WIDE_PANEL)),
		endNarrow: stepFor(END_STEPS, room(true, NARROW_PANEL))
	};
}

/** One panel of horizontal bars, each with its label above and its value at its end. */
export function barPanel(
	frame: BarFrame,
	title: string,
	groups: RowGroup[],
	index: number
): { panel: Panel; data: Datum[] } {
	const { context, series } = frame;
	const panel = emptyPanel(title);
	panel.end = frame.end;
	panel.endNarrow = frame.endNarrow;
	const data: Datum[] = [];
	const thick = series.length > 1 ? THIN_BAR : BAR;
	let y = 4;
	groups.forEach((group, position) => {
		const lines = wrapText(group.label, NARROW_PANEL - 4, LABEL_SIZE);
		const wide = lines.length > 1;
		panel.texts.push(textMark({ y: y + 13, lines, width: wide ? 'narrow' : 'all' }));
		if (wide)
			panel.texts.push(
				textMark({ y: y + 13 + (lines.length - 1) * LABEL_LINE, lines: [group.label], width: 'wide' })
			);
		const start = y;
		y += lines.length * LABEL_LINE + 3;
		if (group.offScale) {
			const words = wrapText(offScaleWords(context, series, group), NARROW_PANEL - 12);
			panel.texts.push(textMark({ dx: 6, y: y + 13, lines: words, tone: 'soft' }));
			group.rows.forEach((row, at) => {
				if (!row) return;
				const box = { x0: 0, x1: 0, y0: start, y1: y + BAR };
				data.push({ row, series: at, position, panel: index, box, superseded: false });
			});
			y += words.length * LABEL_LINE + BETWEEN;
			return;
		}
		group.rows.forEach((row, at) => {
			if (!row) return;
			const each = series[at];
			const x1 = row.value === null ? WITHHELD_LENGTH : row.value / frame.top;
			const hue = group.grey || each?.grey ? 6 : (each?.hue ?? 1);
			const tone = row.value === null ? 'withheld' : group.grey ? 'grey' : 'plain';
			data.push({
				row,
				series: at,
				position,
				panel: index,
				box: { x0: 0, x1, y0: at ? y : start, y1: y + thick },
				superseded: false
			});
			const datum = data.length - 1;
			if (row.status === '[c]' || row.value !== null) {
				panel.bars.push({ x0: 0, x1, y, height: thick, hue, tone, datum });
			}
			const x = row.status === '[c]' || row.value !== null ? x1 : 0;
			const [full, short] = [barWords(context, row, false), barWords(context, row, true)];
			const value = { x, dx: 6, y: y + thick / 2 + 4.5 };
			if (full === short) panel.texts.push(textMark({ ...value, value: full }));
			else {
				panel.texts.push(textMark({ ...value, value: full, width: 'wide' }));
				panel.texts.push(textMark({ ...value, value: short, width: 'narrow' }));
			}
			y += thick + 2;
		});
		panel.axes.push({ y0: start + lines.length * LABEL_LINE + 1, y1: y });
		y += BETWEEN - 2;
	});
	panel.height = y - BETWEEN + 6;
	return { panel, data };
}
