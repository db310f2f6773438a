import { createRequire } from 'node:module';
import type { renderAsync as Render } from '@resvg/resvg-js';
import { IMAGE_DENSITY } from '../../outputs/image/types.ts';
import { toIndexed } from './indexed.ts';
import { encodePng, type PngTexts } from './png.ts';
import { FONT_FILES } from './tools.ts';

const require = createRequire(import.meta.url);

/**
 * An SVG as PNG, drawn with the bundled fonts alone, so that every machine makes the same picture.
 * @param svg the text of a standalone SVG with an opaque ground
 * @returns the bytes of the PNG, with twice the pixels of the SVG's px
 * @throws if the text is no SVG
 */
export async function renderPng(svg: string, texts: PngTexts = {}): Promise<Buffer> {
	const { renderAsync } = require('@resvg/resvg-js') as { renderAsync: typeof Render };
	const image = await renderAsync(svg, {
		fitTo: { mode: 'zoom', value: IMAGE_DENSITY },
		font: {
			fontFiles: FONT_FILES,
			loadSystemFonts: false,
			defaultFontFamily: 'Source Sans 3',
			sansSerifFamily: 'Source Sans 3',
			serifFamily: 'Source Serif 4'
		}
	});
	return encodePng(image.width, toIndexed(image.pixels), texts);
}
