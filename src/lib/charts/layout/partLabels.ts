import { END_STEPS } from './panel.ts';
import { spreadLabels } from './spread.ts';
import type { Column } from './stack.ts';
import { textWidth, wrapText } from './text.ts';
import { textMark } from './textMark.ts';
import type { Panel, Series, TextMark } from './types.ts';

/** Names are bold, so wider than 13 px. */
const SIZE = 14.3;
const LINE = 17;

/** The names of the parts in lines, and the px that they need beside the plot. */
export function partNames(series: Series[]): { names: string[][]; room: number } {
	const names = series.map((each) => wrapText(each.label, END_STEPS[4] - 20, SIZE));
	return { names, room: Math.max(0, ...names.flat().map((line) => textWidth(line, SIZE))) + 18 };
}

/** Names beside the last column, each at its part, pushed apart, with a thin leader when moved. */
export function partLabels(
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
		return [{ at, y, height: (names[at]?.length ?? 1) * LINE }];
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
			y: middle - (height - LINE) / 2 + 4.5,
			lines: names[at] ?? [],
			tone: 'hue',
			hue: series[at]?.hue ?? 1,
			width: panel.endsFrom
		});
	});
}
