import type { Panel } from '../../charts/layout/types.ts';
import { NARROW_PANEL } from '../../charts/layout/panel.ts';
import type { MapKeyWords } from '../../charts/words/mapWords.ts';
import { stack } from './blocks.ts';
import { mapKeyBlock } from './mapKey.ts';
import type { Palette } from './palette.ts';
import { panelBlock } from './panel.ts';
import type { Block } from './types.ts';

/** Parts of the width that a map takes under its key, and beside it. */
const UNDER_KEY = [1, 0.94, 0.88, 0.82];
const BESIDE_KEY = 0.74;
const LEAST_KEY = 185;
const BETWEEN = 24;
const AFTER_KEY = 12;

/**
 * One map with its key at a width in px: the key beside it where both have room, else above it, with the map
 * smaller and smaller.
 * @param below what stands under the map
 */
export function mapPlots(
	panel: Panel,
	words: MapKeyWords,
	width: number,
	palette: Palette,
	below: Block[]
): Block[] {
	const own = Math.floor(width * BESIDE_KEY);
	const room = width - own - BETWEEN;
	if (room >= LEAST_KEY) {
		const beside = row(panelBlock(panel, own, palette), mapKeyBlock(words, palette, room), own + BETWEEN);
		return [stack([beside, ...below], AFTER_KEY)];
	}
	const key = mapKeyBlock(words, palette, width);
	return UNDER_KEY.map((part) => Math.floor(width * part))
		.filter((each) => each >= NARROW_PANEL)
		.map((each) => {
			const map = panelBlock(panel, each, palette);
			const middle = { ...map, draw: (x: number, y: number) => map.draw(x + (width - each) / 2, y) };
			return stack([key, middle, ...below], AFTER_KEY);
		});
}

/** Two blocks side by side, the second in the middle of the height. */
function row(first: Block, second: Block, after: number): Block {
	const height = Math.max(first.height, second.height);
	return {
		height,
		draw: (x, y) => first.draw(x, y) + second.draw(x + after, y + (height - second.height) / 2)
	};
}
