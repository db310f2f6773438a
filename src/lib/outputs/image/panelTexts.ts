import type { Panel, TextMark } from '../../charts/layout/types.ts';
import { shortened } from './wrap.ts';
import type { Place } from './marks.ts';
import { wordsColour, type Palette } from './palette.ts';
import { textLine } from './text.ts';
import type { Run } from './wrap.ts';
import { element } from '../markup.ts';

const VALUE_SIZE = 13;
const TICK_SIZE = 12.5;

/** Figures of the value scale, left of the plot. */
export function gridWords(panel: Panel, { left, yOf }: Place, palette: Palette): string {
	return panel.grid
		.filter(({ label }) => label)
		.map(({ y, label }) =>
			textLine({ x: left - 8, y: yOf(y) + 4.5, size: TICK_SIZE, anchor: 'end' }, [
				{ text: label, face: 'sans', fill: palette.inkSoft }
			])
		)
		.join('');
}

/** Strokes of the horizontal axis, and the labels that have room. */
export function ticks(panel: Panel, { left, width, shows, yOf }: Place, palette: Palette): string {
	return panel.ticks
		.map(({ x, y, label, anchor, width: variant }) => {
			const at = left + x * width;
			const stroke = element('line', {
				x1: at,
				x2: at,
				y1: yOf(y),
				y2: yOf(y) + 5,
				stroke: palette.ruleStrong
			});
			if (!shows(variant)) return stroke;
			const run: Run = { text: label, face: 'sans', fill: palette.inkSoft };
			return stroke + textLine({ x: at, y: yOf(y) + 20, size: TICK_SIZE, anchor }, [run]);
		})
		.join('');
}

/** Labels, values and annotations inside a panel. */
export function panelTexts(panel: Panel, place: Place, palette: Palette): string {
	const line = panel.bars.length || panel.threads.length ? 18 : 17;
	return panel.texts
		.filter((text) => place.shows(text.width))
		.map((text) => (text.turned ? turnedText(text, place, palette) : lines(text, line, place, palette)))
		.join('');
}

function turnedText(text: TextMark, { left, width, yOf }: Place, palette: Palette): string {
	const run: Run = { text: text.lines[0] ?? '', face: 'sans', fill: palette.inkSoft };
	const halo = { colour: palette.ground, width: 6 };
	const x = left + text.x * width + text.dx;
	return textLine({ x, y: yOf(text.y), size: 12, halo, turned: true }, [run]);
}

function lines(text: TextMark, line: number, { left, width, yOf, edges }: Place, palette: Palette): string {
	const { tone, value } = text;
	const size = tone === 'ink' ? 14 : tone === 'soft' ? 12 : 13;
	const face = tone === 'hue' ? 'bold' : 'sans';
	const fill =
		tone === 'soft' ? palette.inkSoft : tone === 'hue' ? wordsColour(palette, text.hue) : palette.ink;
	const halo = { colour: palette.ground, width: 3 };
	const x = left + text.x * width + text.dx;
	// A label begins in the panel, so only one that is a single endless word is cut.
	const room = text.anchor === 'end' ? x - edges.left : edges.right - x;
	return text.lines
		.map((part, at) => {
			const isLast = at === text.lines.length - 1;
			const runs: Run[] = part ? [{ text: shortened(part, face, size, room), face, fill }] : [];
			if (isLast && value) runs.push({ text: part ? ` ${value}` : value, face: 'sans', fill: palette.ink });
			const y = yOf(text.y) + at * line;
			return textLine({ x, y, size: part ? size : VALUE_SIZE, anchor: text.anchor, halo }, runs);
		})
		.join('');
}
