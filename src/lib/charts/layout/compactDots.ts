import type { CubeRow } from '../../cube/types.ts';
import { m } from '../../words/index.ts';
import { markWords, statusWords } from '../words/values.ts';
import { averageName, averageOfPlaces } from './average.ts';
import { placeBreakLabels } from './breaks.ts';
import type { DotFrame } from './dot.ts';
import { dotMark } from './dotMark.ts';
import {
	END_STEPS,
	NAMES_START,
	NARROW_PANEL,
	START_STEPS,
	WIDE_PANEL,
	emptyPanel,
	plotWidth,
	stepFor
} from './panel.ts';
import type { RowGroup } from './rows.ts';
import { textWidth } from './text.ts';
import { textMark } from './textMark.ts';
import { tickMarks } from './ticks.ts';
import type { Datum, Panel, Width } from './types.ts';
import { limitsOf, whiskerAlong } from './whiskers.ts';

/** More rows than this stand close, in one line each where there is room. */
const MOST_LARGE = 12;
const MOST_SERIES = 3;
/** px from row to row; in a narrow panel the name stands above the row's own line. */
const ROW = 28;
const NAME = 12;
const MIDDLE = 20;
const SIZE = 13;
const VALUE_SIZE = 13;
/** px of the axis above the rows, which are too many for the one below alone. */
const AXIS = 26;
const LABEL_LINE = 16;
const HATCH = 0.1;

/** Whether rows are many and their names short enough to stand beside them. */
export function isCompact({ series }: DotFrame, groups: RowGroup[]): boolean {
	const room = START_STEPS[NAMES_START] - 8;
	return (
		groups.length > MOST_LARGE &&
		series.length <= MOST_SERIES &&
		groups.every(({ label, offScale }) => !offScale && textWidth(label, SIZE) <= room)
	);
}

/** One panel of many rows: names in a column, or above their rows; values of a single series at the right. */
export function compactPanel(
	frame: DotFrame,
	title: string,
	groups: RowGroup[],
	index: number
): { panel: Panel; data: Datum[] } {
	const { context, scale, series } = frame;
	const panel = emptyPanel(title);
	panel.start = NAMES_START;
	const words = (row: CubeRow) => {
		const value = markWords(row, context.locale);
		return row.status ? m.intervals_marked({ value, status: row.status }) : value;
	};
	const single = series.length === 1;
	const known = single
		? groups.flatMap(({ rows }) => rows.flatMap((row) => (row?.value == null ? [] : words(row))))
		: [];
	panel.end = stepFor(END_STEPS, Math.max(0, ...known.map((text) => textWidth(text, VALUE_SIZE) + 10)));
	const average = single
		? averageOfPlaces(
				context,
				groups.flatMap(({ rows }) => rows.flatMap((row) => row ?? []))
			)
		: null;
	const top = average ? averageRule(frame, panel, average) : 0;
	const places = scale.ticks.map((tick) => ({ x: tick.value / scale.top, label: tick.label }));
	const data: Datum[] = [];
	groups.forEach((group, position) => {
		const start = top + AXIS + position * ROW;
		const middle = start + MIDDLE;
		panel.texts.push(
			textMark({ y: start + NAME, lines: [group.label], width: 'narrow' }),
			textMark({ dx: -START_STEPS[NAMES_START], y: middle + 4.5, lines: [group.label], width: 'wide' })
		);
		panel.threads.push({ x0: 0, x1: 1, y: middle, strong: false });
		const value = (text: string, soft: boolean) => {
			const each = soft ? { lines: [text], tone: 'soft' as const } : { value: text };
			panel.texts.push(
				textMark({ x: 1, y: start + NAME, anchor: 'end', ...each, width: 'narrow' }),
				soft
					? textMark({ x: hatched(group) ? HATCH : 0, dx: 6, y: middle + 4, ...each, width: 'wide' })
					: textMark({ x: 1, dx: 10, y: middle + 4.5, ...each, width: 'wide' })
			);
		};
		group.rows.forEach((row, inSeries) => {
			if (!row) return;
			const each = series[inSeries];
			const hue = group.grey || each?.grey ? 6 : (each?.hue ?? 1);
			const x = row.value === null ? 0 : row.value / scale.top;
			const y = middle + (inSeries - (series.length - 1) / 2) * 6;
			const box = { x0: x, x1: x, y0: row.value === null ? start : y, y1: y };
			const datum = data.push({ row, series: inSeries, position, panel: index, box, superseded: false }) - 1;
			if (row.value === null) {
				if (row.status === '[c]')
					panel.bars.push({ x0: 0, x1: HATCH, y: middle - 6, height: 12, hue: 6, tone: 'withheld', datum });
				if (single) value(statusWords(row.status) || m.intervals_no_value(), true);
				return;
			}
			const limits = limitsOf(row);
			if (limits) panel.whiskers.push(whiskerAlong(limits, scale, y, hue));
			panel.dots.push(dotMark({ x, y, hue, shape: each?.shape ?? 'circle', datum }, row));
			if (single) value(words(row), false);
		});
	});
	const bottom = top + AXIS + groups.length * ROW + 6;
	panel.axes.push({ y0: top + AXIS, y1: bottom });
	panel.ticks = [...tickMarks(panel, places, top), ...tickMarks(panel, places, bottom)];
	panel.height = bottom + 30;
	for (const rule of panel.rules) rule.y1 = bottom;
	return { panel, data };
}

function hatched({ rows }: RowGroup): boolean {
	return rows.some((row) => row?.status === '[c]');
}

/** A grey rule at the average with its name above; returns px that the name takes. */
function averageRule({ context, scale }: DotFrame, panel: Panel, average: CubeRow): number {
	const x = (average.value ?? 0) / scale.top;
	const label = m.intervals_average_value({
		name: averageName(context),
		value: markWords(average, context.locale)
	});
	const labels = (['wide', 'narrow'] as const).map((width: Width) => {
		const px = width === 'wide' ? WIDE_PANEL : NARROW_PANEL;
		return { width, label: placeBreakLabels([{ x, label }], plotWidth(panel, px), 0, END_STEPS[0])[0] };
	});
	const most = Math.max(...labels.map((each) => each.label?.lines.length ?? 0));
	for (const { width, label: each } of labels) {
		if (!each) continue;
		const { lines, anchor } = each;
		const y = 12 + (most - lines.length) * LABEL_LINE;
		panel.texts.push(textMark({ x, dx: anchor === 'start' ? 4 : -4, y, anchor, lines, tone: 'soft', width }));
		panel.rules.push({ x, y0: y - 10, y1: y, width, comparable: false });
	}
	return most * LABEL_LINE + 8;
}
