import { stack } from './blocks.ts';
import { PALETTES } from './palette.ts';
import { paragraph } from './text.ts';
import { IMAGE_SIZES } from './types.ts';
import { element, escapeXml } from './xml.ts';

const MARGIN = 80;
const TITLE = { size: 44, line: 54 };
const TEXT = { size: 28, line: 40 };

/** A message in place of a picture that is no more, as the text of a standalone SVG of the wide form. */
export function composeNotice(title: string, text: string, address: string): string {
	const { width, height } = IMAGE_SIZES.wide;
	const { ground, ink, inkSoft } = PALETTES.light;
	const inner = width - 2 * MARGIN;
	const block = stack(
		[
			paragraph([{ text: title, face: 'serif', fill: ink }], inner, TITLE.size, TITLE.line, true),
			paragraph([{ text, face: 'sans', fill: ink }], inner, TEXT.size, TEXT.line),
			paragraph([{ text: address, face: 'sans', fill: inkSoft }], inner, TEXT.size, TEXT.line)
		],
		24
	);
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
