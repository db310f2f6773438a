/** A point in the units of a map. */
export type Point = readonly [x: number, y: number];

/** The closed lines of a shape; an inner one cuts a hole. */
export type Rings = readonly (readonly Point[])[];

const known = new Map<string, Rings>();

/**
 * The rings of an SVG path of straight lines. Curves are taken by their points, which is near enough to find
 * a shape under a pointer.
 */
export function ringsOf(d: string): Rings {
	let rings = known.get(d);
	if (!rings) known.set(d, (rings = parse(d)));
	return rings;
}

function parse(d: string): Point[][] {
	const rings: Point[][] = [];
	let [x, y] = [0, 0];
	for (const [, command = '', list = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
		const numbers = (list.match(/-?(?:\d*\.)?\d+(?:e-?\d+)?/gi) ?? []).map(Number);
		const isRelative = command === command.toLowerCase();
		const kind = command.toUpperCase();
		if (kind === 'Z') [x, y] = rings.at(-1)?.[0] ?? [x, y];
		const along = kind === 'H' || kind === 'V' ? 1 : 2;
		for (let at = 0; at + along <= numbers.length; at += along) {
			const [one = 0, two = 0] = numbers.slice(at, at + along);
			const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
			if (kind !== 'V') x = fromX + one;
			if (kind !== 'H') y = fromY + (kind === 'V' ? one : two);
			if (kind === 'M' && at === 0) rings.push([]);
			rings.at(-1)?.push([x, y]);
		}
	}
	return rings.filter((ring) => ring.length > 1);
}

/** Whether a point lies inside, holes being outside. */
export function isInside(rings: Rings, [x, y]: Point): boolean {
	let inside = false;
	for (const ring of rings) {
		ring.forEach(([x1, y1], at) => {
			const [x0, y0] = ring[at === 0 ? ring.length - 1 : at - 1] ?? [x1, y1];
			if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
		});
	}
	return inside;
}

/** The smallest box around all rings. */
export function extentOf(rings: Rings): { x0: number; x1: number; y0: number; y1: number } {
	let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const [x, y] of rings.flat()) {
		[x0, x1] = [Math.min(x0, x), Math.max(x1, x)];
		[y0, y1] = [Math.min(y0, y), Math.max(y1, y)];
	}
	return { x0, x1, y0, y1 };
}

/** A middle of a shape that lies inside it, and how far its edge is from there. */
export interface Middle {
	at: Point;
	radius: number;
}

const middles = new WeakMap<Rings, Middle>();
/** Cells of the first grid across the longer side, and how often the best cell is divided again. */
const CELLS = 14;
const ROUNDS = 4;

/** The point of the largest ring that is farthest from every edge, nearly. */
export function middleOf(rings: Rings): Middle {
	let middle = middles.get(rings);
	if (!middle) middles.set(rings, (middle = findMiddle(rings)));
	return middle;
}

function findMiddle(rings: Rings): Middle {
	const largest = [...rings].sort((a, b) => area(b) - area(a))[0] ?? [];
	const { x0, x1, y0, y1 } = extentOf([largest]);
	let best: Middle = { at: [(x0 + x1) / 2, (y0 + y1) / 2], radius: -Infinity };
	let size = Math.max(x1 - x0, y1 - y0) / CELLS;
	if (!(size > 0)) return { at: largest[0] ?? [0, 0], radius: 0 };
	let [left, right, top, bottom] = [x0, x1, y0, y1];
	for (let round = 0; round < ROUNDS; round++) {
		for (let x = left + size / 2; x < right; x += size) {
			for (let y = top + size / 2; y < bottom; y += size) {
				const away = distance(largest, [x, y]);
				const radius = isInside(rings, [x, y]) ? away : -away;
				if (radius > best.radius) best = { at: [x, y], radius };
			}
		}
		const [x, y] = best.at;
		[left, right, top, bottom] = [x - size, x + size, y - size, y + size];
		size /= 3;
	}
	return { at: best.at, radius: Math.max(best.radius, 0) };
}

function area(ring: readonly Point[]): number {
	return Math.abs(
		ring.reduce((sum, [x, y], at) => {
			const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
			return sum + x * nextY - nextX * y;
		}, 0) / 2
	);
}

function distance(ring: readonly Point[], [x, y]: Point): number {
	let least = Infinity;
	ring.forEach(([x1, y1], at) => {
		const [x0, y0] = ring[at === 0 ? ring.length - 1 : at - 1] ?? [x1, y1];
		const [dx, dy] = [x1 - x0, y1 - y0];
		const length = dx * dx + dy * dy;
		const part = length ? Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length)) : 0;
		least = Math.min(least, Math.hypot(x - x0 - part * dx, y - y0 - part * dy));
	});
	return least;
}
