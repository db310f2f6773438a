import type { ChartLayout } from '../../charts/layout/types.ts';
import { ARRANGEMENTS } from './arrange.ts';
import { wordBlocks } from './head.ts';
import type { Palette } from './palette.ts';
import { plotChoices } from './plot.ts';
import { IMAGE_SIZES, SAFE_MARGIN, type Block } from './types.ts';
import type { ImageWords, Remark } from './words.ts';

/** How many px of the picture one px of the design takes at most. */
const LARGEST: Record<'wide' | 'square', number> = { wide: 1.5, square: 1.7 };
/** How near to the largest scale a picture comes. */
const STEP = 0.02;

/** A picture's content and its scale. */
export interface Fitted {
	scale: number;
	block: Block;
}

/** The largest scale from `smallest` on at which an arrangement holds everything. */
export function place(
	layout: ChartLayout,
	words: ImageWords,
	notes: Remark[],
	form: 'wide' | 'square',
	palette: Palette,
	smallest: number
): Fitted | null {
	const frame = IMAGE_SIZES[form];
	const blocks = wordBlocks(words, notes, palette);
	const at = (scale: number): Fitted | null => {
		const room = {
			width: (frame.width - 2 * SAFE_MARGIN) / scale,
			height: (frame.height - 2 * SAFE_MARGIN) / scale
		};
		const plots = (width: number) => plotChoices(layout, width, palette, words.map);
		for (const arrangement of ARRANGEMENTS[form]) {
			const block = arrangement(room, blocks, plots, palette);
			if (block) return { scale, block };
		}
		return null;
	};
	let best = at(smallest);
	if (!best) return null;
	// What fits at a scale fits at any smaller one, so the largest is found by halves.
	let [least, most] = [smallest, LARGEST[form]];
	while (most - least > STEP) {
		const scale = (least + most) / 2;
		const found = at(scale);
		if (found) [best, least] = [found, scale];
		else most = scale;
	}
	return best;
}
