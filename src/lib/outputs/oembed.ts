import { chartPaths, FRAME_SANDBOX } from './addresses.ts';
import { IMAGE_DENSITY, IMAGE_SIZES } from './image/types.ts';
import { escapeXml } from './markup.ts';

/** Width in px that consumers reckon with; the frame itself fills whatever column it stands in. */
export const OEMBED_WIDTH = 700;

/** Size of a chart's picture in px, as the image file has it. */
export const PICTURE = {
	width: IMAGE_SIZES.wide.width * IMAGE_DENSITY,
	height: IMAGE_SIZES.wide.height * IMAGE_DENSITY
};

const DAY = 86_400;

/** What an oEmbed answer is made from. */
export interface OEmbedInput {
	/** Address of the site, with its path, without a slash at the end. */
	address: string;
	id: string;
	/** What the chart shows, without a number. */
	title: string;
	siteTitle: string;
	publisher: string;
	/** Of the embed at `OEMBED_WIDTH`, in px. */
	height: number;
}

/** An answer of type `rich` as oEmbed 1.0 defines it. */
export interface OEmbed {
	type: 'rich';
	version: '1.0';
	title: string;
	author_name: string;
	provider_name: string;
	provider_url: string;
	/** How long a consumer may keep the answer, in seconds. */
	cache_age: number;
	thumbnail_url: string;
	thumbnail_width: number;
	thumbnail_height: number;
	html: string;
	width: number;
	height: number;
}

/**
 * The oEmbed answer of a chart. A file cannot obey `maxwidth`, so the frame takes the width of its place.
 * Consumers that do not know the site drop `style`, `loading` and `sandbox` and put in their own: the
 * frame needs none of them to look right.
 */
export function oembed({ address, id, title, siteTitle, publisher, height }: OEmbedInput): OEmbed {
	const paths = chartPaths(id);
	const attributes = {
		src: address + paths.embed,
		title: `${title} – ${siteTitle}`,
		width: '100%',
		height: String(height),
		frameborder: '0',
		scrolling: 'auto',
		loading: 'lazy',
		style: 'border:0',
		sandbox: FRAME_SANDBOX
	};
	const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(value)}"`);
	return {
		type: 'rich',
		version: '1.0',
		title,
		author_name: publisher,
		provider_name: siteTitle,
		provider_url: `${address}/`,
		cache_age: DAY,
		thumbnail_url: address + paths.png,
		thumbnail_width: PICTURE.width,
		thumbnail_height: PICTURE.height,
		html: `<iframe ${written.join(' ')}></iframe>`,
		width: OEMBED_WIDTH,
		height
	};
}
