/** A picture of at most 256 colours: an index for each pixel, and the colours as red, green, blue. */
export interface Indexed {
	indices: Uint8Array;
	colours: [number, number, number][];
}

const MOST = 256;

/**
 * Reduces opaque pixels to at most 256 colours. Areas keep their exact colour; only the in-between shades
 * at the edges of letters and lines move, by less than can be seen.
 * @param bytes four a pixel: red, green, blue and one that is ignored
 */
export function toIndexed(bytes: Uint8Array): Indexed {
	const pixels = new Uint32Array(new Uint8Array(bytes).buffer);
	const shades = countShades(pixels);
	const clusters = new Map<number, { colour: number; most: number; count: number }>();
	for (const [colour, count] of shades) {
		const key = colour & 0xf8f8f8;
		const cluster = clusters.get(key);
		if (!cluster) clusters.set(key, { colour, most: count, count });
		else {
			cluster.count += count;
			if (count > cluster.most) [cluster.colour, cluster.most] = [colour, count];
		}
	}
	const kept = [...clusters.values()].sort((a, b) => b.count - a.count).slice(0, MOST);
	const colours = kept.map(({ colour }) => parts(colour));
	const nearest = new Map([...shades.keys()].map((colour) => [colour, nearestOf(parts(colour), colours)]));
	return { indices: indicesOf(pixels, nearest), colours };
}

function countShades(pixels: Uint32Array): Map<number, number> {
	const shades = new Map<number, number>();
	let [last, run] = [pixels[0] ?? 0, 0];
	// Millions of pixels: their iterator takes several times as long as an index.
	for (let at = 0; at < pixels.length; at++) {
		const colour = pixels[at] ?? 0;
		if (colour === last) run++;
		else {
			shades.set(last, (shades.get(last) ?? 0) + run);
			[last, run] = [colour, 1];
		}
	}
	return shades.set(last, (shades.get(last) ?? 0) + run);
}

function indicesOf(pixels: Uint32Array, nearest: Map<number, number>): Uint8Array {
	const indices = new Uint8Array(pixels.length);
	let [last, index] = [-1, 0];
	for (let at = 0; at < pixels.length; at++) {
		const colour = pixels[at] ?? 0;
		if (colour !== last) [last, index] = [colour, nearest.get(colour) ?? 0];
		indices[at] = index;
	}
	return indices;
}

/** Red, green and blue of four bytes as one number, whose lowest byte comes first. */
function parts(colour: number): [number, number, number] {
	return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
}

function nearestOf(
	[red, green, blue]: [number, number, number],
	colours: [number, number, number][]
): number {
	let [best, least] = [0, Infinity];
	colours.forEach(([r, g, b], index) => {
		const away = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
		if (away < least) [best, least] = [index, away];
	});
	return best;
}
