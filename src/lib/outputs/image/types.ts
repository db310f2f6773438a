/** `wide` for previews and articles, `square` for feeds, `small` for lists: marks without words. */
export type ImageForm = 'wide' | 'square' | 'small';

export type ImageTheme = 'light' | 'dark';

/** What a picture of a chart needs to be told besides the chart. */
export interface ImageOptions {
	form: ImageForm;
	theme?: ImageTheme;
	/** Address of the chart's page, written into the picture. */
	address: string;
	/** A style sheet that brings the fonts along, for a picture that is drawn where they are not installed. */
	fontStyles?: string;
}

/** Width and height in px of each form. */
export const IMAGE_SIZES: Record<ImageForm, { width: number; height: number }> = {
	wide: { width: 1200, height: 675 },
	square: { width: 1080, height: 1080 },
	small: { width: 320, height: 180 }
};

/** Pixels of a PNG for each px of its picture. */
export const IMAGE_DENSITY = 2;

/** px that stay empty along every edge, so that a preview that crops a little loses nothing. */
export const SAFE_MARGIN = 40;

/** Something with a height that can be drawn with its upper left corner at a place. */
export interface Block {
	height: number;
	draw: (x: number, y: number) => string;
}
