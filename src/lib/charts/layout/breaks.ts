import { localized } from '../../package/labels.ts';
import type { PlacedBreak } from './time.ts';
import { END_STEPS, NARROW_PANEL, WIDE_PANEL, plotWidth, startOf } from './panel.ts';
import { textWidth, wrapText } from './text.ts';
import { textMark } from './textMark.ts';
import type { Panel, RuleMark, Width } from './types.ts';

const ROW = 16;
const SIZE = 12;
/** Between a rule and its label. */
const GAP = 4;
/** px of a label's lines: at most, and as little as may be left between two rules. */
const MOST = 190;
const LEAST = 60;

/** A label at a rule: its lines and the row of the lowest one, counted upwards from the plot. */
export interface BreakLabel {
	x: number;
	anchor: 'start' | 'end';
	lines: string[];
	row: number;
}

/**
 * Places break labels in rows above a plot of `width` px so that none overlaps another or a rule that
 * rises past it, and none leaves the panel: `before` and `after` px may be used beside the plot.
 */
export function placeBreakLabels(
	breaks: { x: number; label: string }[],
	width: number,
	before: number,
	after: number
): BreakLabel[] {
	const wanted = breaks.map(({ x, label }) => {
		const anchor = x <= 0.5 ? ('start' as const) : ('end' as const);
		const room = (anchor === 'start' ? (1 - x) * width + after : x * width + before) - GAP;
		// A rule from the other half rises past this label: wrap before it, where that leaves room for words.
		const rules = breaks.flatMap(({ x: other }) => {
			const away = (anchor === 'start' ? other - x : x - other) * width - 2 * GAP;
			return away >= LEAST && other <= 0.5 !== x <= 0.5 ? [away] : [];
		});
		const lines = wrapText(label, Math.min(room, MOST, ...rules), SIZE);
		const long = Math.max(...lines.map((line) => textWidth(line, SIZE)), 0) + GAP;
		const from = anchor === 'start' ? x * width : x * width - long;
		return { x, anchor, lines, row: 0, from, to: from + long };
	});
	const order = wanted
		.map((_, index) => index)
		.sort((a, b) => {
			const [one, other] = [wanted[a], wanted[b]];
			if (!one || !other || one.anchor !== other.anchor) return one?.anchor === 'start' ? -1 : 1;
			return one.anchor === 'start' ? other.x - one.x : one.x - other.x;
		});
	const placed: typeof wanted = [];
	for (const index of order) {
		const label = wanted[index];
		if (!label) continue;
		for (const other of placed) {
			if (label.from < other.to + GAP && other.from < label.to + GAP) {
				label.row = Math.max(label.row, other.row + other.lines.length);
			}
		}
		placed.push(label);
	}
	return wanted.map(({ x, anchor, lines, row }) => ({ x, anchor, lines, row }));
}

/**
 * Draws breaks into a panel whose paddings are set: bands for those that last, rules with labels above
 * the plot for all, once for wide and once for narrow panels.
 * @returns px that the labels need above the plot; `draw` adds the marks once the plot's top is known
 */
export function breakMarks(panel: Panel, breaks: PlacedBreak[], xOf: (at: number) => number, locale: string) {
	const places = breaks.map(({ entry, at }) => ({ x: xOf(at), label: localized(entry.label, locale) }));
	const variants = (['wide', 'narrow'] as const).map((width) => {
		const px = width === 'wide' ? WIDE_PANEL : NARROW_PANEL;
		const after = END_STEPS[width === 'wide' ? panel.end : panel.endNarrow];
		return { width, labels: placeBreakLabels(places, plotWidth(panel, px), startOf(panel, px), after) };
	});
	const rows = variants.map(({ labels }) =>
		Math.max(0, ...labels.map((label) => label.row + label.lines.length))
	);
	const most = Math.max(...rows, 0);
	return {
		height: most * ROW,
		spareRows: most - (rows[0] ?? 0),
		/** `top`: where labels end and rules begin; `plotTop`: the highest value. */
		draw(top: number, bottom: number, plotTop = top) {
			for (const { at, to } of breaks) {
				if (to !== null)
					panel.bands.push({ x0: xOf(at), x1: xOf(to), y0: plotTop, y1: bottom, tone: 'event' });
			}
			for (const { width, labels } of variants) {
				labels.forEach((label, index) => {
					const comparable = breaks[index]?.entry.comparableAcross ?? true;
					drawLabel(panel, label, width, comparable, top, bottom);
				});
			}
		}
	};
}

function drawLabel(
	panel: Panel,
	label: BreakLabel,
	width: Width,
	comparable: boolean,
	top: number,
	bottom: number
) {
	const last = top - 9 - label.row * ROW;
	const text = textMark({
		x: label.x,
		dx: label.anchor === 'start' ? GAP : -GAP,
		y: last - (label.lines.length - 1) * ROW,
		anchor: label.anchor,
		lines: label.lines,
		tone: 'soft',
		width
	});
	const rule: RuleMark = { x: label.x, y0: text.y - 10, y1: bottom, width, comparable };
	panel.texts.push(text);
	panel.rules.push(rule);
}
