import { line } from 'd3';
import { fieldByRole } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import { valueLabel, type ChartContext } from '../context.ts';
import type { CubeRow } from '../../cube/types.ts';
import { breakMarks } from './breaks.ts';
import { inlineLabels } from './inline.ts';
import { END_STEPS, emptyPanel, startFor, stepFor } from './panel.ts';
import { gridOf, type ValueScale } from './scale.ts';
import { seriesId } from './series.ts';
import { spreadLabels } from './spread.ts';
import { textWidth, wrapText } from './text.ts';
import { tickMarks } from './ticks.ts';
import { affects, breaksWithin, joinYears, missingYears, type Periods, type PlacedBreak } from './time.ts';
import type { Datum, Panel, Series } from './types.ts';

const PLOT_HEIGHT = 264;
const LABEL_SIZE = 13;
const LABEL_LINE = 17;

/** A value of a series at its place. */
export interface Point {
	row: CubeRow;
	at: number;
	x: number;
	y: number | null;
}

/** What the panels of one chart share. */
export interface LineFrame {
	context: ChartContext;
	/** Fields that tell the series apart. */
	fields: string[];
	series: Series[];
	periods: Periods;
	scale: ValueScale;
	/** Labels at the lines' ends; otherwise a key names the series. */
	endLabels: boolean;
}

/** Whether nothing stands between two values of a series: neighbours, both known, no break between. */
export function joined(from: Point, to: Point, breaks: PlacedBreak[]): boolean {
	if (to.at - from.at !== 1 || from.y === null || to.y === null || to.row.status === '[b]') return false;
	return !breaks.some(
		({ entry, at, to: end }) =>
			!entry.comparableAcross &&
			[at, end].some((moment) => moment !== null && from.at < moment && moment <= to.at)
	);
}

/** Cuts a series into the runs that a line may join. */
export function runsOf(points: Point[], breaks: PlacedBreak[]): Point[][] {
	const runs: Point[][] = [];
	for (const point of points) {
		const previous = runs.at(-1)?.at(-1);
		if (previous && joined(previous, point, breaks)) runs.at(-1)?.push(point);
		else if (point.y !== null) runs.push([point]);
	}
	return runs;
}

function measuresOf(context: ChartContext, rows: CubeRow[]): string[] {
	const field = fieldByRole(context.resource, 'measure')?.name;
	if (!field) return [];
	const found = rows.flatMap((row) => (row.key[field] === undefined ? [] : [String(row.key[field])]));
	return found.length ? [...new Set(found)] : (context.answer.query.measure ?? []);
}

/** One panel of lines, and its data. */
export function linePanel(
	frame: LineFrame,
	title: string,
	rows: CubeRow[],
	earlier: CubeRow[],
	index: number
): { panel: Panel; data: Datum[] } {
	const { context, fields, periods, scale, series } = frame;
	const panel = emptyPanel(title);
	const span = periods.last - periods.first + 1;
	const xOf = (at: number) => (at - periods.first + 0.5) / span;
	panel.start = startFor(scale.ticks.map((tick) => tick.label));

	const rowsBySeries = series.map((each) => rows.filter((row) => seriesId(fields, row) === each.id));
	const ends = endLabels(frame, rowsBySeries, periods);
	if (frame.endLabels) panel.end = stepFor(END_STEPS, Math.max(0, ...ends.map((end) => end.width)) + 16);
	panel.endNarrow = 0;

	const breaks = breaksWithin(context.answer.breaks, periods).filter(({ entry }) =>
		affects(entry, measuresOf(context, rows))
	);
	const above = breakMarks(panel, breaks, xOf, context.locale);
	const labelHeight = ends.reduce((sum, end) => sum + end.lines.length * LABEL_LINE + 4, 0);
	const height = Math.max(PLOT_HEIGHT, labelHeight);
	const top = Math.max(14, above.height + 12);
	const bottom = top + height;
	const yOf = (value: number) => bottom - (value / scale.top) * height;
	panel.spareRows = above.spareRows;
	above.draw(top, bottom);
	panel.grid = gridOf(scale, top, bottom);
	panel.ticks = tickMarks(
		panel,
		periods.values.map((value) => ({
			x: xOf(periods.at.get(value) ?? 0),
			label: valueLabel(context, context.spec.x, value)
		})),
		bottom
	);
	panel.height = bottom + 30;

	for (const run of joinYears(missingYears(periods))) {
		const box = { x0: xOf(run.from - 0.5), x1: xOf(run.to + 0.5), y0: top, y1: bottom };
		panel.bands.push({ ...box, tone: 'gap' });
		panel.texts.push(turnedLabel((box.x0 + box.x1) / 2, bottom - 8, m.charts_gap_label()));
	}

	const data: Datum[] = [];
	const pathOf = line<Point>(
		(point) => round(point.x * 1000),
		(point) => round(point.y ?? 0)
	);
	const pointsBySeries = series.map((_, at) =>
		(rowsBySeries[at] ?? [])
			.map((row): Point => {
				const place = periods.at.get(row.key[context.spec.x] ?? '') ?? 0;
				return { row, at: place, x: xOf(place), y: row.value === null ? null : yOf(row.value) };
			})
			.sort((a, b) => a.at - b.at)
	);
	const addDatum = (
		row: CubeRow,
		at: number,
		inSeries: number,
		y: number,
		tall: number,
		superseded: boolean
	) => {
		const x = xOf(at);
		data.push({
			row,
			series: inSeries,
			position: at - periods.first,
			panel: index,
			box: { x0: x, x1: x, y0: y - tall, y1: y },
			superseded
		});
		return data.length - 1;
	};
	series.forEach((each, at) => {
		const points = pointsBySeries[at] ?? [];
		const own = breaks.filter(({ entry }) => affects(entry, measuresOf(context, rowsBySeries[at] ?? [])));
		for (const run of runsOf(points, own)) {
			const d = run.length > 1 ? pathOf(run) : null;
			if (d) panel.paths.push({ d, hue: each.hue, dash: each.dash });
		}
		for (const point of points) {
			if (point.y !== null) {
				const datum = addDatum(point.row, point.at, at, point.y, 0, false);
				panel.dots.push({ x: point.x, y: point.y, hue: each.hue, shape: each.shape, faint: false, datum });
			} else {
				addDatum(point.row, point.at, at, bottom, height, false);
				const withheld = point.row.status === '[c]';
				const box = { x0: xOf(point.at - 0.4), x1: xOf(point.at + 0.4), y0: top, y1: bottom };
				if (!panel.bands.some((band) => band.x0 === box.x0 && band.tone !== 'event')) {
					panel.bands.push({ ...box, tone: withheld ? 'withheld' : 'gap' });
					const label = withheld ? m.charts_withheld_label() : m.charts_gap_label();
					panel.texts.push(turnedLabel(point.x, bottom - 8, label));
				}
			}
		}
	});
	for (const row of earlier) {
		const at = series.findIndex((each) => each.id === seriesId(fields, row));
		const place = periods.at.get(row.key[context.spec.x] ?? '');
		if (at < 0 || place === undefined || row.value === null) continue;
		const y = yOf(row.value);
		const datum = addDatum(row, place, at, y, 0, true);
		const shape = series[at]?.shape ?? 'circle';
		panel.dots.unshift({ x: xOf(place), y, hue: series[at]?.hue ?? 1, shape, faint: true, datum });
	}

	if (frame.endLabels) {
		const late = ends.filter((end) => end.late);
		const middles = spreadLabels(
			late.map((end) => ({ y: yOf(end.last), height: end.lines.length * LABEL_LINE })),
			top - 8,
			bottom + 8
		);
		late.forEach((end, at) => {
			const middle = middles[at] ?? 0;
			const y = yOf(end.last);
			const moved = Math.abs(middle - y) > 5;
			if (moved) panel.leaders.push({ y0: y, y1: middle });
			panel.texts.push({
				x: 1,
				dx: moved ? 14 : 6,
				y: middle - ((end.lines.length - 1) * LABEL_LINE) / 2 + 4.5,
				anchor: 'start',
				lines: end.lines,
				value: end.value,
				tone: 'hue',
				hue: series[end.series]?.hue ?? 1,
				width: 'wide',
				turned: false
			});
		});
		const early = ends.filter((end) => !end.late);
		panel.texts.push(...inlineLabels(panel, early, pointsBySeries, series, top, bottom));
	}
	return { panel, data };
}

/** A series' last value and the label that it carries. */
export interface EndLabel {
	series: number;
	last: number;
	at: number;
	/** Whether the series reaches the last period, so that its label stands right of the plot. */
	late: boolean;
	lines: string[];
	value: string;
	width: number;
}

function endLabels(frame: LineFrame, rowsBySeries: CubeRow[][], periods: Periods): EndLabel[] {
	const place = (row: CubeRow) => periods.at.get(row.key[frame.context.spec.x] ?? '') ?? 0;
	return frame.series.flatMap((each, series) => {
		const known = (rowsBySeries[series] ?? []).filter((row) => row.value !== null);
		const last = known.sort((a, b) => place(a) - place(b)).at(-1);
		if (!last || last.value === null) return [];
		const value = formatNumber(last.value, frame.context.locale);
		const full = END_STEPS[4] - 20;
		const lines = frame.series.length > 1 ? wrapText(`${each.label} ${value}`, full, LABEL_SIZE) : [value];
		const width = Math.max(...lines.map((text) => textWidth(text, LABEL_SIZE)));
		const final = lines.pop() ?? '';
		const at = place(last);
		const late = at > periods.last - 1.5;
		lines.push(final === value ? '' : final.slice(0, -value.length - 1));
		return [{ series, last: last.value, at, late, lines, value, width: late ? width : 0 }];
	});
}

function turnedLabel(x: number, y: number, text: string) {
	return {
		x,
		dx: 4,
		y,
		anchor: 'start' as const,
		lines: [text],
		value: '',
		tone: 'soft' as const,
		hue: 1 as const,
		width: 'all' as const,
		turned: true
	};
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
