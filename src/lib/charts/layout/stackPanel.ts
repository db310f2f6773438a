import { formatNumber } from '../../words/numbers.ts';
import { measuresOf, type ChartContext } from '../context.ts';
import { breakMarks } from './breaks.ts';
import { columnMarks } from './column.ts';
import { gapBands } from './gapBands.ts';
import { END_STEPS, emptyPanel, startFor, stepFor } from './panel.ts';
import { partLabels, partNames } from './partLabels.ts';
import { gridOf, type ValueScale } from './scale.ts';
import type { Column } from './stack.ts';
import { textMark } from './textMark.ts';
import { labelWidths, tickMarks } from './ticks.ts';
import { affects, breaksWithin, gapsOf, leastStep, type Periods } from './time.ts';
import type { Datum, Panel, Series } from './types.ts';

/** px of the plot alone, for a single panel and for one of several. */
const SINGLE_HEIGHT = 280;
const SEVERAL_HEIGHT = 180;
const WIDEST_COLUMN = 0.16;
const BETWEEN_TOTALS = 3;

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
	const step = leastStep(periods);
	const span = periods.last - periods.first + step;
	const half = Math.min((0.38 * step) / span, WIDEST_COLUMN / 2);
	const xOf = (at: number) => (at - periods.first + step / 2) / span;
	panel.start = startFor(scale.ticks.map((tick) => tick.label));
	const { names, room } = partNames(series);
	if (frame.endLabels) panel.end = stepFor(END_STEPS, room);
	// Columns need the room more than their names do, so that each keeps its year and total.
	panel.endsFrom = 'broad';
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

	const totals: Total[] = [];
	for (const column of columns) {
		const { data: own, total } = columnMarks(
			panel,
			series,
			column,
			{ x: xOf(column.at), half, bottom, heightOf },
			data.length
		);
		const position = column.at - periods.first;
		data.push(...own.map((each) => ({ ...each, position, panel: index })));
		if (total !== null) totals.push({ ...total, label: formatNumber(total.value, context.locale) });
	}
	labelWidths(panel, totals, BETWEEN_TOTALS).forEach((width, at) => {
		const total = totals[at];
		if (!total || width === 'never') return;
		panel.texts.push(textMark({ x: total.x, y: total.y - 6, anchor: 'middle', value: total.label, width }));
	});
	if (frame.endLabels)
		panel.texts.push(...partLabels(panel, columns.at(-1), names, series, { top, bottom, heightOf }));
	panel.height = bottom + (columns.some((column) => !column.complete) ? 44 : 30);
	return { panel, data };
}

/** A published total over its column. */
interface Total {
	x: number;
	y: number;
	label: string;
}
