import type { Grid } from './grid.ts';

/** The same numbers each time, from 0 to 1. */
export function randomFrom(seed: number): () => number {
	let state = (seed * 2654435761) % 2147483647 || 1;
	return () => {
		state = (state * 48271) % 2147483647;
		return state / 2147483647;
	};
}

const below = (random: () => number, limit: number) => Math.floor(random() * limit);

/** Counts as hotlines have them: many small, some zero, a few large. */
function countOf(random: () => number): number {
	const kind = random();
	if (kind < 0.1) return 0;
	if (kind < 0.35) return 1 + below(random, 12);
	return 5 + below(random, kind < 0.9 ? 60 : 400);
}

function counts(random: () => number, dimensions: Grid['dimensions']): Grid['count'] {
	const made = new Map<string, number>();
	return (place) => {
		const key = place.join();
		const value = made.get(key) ?? countOf(random);
		made.set(key, value);
		return dimensions.length > 0 ? value : 0;
	};
}

/** Makes every count at once, so that the order in which they are asked for does not matter. */
function settled(grid: Grid): Grid {
	const walk = (place: number[]): void => {
		const next = grid.dimensions[place.length];
		if (!next) return void grid.count(place);
		for (let index = 0; index < next[1]; index++) walk([...place, index]);
	};
	walk([]);
	return grid;
}

/** A two-way table, a three-way one, or two two-way tables that share the totals of one dimension. */
export function randomGrids(seed: number): Grid[] {
	const random = randomFrom(seed + 1);
	const size = (most: number) => 2 + below(random, most - 1);
	if (seed % 3 === 0) {
		const dimensions: Grid['dimensions'] = [
			['a', size(5)],
			['b', size(5)]
		];
		return [settled({ dimensions, count: counts(random, dimensions) })];
	}
	if (seed % 3 === 1) {
		const dimensions: Grid['dimensions'] = [
			['a', size(3)],
			['b', size(3)],
			['c', size(3)]
		];
		return [settled({ dimensions, count: counts(random, dimensions) })];
	}
	const [shared, b, c] = [size(4), size(4), size(3)];
	const first: Grid = {
		name: 'first',
		dimensions: [
			['a', shared],
			['b', b]
		],
		count: () => 0
	};
	const one = settled({ ...first, count: counts(random, first.dimensions) });
	const sums = Array.from({ length: shared }, (_, at) =>
		Array.from({ length: b }, (_, each) => one.count([at, each]) ?? 0).reduce((sum, each) => sum + each, 0)
	);
	// The second table splits each shared total in another way.
	const split = sums.map((sum) => {
		const cuts = Array.from({ length: c - 1 }, () => below(random, sum + 1)).sort((x, y) => x - y);
		return [...cuts, sum].map((end, index) => end - (cuts[index - 1] ?? 0));
	});
	const second: Grid = {
		name: 'second',
		dimensions: [
			['a', shared],
			['c', c]
		],
		count: ([at = 0, each = 0]) => split[at]?.[each] ?? 0
	};
	return [one, second];
}
