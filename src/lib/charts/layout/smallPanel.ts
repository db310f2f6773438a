import type { CubeRow } from '../../cube/types.ts';
import { m } from '../../words/index.ts';
import { measuresOf } from '../context.ts';
import { derivedKit } from '../derivedKit.ts';
import { markWords } from '../words/values.ts';
import { dotMark } from './dotMark.ts';
import { isLone, rowsOfSeries, type LineFrame } from './linePanel.ts';
import { emptyPanel } from './panel.ts';
import { runPath, runsOf, type Point } from './runs.ts';
import type { ValueScale } from './scale.ts';
import { textWidth } from './text.ts';
import { textMark } from './textMark.ts';
import { affects, breaksWithin, rangeOf } from './time.ts';
import type { Datum, Panel, PanelPart, TickMark } from './types.ts';
import { limitsOf } from './whiskers.ts';

const TOP = 16;
const BOTTOM = 62;
const HEIGHT = 84;
/** px of the narrowest small panel, in which the first and the last period stand. */
const NARROWEST = 88;
const TICK_SIZE = 12;

/**
 * One of many small panels: lines, a band of limits, the first and the last period, the last value; every other
 * figure is pointed at, spoken and in the table.
 * @param shared the scale of most panels, whose highest tick is drawn; a panel with another one says so
 */
export function smallPanel(
	frame: LineFrame,
	scale: ValueScale,
	part: PanelPart,
	index: number,
	shared: ValueScale | null
): { panel: Panel; data: Datum[] } {
	const { context, series, periods } = frame;
	const panel = emptyPanel(part.title);
	panel.small = true;
	panel.height = HEIGHT;
	const span = periods.last - periods.first;
	const xOf = (at: number) => (span > 0 ? (at - periods.first) / span : 0.5);
	const yOf = (value: number) => BOTTOM - (Math.min(value, scale.top) / scale.top) * (BOTTOM - TOP);
	const place = (row: CubeRow) => periods.at.get(row.key[context.spec.x] ?? '') ?? 0;
	panel.grid.push({ y: BOTTOM, label: '', zero: true });
	const line = scale.ticks.at(-1)?.value;
	if (scale === shared && line) panel.grid.unshift({ y: yOf(line), label: '', zero: false });
	if (shared && scale !== shared)
		panel.texts.push(textMark({ y: TOP - 5, lines: [m.intervals_own_scale()], tone: 'soft' }));
	panel.ticks = outerTicks(frame);
	const breaks = breaksWithin(context.answer.breaks, rangeOf(context, periods, part.rows)).filter(
		({ entry }) => affects(entry, measuresOf(context, part.rows))
	);
	for (const { at, entry } of breaks) {
		const x = Math.max(0, Math.min(1, xOf(at)));
		panel.rules.push({ x, y0: TOP, y1: BOTTOM, width: 'all', comparable: entry.comparableAcross });
	}
	const data: Datum[] = [];
	rowsOfSeries(frame, part).forEach((rows, inSeries) => {
		const each = series[inSeries];
		if (!each) return;
		const points = rows
			.map((row): Point => {
				const y = row.value === null ? null : yOf(row.value);
				return { row, at: place(row), x: xOf(place(row)), y };
			})
			.sort((a, b) => a.at - b.at);
		const runs = runsOf(points, breaks);
		for (const run of runs) {
			const area = each === frame.average ? null : areaPath(run, yOf);
			if (area) panel.paths.unshift({ d: area, hue: each.hue, dash: '', tone: 'area' });
			const d = runPath(run);
			if (d) panel.paths.push({ d, hue: each.hue, dash: each.dash, tone: 'line' });
		}
		const last = points.filter(({ y }) => y !== null).at(-1);
		for (const { row, x, y, at } of points) {
			const box = { x0: x, x1: x, y0: y ?? TOP, y1: y ?? BOTTOM };
			const position = at - periods.first;
			const datum = data.push({ row, series: inSeries, position, panel: index, box, superseded: false }) - 1;
			if (y === null) {
				markHidden(panel, row, x, 0.5 / Math.max(span, 1));
				continue;
			}
			const hidden = (each === frame.average || row !== last?.row) && !isLone(runs, row);
			panel.dots.push({ ...dotMark({ x, y, hue: each.hue, shape: each.shape, datum }, row), hidden });
		}
		if (each !== frame.average && series.length <= 2) panel.texts.push(...valueOf(frame, last));
	});
	if (!data.some(({ row }) => row.value !== null)) {
		panel.texts.push(
			textMark({
				x: 0.5,
				y: (TOP + BOTTOM) / 2 + 4,
				anchor: 'middle',
				lines: [hiddenWords(part)],
				tone: 'soft'
			})
		);
	}
	return { panel, data };
}

/** The last value above its point. */
function valueOf({ context }: LineFrame, last: Point | undefined) {
	if (!last || last.y === null) return [];
	const anchor = last.x > 0.5 ? ('end' as const) : last.x === 0.5 ? ('middle' as const) : ('start' as const);
	return [textMark({ x: last.x, y: last.y - 7, anchor, value: markWords(last.row, context.locale) })];
}

function hiddenWords(part: PanelPart): string {
	const [first] = part.rows;
	if (first?.derived) return derivedKit().none();
	return part.rows.some(({ status }) => status === '[c]') ? m.charts_withheld_label() : m.charts_gap_label();
}

/** A withheld value is a hatch; one that is not known stays a gap. */
function markHidden(panel: Panel, row: CubeRow, x: number, half: number) {
	if (row.status !== '[c]') return;
	const [x0, x1] = [Math.max(0, x - half), Math.min(1, x + half)];
	panel.bands.push({ x0, x1, y0: TOP, y1: BOTTOM, tone: 'withheld' });
}

/** The limits of neighbouring points as one outline; null for a lone point and where there are none. */
function areaPath(run: Point[], yOf: (value: number) => number): string | null {
	const limits = run.map(({ row }) => limitsOf(row));
	if (run.length < 2 || limits.some((each) => each === null)) return null;
	const at = (x: number, y: number) => `${Math.round(x * 1000)},${Math.round(y * 10) / 10}`;
	const upper = run.map(({ x }, index) => at(x, yOf(limits[index]?.high ?? 0)));
	const lower = run.map(({ x }, index) => at(x, yOf(limits[index]?.low ?? 0)));
	return `M${upper.join('L')}L${lower.reverse().join('L')}Z`;
}

/** The first and the last period; the last alone where both have no room. */
function outerTicks({ periods }: LineFrame): TickMark[] {
	const [first, last] = [periods.own[0], periods.own.at(-1)];
	if (!first || !last) return [];
	if (first === last) return [{ x: 0.5, y: BOTTOM, label: last.label, anchor: 'middle', width: 'all' }];
	const room = textWidth(first.label, TICK_SIZE) + textWidth(last.label, TICK_SIZE) + 8 <= NARROWEST;
	return [
		{ x: 0, y: BOTTOM, label: first.label, anchor: 'start', width: room ? 'all' : 'never' },
		{ x: 1, y: BOTTOM, label: last.label, anchor: 'end', width: 'all' }
	];
}
