import { chartContext } from '../../charts/index.ts';
import { DERIVED_KIT } from '../../charts/derived/kit.ts';
import { setDerivedKit } from '../../charts/derivedKit.ts';
import { setPlaceKit } from '../../charts/kit.ts';
import { PLACE_KIT } from '../../charts/places/kit.ts';
import type { ChartView } from '../../charts/types.ts';
import type { CubeAnswer } from '../../cube/types.ts';
import { composeImage } from './compose.ts';
import { FONT_STYLES } from './fonts.ts';
import { IMAGE_DENSITY, IMAGE_SIZES, type ImageOptions } from './types.ts';

setPlaceKit(PLACE_KIT);
setDerivedKit(DERIVED_KIT);

/** Browsers may draw a picture before the fonts inside it are ready, so it is drawn again after a moment. */
const FONTS_READY_MS = 120;

/** How a picture is made in the browser: as for the build, with the reader's way of writing numbers. */
export type BrowserImageOptions = Omit<ImageOptions, 'fontStyles'> & { locale?: string };

/** A chart as it stands now, as the text of a standalone SVG. */
export function chartImageSvg(
	view: ChartView,
	answer: CubeAnswer,
	{ locale, ...options }: BrowserImageOptions
): string {
	return composeImage(chartContext(view, answer, locale), options);
}

/**
 * A chart as it stands now, as a PNG with twice the pixels of the picture's px. Only in a browser.
 * @throws if the browser cannot draw it
 */
export async function chartImagePng(
	view: ChartView,
	answer: CubeAnswer,
	{ locale, ...options }: BrowserImageOptions
): Promise<Blob> {
	const svg = composeImage(chartContext(view, answer, locale), { ...options, fontStyles: FONT_STYLES });
	const { width, height } = IMAGE_SIZES[options.form];
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = width * IMAGE_DENSITY;
	canvas.height = height * IMAGE_DENSITY;
	const brush = canvas.getContext('2d');
	if (!brush) throw new Error('no canvas');
	brush.drawImage(image, 0, 0, canvas.width, canvas.height);
	await new Promise((resolve) => setTimeout(resolve, FONTS_READY_MS));
	brush.drawImage(image, 0, 0, canvas.width, canvas.height);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (!blob) throw new Error('no PNG');
	return blob;
}
