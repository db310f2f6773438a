import { describe } from '../../charts/words/describe.ts';
import { layoutChart, type ChartContext, type ChartLayout } from '../../charts/index.ts';
import { fitImage } from './fit.ts';
import { PALETTES } from './palette.ts';
import { patterns } from './patterns.ts';
import { composeThumbnail } from './thumbnail.ts';
import { IMAGE_SIZES, SAFE_MARGIN, type ImageOptions } from './types.ts';
import { imageWords } from './words.ts';
import { element, escapeXml } from '../markup.ts';

/**
 * A picture of a chart as the text of a standalone SVG: headline, what is counted, limits, notes, marks, sources,
 * version and address, all as text, without anything from outside the file.
 * @throws if nothing of the chart fits the frame
 */
export function composeImage(
	context: ChartContext,
	options: ImageOptions,
	layout: ChartLayout = layoutChart(context)
): string {
	const { form, theme = 'light', address, fontStyles } = options;
	const palette = PALETTES[theme];
	if (form === 'small') return composeThumbnail(context, palette);
	const { width, height } = IMAGE_SIZES[form];
	const words = imageWords(context, layout, address);
	const { scale, block } = fitImage(context, layout, words, form, palette);
	const margin = SAFE_MARGIN / scale;
	const drawn = block.draw(margin, margin);
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			width,
			height,
			viewBox: `0 0 ${round(width / scale)} ${round(height / scale)}`,
			role: 'img',
			'aria-labelledby': 'title',
			'aria-describedby': 'description'
		},
		[
			element('title', { id: 'title' }, escapeXml(words.headline)),
			element('desc', { id: 'description' }, escapeXml(describe(context, layout))),
			fontStyles ? element('style', {}, escapeXml(fontStyles)) : '',
			drawn.includes('url(#') ? patterns(palette) : '',
			element('rect', { width: '100%', height: '100%', fill: palette.ground }),
			drawn
		].join('\n')
	);
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
