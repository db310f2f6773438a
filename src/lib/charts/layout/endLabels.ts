import type { CubeRow } from '../../cube/types.ts';
import type { ChartContext } from '../context.ts';
import { markWords } from '../words/values.ts';
import { inlineLabels } from './inline.ts';
import { END_STEPS } from './panel.ts';
import type { Point } from './runs.ts';
import { spreadLabels } from './spread.ts';
import { textWidth, wrapText } from './text.ts';
import { textMark } from './textMark.ts';
import type { Periods } from './time.ts';
import type { Panel, Series } from './types.ts';

const SIZE = 13;
/** Names are bold. */
const BOLD = 1.1;
export const LABEL_LINE = 17;

/** A series' last value and the label that it carries. */
export interface EndLabel {
	series: number;
	last: number;
	at: number;
	/** Whether the series reaches the end of the axis, so that its label stands right of the plot. */
	late: boolean;
	/** The name; the value follows the last line. */
	lines: string[];
	value: string;
	/** px */
	width: number;
	/** Left out where it has no room. */
	optional?: boolean;
}

/** The labels of all series that have a value: name and last value, or the value alone for a single series. */
export function endLabelsOf(
	context: ChartContext,
	series: Series[],
	rowsBySeries: CubeRow[][],
	periods: Periods
): EndLabel[] {
	const place = (row: CubeRow) => periods.at.get(row.key[context.spec.x] ?? '') ?? 0;
	return series.flatMap((each, index) => {
		const known = (rowsBySeries[index] ?? []).filter((row) => row.value !== null);
		const last = known.sort((a, b) => place(a) - place(b)).at(-1);
		if (last?.value == null) return [];
		const value = markWords(last, context.locale);
		const name = series.length > 1 ? each.label : '';
		const lines = name ? wrapText(`${name} ${value}`, END_STEPS[4] - 20, SIZE * BOLD) : [value];
		const width = Math.max(...lines.map((line) => textWidth(line, SIZE * BOLD)));
		const final = lines.pop() ?? '';
		lines.push(final === value ? '' : final.slice(0, -value.length - 1));
		const at = place(last);
		return [{ series: index, last: last.value, at, late: at > periods.last - 1.5, lines, value, width }];
	});
}

/** A label with the value alone for one point. */
export function valueLabelOf(context: ChartContext, series: number, point: Point): EndLabel[] {
	if (point.row.value === null) return [];
	const value = markWords(point.row, context.locale);
	const width = textWidth(value, SIZE);
	return [
		{
			series,
			last: point.row.value,
			at: point.at,
			late: false,
			lines: [''],
			value,
			width,
			optional: true
		}
	];
}

/** Points of a series that stand alone before its end, with those of other series at the same place. */
export function loneLabels(context: ChartContext, runs: Point[][][], points: Point[][]): EndLabel[] {
	const places = new Set(
		runs.flatMap((own) => own.slice(0, -1).flatMap((run) => (run.length === 1 ? (run[0]?.at ?? []) : [])))
	);
	return points.flatMap((own, series) => {
		const last = own.filter((point) => point.y !== null).at(-1);
		return own.flatMap((point) =>
			point !== last && places.has(point.at) ? valueLabelOf(context, series, point) : []
		);
	});
}

/** The first and the last value of each series, for a panel whose series a key names. */
export function outerLabels(context: ChartContext, points: Point[][]): EndLabel[] {
	return points.flatMap((own, series) => {
		const known = own.filter((point) => point.y !== null);
		const [first, last] = [known[0], known.at(-1)];
		if (!first || !last) return [];
		const end = valueLabelOf(context, series, last);
		return first === last ? end : [...end, ...valueLabelOf(context, series, first)];
	});
}

/** Writes the labels: at the right edge, pushed apart, with a thin leader when moved; or beside an early end. */
export function drawEndLabels(
	panel: Panel,
	ends: EndLabel[],
	points: Point[][],
	series: Series[],
	plot: { top: number; bottom: number; yOf: (value: number) => number },
	extra: EndLabel[] = []
) {
	const late = ends.filter((end) => end.late);
	const wanted = late.map((end) => ({ y: plot.yOf(end.last), height: end.lines.length * LABEL_LINE }));
	const middles = spreadLabels(wanted, plot.top - 8, plot.bottom + 8);
	const anyMoved = wanted.some(({ y }, index) => Math.abs((middles[index] ?? y) - y) > 5);
	late.forEach((end, index) => {
		const y = wanted[index]?.y ?? 0;
		const middle = middles[index] ?? y;
		const moved = Math.abs(middle - y) > 5;
		if (moved) panel.leaders.push({ y0: y, y1: middle });
		panel.texts.push(
			textMark({
				x: 1,
				dx: anyMoved ? 16 : 8,
				y: middle - ((end.lines.length - 1) * LABEL_LINE) / 2 + 4.5,
				lines: end.lines,
				value: end.value,
				tone: 'hue',
				hue: series[end.series]?.hue ?? 1,
				width: 'wide'
			})
		);
	});
	const early = ends.filter((end) => !end.late);
	panel.texts.push(...inlineLabels(panel, [...early, ...extra], points, series, plot));
}
