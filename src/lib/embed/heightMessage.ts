/** Heights that a host page gives a frame, in px: lower is unreadable, higher would bury the page. */
const LOWEST = 100;
const HIGHEST = 5000;

const TYPE = 'hotline-chart:height';

/** What an embed tells its host when its height has changed. */
export interface HeightMessage {
	type: typeof TYPE;
	version: 1;
	/** ID of the chart. */
	id: string;
	/** Height of the whole document, in px, an integer. */
	height: number;
}

/**
 * One height in the four shapes that hosts know, each to be sent with `postMessage(message, '*')`:
 * our own, Datawrapper's, AMP's and Medium's.
 * @param id ID of the chart
 * @param height height of the document in px; fractions are rounded up, so that nothing is cut
 * @param src address of the embed as its host wrote it
 */
export function heightMessages(
	id: string,
	height: number,
	src: string
): [
	HeightMessage,
	{ 'datawrapper-height': Record<string, number> },
	{ sentinel: 'amp'; type: 'embed-size'; height: number },
	string
] {
	const whole = Math.ceil(height);
	return [
		{ type: TYPE, version: 1, id, height: whole },
		{ 'datawrapper-height': { [id]: whole } },
		{ sentinel: 'amp', type: 'embed-size', height: whole },
		JSON.stringify({ src, context: 'iframe.resize', height: whole })
	];
}

/**
 * The height in a message of our own shape, in px, unclamped.
 * @param data whatever some window sent
 * @returns undefined for every other shape, and for a height that is no positive, finite number
 */
export function readHeight(data: unknown): number | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const { type, version, height } = data as Partial<Record<string, unknown>>;
	const isHeight = typeof height === 'number' && isFinite(height) && height > 0;
	return type === TYPE && version === 1 && isHeight ? height : undefined;
}

/** A height within what a frame may have, in whole px. */
export function clampHeight(height: number): number {
	return Math.ceil(Math.min(HIGHEST, Math.max(LOWEST, height)));
}
