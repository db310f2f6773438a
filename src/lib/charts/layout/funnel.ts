import { RATE_PER } from '../../stats/rate.ts';
import { m } from '../../words/index.ts';
import { formatNumber, formatTick } from '../../words/numbers.ts';
import { scaleLog } from 'd3';
import type { ChartContext } from '../context.ts';
import { markWords } from '../words/values.ts';
import { averageName, averageOfPlaces, averageRow } from './average.ts';
import { dotMark } from './dotMark.ts';
import { curveLabels, funnelCurves, type FunnelScale } from './funnelCurves.ts';
import { funnelLabels } from './funnelLabels.ts';
import { funnelOf, type Funnel } from './funnelPoints.ts';
import { END_STEPS, NARROW_PANEL, emptyPanel, startFor } from './panel.ts';
import { add, partsOf } from './parts.ts';
import { gridOf, valueScale, withoutFar } from './scale.ts';
import { wrapText } from './text.ts';
import { textMark } from './textMark.ts';
import { tickMarks } from './ticks.ts';
import type { ChartLayout, Datum, Panel, PanelPart, Series } from './types.ts';

/** Room for the words over the plot, and the plot itself, in px. */
const TOP = 34;
const HEIGHT = 320;
/** px of the arrow of a rate off the scale. */
const ARROW = 18;
/** Beyond the outermost places, as a part of their expected counts. */
const BESIDE = 1.15;

/** Whether rates can be compared with what chance alone would give: else their rows are drawn as dots. */
export function hasFunnel(context: ChartContext): boolean {
	return partsOf(context).some((part) => funnelOf(context, part.rows) !== null);
}

/** Adds the panels of a funnel plot; the facts are those of the last panel. */
export function layFunnel(context: ChartContext, layout: ChartLayout) {
	for (const part of partsOf(context)) {
		const funnel = funnelOf(context, part.rows);
		if (!funnel) continue;
		add(layout, funnelPanel(context, layout.series[0], part, funnel, layout.panels.length));
		layout.facts.funnel = funnel.facts;
	}
}

function funnelPanel(
	context: ChartContext,
	series: Series | undefined,
	part: PanelPart,
	funnel: Funnel,
	index: number
): { panel: Panel; data: Datum[] } {
	const { places, average, spread } = funnel;
	const panel = emptyPanel(part.title);
	const bottom = TOP + HEIGHT;
	const values = valueScale([...withoutFar(places.map(({ rate }) => rate)), average * 2], context.locale, []);
	panel.start = startFor(values.ticks.map((tick) => tick.label));
	panel.grid = gridOf(values, TOP, bottom);
	const [from = 1, to = 1] = [places[0]?.expected, places.at(-1)?.expected];
	const across = scaleLog().domain([from / BESIDE, to * BESIDE]);
	const scale: FunnelScale = {
		from: from / BESIDE,
		to: to * BESIDE,
		xOf: (expected) => across(expected),
		yOf: (rate) => bottom - (rate / values.top) * HEIGHT,
		top: values.top,
		average
	};
	panel.paths = funnelCurves(scale, spread.tau2);
	panel.ticks = tickMarks(
		panel,
		roundCounts(scale.from, scale.to).map((count) => ({
			x: scale.xOf(count),
			label: formatTick(count, context.locale)
		})),
		bottom
	);
	const hue = series?.hue ?? 1;
	const data: Datum[] = [];
	const dots = places.map(({ row, rate, expected, isOutside }, position) => {
		const isBeyond = rate > scale.top;
		const [x, y] = [scale.xOf(expected), isBeyond ? TOP : scale.yOf(rate)];
		const box = { x0: x, x1: x, y0: y, y1: y };
		const datum = data.push({ row, series: 0, position, panel: index, box, superseded: false }) - 1;
		panel.dots.push({ ...dotMark({ x, y, hue, shape: 'circle', datum }, row), hidden: isBeyond });
		if (isBeyond) panel.whiskers.push({ x0: x, x1: x, y0: y, y1: y + ARROW, hue, cut: true, beyond: true });
		const text = placeMark(context, String(row.key[context.spec.x] ?? ''));
		const value = markWords(row, context.locale);
		return {
			x,
			y: isBeyond ? y + ARROW / 2 : y,
			text: isBeyond ? m.intervals_funnel_beyond({ place: text, value }) : text,
			isFirst: isOutside
		};
	});
	const curves = curveLabels(scale, spread.tau2);
	panel.texts.push(
		...curves,
		...funnelLabels(panel, dots, curves, { top: TOP, bottom }),
		...axisWords(context, funnel, bottom)
	);
	panel.height = bottom + 48;
	return { panel, data };
}

/** What both axes count, and the figure of the average at its line's end. */
function axisWords(context: ChartContext, { average, places }: Funnel, bottom: number) {
	const shown = places.map(({ row }) => row);
	const room = NARROW_PANEL - END_STEPS[0] - 8;
	const per = formatNumber(RATE_PER, context.locale);
	const value = m.intervals_average_value({
		name: averageName(context, averageOfPlaces(context, shown) ? undefined : shown.length),
		value: markWords(averageRow(average), context.locale)
	});
	return [
		textMark({ x: 0, y: 12, lines: [m.intervals_funnel_up({ per })], tone: 'soft' }),
		textMark({ x: 0, y: bottom + 40, lines: wrapText(m.intervals_funnel_across(), room, 12), tone: 'soft' }),
		textMark({ x: 0, y: 27, lines: [value], tone: 'soft' })
	];
}

/** The short text of a place: that of its tile, else its code. */
function placeMark({ view }: ChartContext, code: string): string {
	return view.shapes?.places.find((place) => place.code === code)?.mark ?? code;
}

/** 1, 2 and 5 times the powers of ten between two counts. */
function roundCounts(from: number, to: number): number[] {
	const first = Math.floor(Math.log10(from));
	const powers = Array.from({ length: Math.ceil(Math.log10(to)) - first + 1 }, (_, at) => 10 ** (first + at));
	return powers
		.flatMap((power) => [power, 2 * power, 5 * power])
		.filter((count) => count >= from && count <= to);
}
