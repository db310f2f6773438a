import type { CubeRow } from '../../cube/types.ts';
import { m } from '../../words/index.ts';
import { markWords, statusWords } from '../words/values.ts';
import { averageRule } from './averageRule.ts';
import type { DotFrame } from './dot.ts';
import { dotMark } from './dotMark.ts';
import { END_STEPS, NAMES_START, START_STEPS, emptyPanel, stepFor } from './panel.ts';
import type { RowGroup } from './rows.ts';
import { textWidth } from './text.ts';
import { textMark } from './textMark.ts';
import { tickMarks } from './ticks.ts';
import type { Datum, Panel, Series, TextMark } from './types.ts';
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
const HATCH = 0.1;
/** Where the arrow of a value off the scale begins. */
const BEYOND = 0.95;

/** Whether rows are many and their names short enough to stand beside them. */
export function isCompact(series: Series[], groups: RowGroup[]): boolean {
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
	const top = averageRule(frame, panel);
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
		panel.axes.push({ y0: middle - 6, y1: middle + 7 });
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
			const x = Math.min(1, (row.value ?? 0) / scale.top);
			const isBeyond = (row.value ?? 0) > scale.top;
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
			if (isBeyond) panel.whiskers.push({ x0: BEYOND, x1: 1, y0: y, y1: y, hue, cut: true, beyond: true });
			else if (limits) panel.whiskers.push(whiskerAlong(limits, scale, y, hue));
			const mark = dotMark({ x, y, hue, shape: each?.shape ?? 'circle', datum }, row);
			panel.dots.push({ ...mark, hidden: isBeyond });
			if (single) value(words(row), false);
			if (isBeyond && inSeries === 0) panel.texts.push(...beyondTexts(start + NAME, middle));
		});
	});
	const bottom = top + AXIS + groups.length * ROW + 6;
	panel.rows = { from: top + AXIS, height: ROW, count: groups.length };
	panel.ticks = [...tickMarks(panel, places, top), ...tickMarks(panel, places, bottom)];
	panel.height = bottom + 30;
	for (const rule of panel.rules) rule.y1 = bottom;
	return { panel, data };
}

/** That a value is off the scale: beside its arrow, in a narrow panel before it. */
function beyondTexts(name: number, middle: number): TextMark[] {
	const words: Partial<TextMark> = { anchor: 'end', lines: [m.intervals_beyond()], tone: 'soft' };
	return [
		textMark({ ...words, x: BEYOND, dx: -8, y: middle + 4, width: 'wide' }),
		textMark({ ...words, x: BEYOND, dx: -24, y: name, width: 'narrow' })
	];
}

function hatched({ rows }: RowGroup): boolean {
	return rows.some((row) => row?.status === '[c]');
}
