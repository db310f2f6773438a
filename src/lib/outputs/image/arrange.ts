import { inColumns, stack } from './blocks.ts';
import type { WordBlocks } from './head.ts';
import type { Palette } from './palette.ts';
import type { Block } from './types.ts';
import { element } from '../markup.ts';

/** Everything of a picture within its safe frame, in px of the design. */
export interface Room {
	width: number;
	height: number;
}

/** A way to place words and plot; null where they do not fit. */
export type Arrangement = (
	room: Room,
	words: WordBlocks,
	plots: (width: number) => Block[],
	palette: Palette
) => Block | null;

const BETWEEN = 36;
const AFTER_HEADLINE = 10;
const PARAGRAPH = 9;
const AROUND_PLOT = 16;
/** Parts of the width that a column of words may take. */
const COLUMNS = [0.3, 0.34, 0.38, 0.43, 0.22];
const NOTE_COLUMNS_FROM = 560;

function rule(width: number, palette: Palette): Block {
	return {
		height: 1,
		draw: (x, y) => element('line', { x1: x, x2: x + width, y1: y, y2: y, stroke: palette.rule })
	};
}

/** Sources, version, publisher and address, under a thin line. */
function imprint(words: WordBlocks, width: number, palette: Palette): Block {
	const blocks = [...words.sources(width), words.publisher(width), words.credit(width)];
	return stack([rule(width, palette), stack(blocks, 5)], 7);
}

/** Words in a column, plot beside it; with `across`, the headline stands over both. */
function beside(across: boolean, headlineSize: number): Arrangement {
	return (room, words, plots, palette) => {
		const top = across ? words.headline(room.width, headlineSize) : stack([], 0);
		const above = across ? top.height + AROUND_PLOT : 0;
		const height = room.height - above;
		for (const part of COLUMNS) {
			const own = Math.round(room.width * part);
			const head = [
				...(across ? [] : [stack([words.headline(own, headlineSize)], 0)]),
				words.deck(own),
				...words.limits(own)
			];
			const text = stack([...head, ...words.notes(own)], PARAGRAPH);
			const foot = imprint(words, own, palette);
			if (text.height + PARAGRAPH + foot.height > height) continue;
			const rest = room.width - own - BETWEEN;
			const plot = plots(rest).find((block) => block.height <= height);
			if (!plot) continue;
			return {
				height: room.height,
				draw: (x, y) =>
					top.draw(x, y) +
					text.draw(x, y + above) +
					foot.draw(x, y + room.height - foot.height) +
					plot.draw(x + own + BETWEEN, y + above + (height - plot.height) * 0.35)
			};
		}
		return null;
	};
}

/** The head over the plot, with limits, sources, version and address, for what stands last is cropped first; notes under it. */
function stacked(headlineSize: number): Arrangement {
	return (room, words, plots, palette) => {
		const { width } = room;
		const columns = width >= NOTE_COLUMNS_FROM ? 2 : 1;
		const own = columns === 1 ? width : (width - BETWEEN) / 2;
		const head = stack(
			[
				stack([words.headline(width, headlineSize), words.deck(width)], AFTER_HEADLINE),
				...words.limits(width),
				stack([...words.sources(width), words.credit(width)], 2)
			],
			PARAGRAPH
		);
		const below = [...words.notes(own), words.publisher(own)];
		const notes = inColumns(below, columns, own, BETWEEN, PARAGRAPH - 2);
		const foot = stack([rule(width, palette), notes], 8);
		const height = room.height - head.height - foot.height - 2 * AROUND_PLOT;
		const plot = plots(width).find((block) => block.height <= height);
		if (!plot) return null;
		return {
			height: room.height,
			draw: (x, y) =>
				head.draw(x, y) +
				plot.draw(x, y + head.height + AROUND_PLOT + (height - plot.height) * 0.5) +
				foot.draw(x, y + room.height - foot.height)
		};
	};
}

/** The ways to place things in each form, the best looking first. */
export const ARRANGEMENTS: Record<'wide' | 'square', Arrangement[]> = {
	wide: [beside(true, 30), beside(true, 25), beside(false, 24), stacked(25)],
	square: [stacked(27), stacked(23)]
};
