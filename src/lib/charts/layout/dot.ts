import { formatNumber } from '../../words/numbers.ts';
import type { ChartContext } from '../context.ts';
import { statusWords } from '../words/values.ts';
import { END_STEPS, NARROW_PANEL, WIDE_PANEL, emptyPanel, plotWidth, stepFor } from './panel.ts';
import type { RowGroup } from './rows.ts';
import type { ValueScale } from './scale.ts';
import { textWidth, wrapText } from './text.ts';
import { tickMarks } from './ticks.ts';
import type { Datum, Panel, Series, TextMark } from './types.ts';

const LABEL_SIZE = 14;
const LABEL_LINE = 18;
const ROW = 20;
const BETWEEN = 10;

/** What the panels of one dot chart share. */
export interface DotFrame {
	context: ChartContext;
	series: Series[];
	scale: ValueScale;
}

/** One panel of rows with a dot for each series on one value axis. */
export function dotPanel(
	frame: DotFrame,
	title: string,
	groups: RowGroup[],
	index: number
): { panel: Panel; data: Datum[] } {
	const { context, scale, series } = frame;
	const panel = emptyPanel(title);
	const words = (value: number) => formatNumber(value, context.locale);
	panel.end = stepFor(END_STEPS, textWidth(words(scale.top), 13) + 14);
	panel.endNarrow = panel.end;
	const data: Datum[] = [];
	let y = 4;
	groups.forEach((group, position) => {
		const lines = wrapText(group.label, NARROW_PANEL - 4, LABEL_SIZE);
		panel.texts.push(text({ y: y + 13, lines, width: lines.length > 1 ? 'narrow' : 'all' }));
		if (lines.length > 1) {
			panel.texts.push(
				text({ y: y + 13 + (lines.length - 1) * LABEL_LINE, lines: [group.label], width: 'wide' })
			);
		}
		const start = y;
		y += lines.length * LABEL_LINE;
		const middle = y + ROW / 2;
		panel.threads.push({ x0: 0, x1: 1, y: middle, strong: false });
		panel.axes.push({ y0: middle - 7, y1: middle + 7 });
		const places: { x: number; value: number }[] = [];
		let hidden = 0;
		group.rows.forEach((row, at) => {
			if (!row) return;
			const x = row.value === null ? 0 : row.value / scale.top;
			data.push({
				row,
				series: at,
				position,
				panel: index,
				box: { x0: x, x1: x, y0: row.value === null ? start : middle, y1: middle },
				superseded: false
			});
			if (row.value === null) {
				const label = `${series.length > 1 ? `${series[at]?.label}: ` : ''}${statusWords(row.status)}`;
				if (row.status === '[c]') {
					panel.bars.push({
						x0: 0,
						x1: 0.1,
						y: middle - 6,
						height: 12,
						hue: 6,
						tone: 'withheld',
						datum: data.length - 1
					});
				}
				if (!hidden++)
					panel.texts.push(
						text({ x: row.status === '[c]' ? 0.1 : 0, dx: 6, y: middle + 4.5, lines: [label], tone: 'soft' })
					);
				return;
			}
			places.push({ x, value: row.value });
			const hue = group.grey || series[at]?.grey ? 6 : (series[at]?.hue ?? 1);
			const shape = series[at]?.shape ?? 'circle';
			panel.dots.push({ x, y: middle, hue, shape, faint: false, datum: data.length - 1 });
		});
		places.sort((a, b) => a.x - b.x);
		const [least, most] = [places[0], places.at(-1)];
		if (least && most && !hidden) {
			panel.threads.push({ x0: least.x, x1: most.x, y: middle, strong: true });
			panel.texts.push(text({ x: most.x, dx: 9, y: middle + 4.5, value: words(most.value) }));
			for (const width of ['wide', 'narrow'] as const) {
				const room = least.x * plotWidth(panel, width === 'wide' ? WIDE_PANEL : NARROW_PANEL) - 14;
				if (least !== most && textWidth(words(least.value), 13) < room) {
					panel.texts.push(
						text({ x: least.x, dx: -9, anchor: 'end', y: middle + 4.5, value: words(least.value), width })
					);
				}
			}
		}
		y += ROW + BETWEEN;
	});
	const bottom = y - BETWEEN + 4;
	panel.ticks = tickMarks(
		panel,
		scale.ticks.map((tick) => ({ x: tick.value / scale.top, label: tick.label })),
		bottom
	);
	panel.height = bottom + 30;
	return { panel, data };
}

function text(mark: Partial<TextMark>): TextMark {
	const plain: TextMark = {
		x: 0,
		dx: 0,
		y: 0,
		anchor: 'start',
		lines: [''],
		value: '',
		tone: 'ink',
		hue: 1,
		width: 'all',
		turned: false
	};
	return { ...plain, ...mark };
}
