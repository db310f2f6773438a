import type { Block } from './types.ts';

/** Blocks one under another, `gap` px apart; empty ones are left out. */
export function stack(blocks: Block[], gap: number): Block {
	const shown = blocks.filter((block) => block.height > 0);
	return {
		height: shown.reduce((sum, block) => sum + block.height, 0) + Math.max(0, shown.length - 1) * gap,
		draw(x, y) {
			let at = y;
			return shown
				.map((block) => {
					const drawn = block.draw(x, at);
					at += block.height + gap;
					return drawn;
				})
				.join('');
		}
	};
}

/** Blocks in columns of `width` px, filled one after another so that the longest is as short as can be. */
export function inColumns(
	blocks: Block[],
	columns: number,
	width: number,
	between: number,
	gap: number
): Block {
	const parts = split(blocks, columns, gap).map((part) => stack(part, gap));
	return {
		height: Math.max(0, ...parts.map((part) => part.height)),
		draw: (x, y) => parts.map((part, at) => part.draw(x + at * (width + between), y)).join('')
	};
}

function split(blocks: Block[], columns: number, gap: number): Block[][] {
	if (columns <= 1 || blocks.length <= 1) return [blocks];
	let best: Block[][] = [blocks];
	let least = stack(blocks, gap).height;
	for (let count = 1; count < blocks.length; count++) {
		const parts = [blocks.slice(0, count), ...split(blocks.slice(count), columns - 1, gap)];
		const height = Math.max(...parts.map((part) => stack(part, gap).height));
		if (height < least) [best, least] = [parts, height];
	}
	return best;
}
