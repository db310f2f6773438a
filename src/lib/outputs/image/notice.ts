import { stack } from './blocks.ts';
import { PALETTES } from './palette.ts';
import { paragraph } from './text.ts';
import { IMAGE_SIZES, type Block } from './types.ts';
import { element, escapeXml } from '../markup.ts';

const MARGIN = 80;
const TITLE = { size: 44, line: 54 };
const TEXT = { size: 28, line: 40 };
const SMALLER = 0.95;

/**
 * A message in place of a picture that is no more, as the text of a standalone SVG of the wide form. A
 * long message is written smaller, so that all of it stands in the picture.
 */
export function composeNotice(title: string, text: string, address: string): string {
	const { width, height } = IMAGE_SIZES.wide;
	const { ground, ink, inkSoft } = PALETTES.light;
	const inner = width - 2 * MARGIN;
	const blockOf = (scale: number): Block => {
		const scaled = ({ size, line }: typeof TEXT) => [size * scale, line * scale] as const;
		return stack(
			[
				paragraph([{ text: title, face: 'serif', fill: ink }], inner, ...scaled(TITLE), true),
				paragraph([{ text, face: 'sans', fill: ink }], inner, ...scaled(TEXT)),
				paragraph([{ text: address, face: 'sans', fill: inkSoft }], inner, ...scaled(TEXT))
			],
			24
		);
	};
	let scale = 1;
	let block = blockOf(scale);
	while (block.height > height - 2 * MARGIN) block = blockOf((scale *= SMALLER));
	return element(
		'svg',
		{ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' },
		[
			element('title', {}, escapeXml(`${title}. ${text}`)),
			element('rect', { width: '100%', height: '100%', fill: ground }),
			block.draw(MARGIN, MARGIN)
		].join('\n')
	);
}
