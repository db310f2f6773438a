import bold from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?inline';
import sans from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?inline';
import serif from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?inline';

const face = (family: string, weight: number, address: string) =>
	`@font-face{font-family:'${family}';font-weight:${weight};src:url(${address}) format('woff2')}`;

/** A style sheet with the fonts of the pictures inside, for a picture that is drawn without the page's own. */
export const FONT_STYLES = [
	face('Source Sans 3', 400, sans),
	face('Source Sans 3', 600, bold),
	face('Source Serif 4', 600, serif)
].join('');
