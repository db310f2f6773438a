import type { CubeRow } from '../../cube/types.ts';
import { m } from '../../words/index.ts';
import { measuresOf, type ChartContext } from '../context.ts';
import { breakMarks } from './breaks.ts';
import { LABEL_LINE, drawEndLabels, endLabelsOf, loneLabels, outerLabels } from './endLabels.ts';
import { gapBands } from './gapBands.ts';
import { inlineLabels } from './inline.ts';
import { END_STEPS, emptyPanel, startFor, stepFor } from './panel.ts';
import { runPath, runsOf, type Point } from './runs.ts';
import { gridOf, type ValueScale } from './scale.ts';
import { seriesId } from './series.ts';
import { dotMark } from './dotMark.ts';
import { textWidth } from './text.ts';
import { turnedMark } from './textMark.ts';
import { tickMarks } from './ticks.ts';
import { affects, breaksWithin, gapsOf, rangeOf, type Periods } from './time.ts';
import { limitsOf, whiskerUpright } from './whiskers.ts';
import type { Datum, Panel, PanelPart, Series } from './types.ts';

/** px of the plot alone, for a single panel and for one of several. */
const SINGLE_HEIGHT = 264;
const SEVERAL_HEIGHT = 176;

/** What the panels of one line chart share. */
export interface LineFrame {
	context: ChartContext;
	/** Fields that tell the series apart. */
	fields: string[];
	/** The answer's series, then the average, if there is one. */
	series: Series[];
	average: Series | null;
	periods: Periods;
	/** Labels at the lines' ends; otherwise a key names the series. */
	endLabels: boolean;
}

/**
 * One panel of lines, and its data.
 * @param least px that are kept above the plot, so that panels side by side stand on one line
 * @returns also `top`, the px that are used
 */
export function linePanel(
	frame: LineFrame,
	scale: ValueScale,
	part: PanelPart,
	index: number,
	least = 14
): { panel: Panel; data: Datum[]; top: number } {
	const { context, fields, periods, series } = frame;
	const panel = emptyPanel(part.title);
	const span = periods.last - periods.first + 1;
	const xOf = (at: number) => (at - periods.first + 0.5) / span;
	const rowsBySeries = rowsOfSeries(frame, part);
	const ends = frame.endLabels ? endLabelsOf(context, series, rowsBySeries, periods) : [];
	panel.start = startFor(scale.ticks.map((tick) => tick.label));
	const late = ends.filter((end) => end.late);
	panel.end = stepFor(END_STEPS, Math.max(0, ...late.map((end) => end.width + 18)));
	if (!frame.endLabels) panel.end = panel.endNarrow = stepFor(END_STEPS, lastWidth(frame, rowsBySeries));

	const affecting = (rows: CubeRow[]) =>
		breaksWithin(context.answer.breaks, rangeOf(context, periods, [...rows, ...part.superseded])).filter(
			({ entry }) => affects(entry, measuresOf(context, rows))
		);
	const above = breakMarks(panel, affecting(part.rows), xOf, context.locale);
	const height = Math.max(
		frame.endLabels ? SINGLE_HEIGHT : SEVERAL_HEIGHT,
		late.reduce((sum, end) => sum + end.lines.length * LABEL_LINE, 0)
	);
	const top = Math.max(least, above.height + 12);
	const bottom = top + height;
	const yOf = (value: number) => bottom - ((value - scale.least) / (scale.top - scale.least)) * height;
	panel.height = bottom + 30;
	panel.spareRows = above.spareRows;
	above.draw(top, bottom);
	gapBands(panel, gapsOf(context, periods, [...part.rows, ...part.superseded]).missing, xOf, top, bottom);
	panel.grid = gridOf(scale, top, bottom);
	panel.ticks = tickMarks(
		panel,
		periods.ticks.map(({ at, label }) => ({ x: xOf(at), label })),
		bottom
	);

	const data: Datum[] = [];
	const place = (row: CubeRow) => periods.at.get(row.key[context.spec.x] ?? '') ?? 0;
	/** Adds what is pointed at and spoken; returns its index. */
	const addDatum = (row: CubeRow, inSeries: number, y0: number, y1: number, superseded: boolean) => {
		const at = place(row);
		const box = { x0: xOf(at), x1: xOf(at), y0, y1 };
		return (
			data.push({ row, series: inSeries, position: at - periods.first, panel: index, box, superseded }) - 1
		);
	};

	const pointsBySeries = rowsBySeries.map((rows) =>
		rows
			.map((row): Point => ({
				row,
				at: place(row),
				x: xOf(place(row)),
				y: row.value === null ? null : yOf(row.value)
			}))
			.sort((a, b) => a.at - b.at)
	);
	const runs = series.map((_, inSeries) =>
		runsOf(pointsBySeries[inSeries] ?? [], affecting(rowsBySeries[inSeries] ?? []))
	);
	series.forEach((each, inSeries) => {
		const points = pointsBySeries[inSeries] ?? [];
		for (const run of runs[inSeries] ?? []) {
			// Each change stands for itself: a line between two of them would say nothing.
			const isChange = run[0]?.row.derived?.kind === 'change';
			const d = isChange ? null : runPath(run);
			if (d) panel.paths.push({ d, hue: each.hue, dash: each.dash, tone: 'line' });
		}
		for (const { row, x, y } of points) {
			if (y === null) {
				addDatum(row, inSeries, top, bottom, false);
				markHidden(panel, row, xOf(place(row) - 0.4), xOf(place(row) + 0.4), top, bottom);
			} else {
				const datum = addDatum(row, inSeries, y, y, false);
				const limits = each === frame.average ? null : limitsOf(row);
				if (limits) panel.whiskers.push(whiskerUpright(limits, scale, x, { top, bottom }, each.hue));
				const mark = dotMark({ x, y, hue: each.hue, shape: each.shape, datum }, row);
				panel.dots.push({ ...mark, hidden: each === frame.average && !isLone(runs[inSeries], row) });
			}
		}
	});
	for (const row of part.superseded) {
		const inSeries = series.findIndex((each) => each.id === seriesId(fields, row));
		const each = series[inSeries];
		if (!each || row.value === null) continue;
		const y = yOf(row.value);
		const datum = addDatum(row, inSeries, y, y, true);
		const mark = dotMark({ x: xOf(place(row)), y, hue: each.hue, shape: each.shape, datum }, row);
		panel.dots.unshift({ ...mark, faint: true });
	}
	if (frame.endLabels) {
		const lone = loneLabels(context, runs, pointsBySeries);
		drawEndLabels(panel, ends, pointsBySeries, series, { top, bottom, yOf }, lone);
	} else {
		const outer = outerLabels(context, pointsBySeries);
		panel.texts.push(...inlineLabels(panel, outer, pointsBySeries, series, { top, bottom }, true));
	}
	return { panel, data, top };
}

/** The rows of each series, the average's own last. */
export function rowsOfSeries({ fields, series, average }: LineFrame, part: PanelPart): CubeRow[][] {
	return series.map((each) =>
		each === average ? part.averages : part.rows.filter((row) => seriesId(fields, row) === each.id)
	);
}

/** Whether a row stands alone, so that no line shows it. */
export function isLone(runs: Point[][] | undefined, row: CubeRow): boolean {
	return runs?.some((run) => run.length === 1 && run[0]?.row === row) ?? false;
}

/** px right of the plot for the values of series that reach its end, where each stands beside its point. */
function lastWidth({ context, series, periods }: LineFrame, rowsBySeries: CubeRow[][]): number {
	const ends = endLabelsOf(context, series, rowsBySeries, periods).filter((end) => end.at === periods.last);
	return Math.max(0, ...ends.map((end) => textWidth(end.value) + 11));
}

/** A period whose value is withheld, or that has a row without a number: one band, whatever the series. */
function markHidden(panel: Panel, row: CubeRow, x0: number, x1: number, top: number, bottom: number) {
	if (panel.bands.some((band) => band.tone !== 'event' && Math.abs(band.x0 - x0) < 1e-9)) return;
	const withheld = row.status === '[c]';
	// Where something was counted, no gap is drawn: why the comparison is not made is told below.
	if (row.derived && row.derived.count !== null) return;
	panel.bands.push({ x0, x1, y0: top, y1: bottom, tone: withheld ? 'withheld' : 'gap' });
	const words = withheld ? m.charts_withheld_label() : m.charts_gap_label();
	panel.texts.push(turnedMark((x0 + x1) / 2, bottom - 8, words));
}
