import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import { measuresOf, type ChartContext } from '../context.ts';
import { breakMarks } from './breaks.ts';
import { gapBands } from './gapBands.ts';
import { END_STEPS, emptyPanel, startFor, stepFor } from './panel.ts';
import { gridOf, type ValueScale } from './scale.ts';
import { spreadLabels } from './spread.ts';
import type { Column } from './stack.ts';
import { textWidth, wrapText } from './text.ts';
import { labelWidths, tickMarks } from './ticks.ts';
import { textMark } from './textMark.ts';
import { affects, breaksWithin, gapsOf, type Periods } from './time.ts';
import type { Datum, Panel, Series, TextMark } from './types.ts';

/** px of the plot alone, for a single panel and for one of several. */
const SINGLE_HEIGHT = 280;
const SEVERAL_HEIGHT = 180;
const WIDEST_COLUMN = 0.16;
const OPEN_TOP = 10;
const LABEL_LINE = 17;
/** Names are bold, so wider than 13 px. */
const BOLD_SIZE = 14.3;

/** What the panels of one stacked chart share. */
export interface StackFrame {
	context: ChartContext;
	series: Series[];
	periods: Periods;
	scale: ValueScale;
	/** Labels beside the last column, which must be complete; otherwise a key names the parts. */
	endLabels: boolean;
}

/** One panel of columns, and its data. */
export function stackPanel(
	frame: StackFrame,
	title: string,
	columns: Column[],
	index: number
): { panel: Panel; data: Datum[] } {
	const { context, periods, scale, series } = frame;
	const panel = emptyPanel(title);
	const data: Datum[] = [];
	const span = periods.last - periods.first + 1;
	const half = Math.min(0.38 / span, WIDEST_COLUMN / 2);
	const xOf = (at: number) => (at - periods.first + 0.5) / span;
	panel.start = startFor(scale.ticks.map((tick) => tick.label));
	const names = series.map((each) => wrapText(each.label, END_STEPS[4] - 20, BOLD_SIZE));
	if (frame.endLabels) {
		panel.end = stepFor(
			END_STEPS,
			Math.max(0, ...names.flat().map((line) => textWidth(line, BOLD_SIZE))) + 16
		);
	}
	const breaks = breaksWithin(context.answer.breaks, periods).filter(({ entry }) =>
		affects(entry, measuresOf(context, context.answer.rows))
	);
	const above = breakMarks(panel, breaks, xOf, context.locale);
	const top = Math.max(22, above.height + 26);
	const tall = title ? SEVERAL_HEIGHT : SINGLE_HEIGHT;
	const bottom = top + tall;
	const heightOf = (value: number) => (value / scale.top) * tall;
	panel.spareRows = above.spareRows;
	above.draw(top - 14, bottom, top);
	panel.grid = gridOf(scale, top, bottom);
	panel.ticks = tickMarks(
		panel,
		periods.own.map(({ at, label }) => ({ x: xOf(at), label })),
		bottom
	);
	const rows = columns.flatMap((column) => column.parts.flatMap((row) => row ?? []));
	gapBands(panel, gapsOf(context, periods, rows).missing, xOf, top, bottom);

	const totals: { x: number; y: number; label: string }[] = [];
	for (const column of columns) {
		const x = xOf(column.at);
		let y = bottom;
		column.parts.forEach((row, at) => {
			if (!row) return;
			const height = row.value === null ? 0 : heightOf(row.value);
			const box = { x0: x - half, x1: x + half, y0: y - height, y1: y };
			data.push({
				row,
				series: at,
				position: column.at - periods.first,
				panel: index,
				box,
				superseded: false
			});
			if (row.value !== null) {
				const { x0, x1, y0 } = box;
				const tone = series[at]?.grey ? 'grey' : 'plain';
				panel.bars.push({ x0, x1, y: y0, height, hue: series[at]?.hue ?? 6, tone, datum: data.length - 1 });
			}
			y -= height;
		});
		if (column.complete) {
			const known = column.parts.reduce((all, row) => all + (row?.value ?? 0), 0);
			if (column.total !== null)
				totals.push({ x, y: bottom - heightOf(known), label: formatNumber(column.total, context.locale) });
		} else {
			panel.bars.push({
				x0: x - half,
				x1: x + half,
				y: y - OPEN_TOP,
				height: OPEN_TOP,
				hue: 6,
				tone: 'top',
				datum: null
			});
			const tick = panel.ticks.find((each) => each.x === x);
			if (tick && tick.width !== 'never') {
				panel.texts.push(
					textMark({
						x,
						y: bottom + 36,
						anchor: 'middle',
						lines: [m.charts_part_label()],
						tone: 'soft',
						width: tick.width
					})
				);
			}
		}
	}
	labelWidths(panel, totals).forEach((width, at) => {
		const total = totals[at];
		if (!total || width === 'never') return;
		panel.texts.push(textMark({ x: total.x, y: total.y - 6, anchor: 'middle', value: total.label, width }));
	});
	if (frame.endLabels)
		panel.texts.push(...partLabels(panel, columns.at(-1), names, series, { top, bottom, heightOf }));
	panel.height = bottom + (columns.some((column) => !column.complete) ? 44 : 30);
	return { panel, data };
}

function partLabels(
	panel: Panel,
	column: Column | undefined,
	names: string[][],
	series: Series[],
	plot: { top: number; bottom: number; heightOf: (value: number) => number }
): TextMark[] {
	let below = 0;
	const wanted = (column?.parts ?? []).flatMap((row, at) => {
		if (row?.value == null) return [];
		const y = plot.bottom - plot.heightOf(below + row.value / 2);
		below += row.value;
		return [{ at, y, height: (names[at]?.length ?? 1) * LABEL_LINE }];
	});
	const middles = spreadLabels(wanted, plot.top - 8, plot.bottom + 8);
	const anyMoved = wanted.some(({ y }, index) => Math.abs((middles[index] ?? y) - y) > 5);
	return wanted.map(({ at, y, height }, index) => {
		const middle = middles[index] ?? y;
		const moved = Math.abs(middle - y) > 5;
		if (moved) panel.leaders.push({ y0: y, y1: middle });
		return textMark({
			x: 1,
			dx: anyMoved ? 16 : 8,
			y: middle - (height - LABEL_LINE) / 2 + 4.5,
			lines: names[at] ?? [],
			tone: 'hue',
			hue: series[at]?.hue ?? 1,
			width: 'wide'
		});
	});
}
