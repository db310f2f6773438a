/** A grid of tiles, one a place. */
export interface Tiles {
	/** Column and row by code, from 0. */
	tiles: Record<string, [number, number]>;
	/** Whether the package laid them out; else they stand in the order of the places. */
	isGeographic: boolean;
}

/** Columns of a grid that nobody laid out. */
const COLUMNS = 10;

/**
 * The tile of each place: where the package puts it, and those that it leaves out in rows below; without a
 * layout all in rows, in the order given.
 */
export function tilesOf(codes: readonly string[], given: Record<string, [number, number]> = {}): Tiles {
	const tiles: Tiles['tiles'] = {};
	const rest: string[] = [];
	for (const code of codes) {
		const tile = given[code];
		if (tile) tiles[code] = tile;
		else rest.push(code);
	}
	const placed = Object.values(tiles);
	const columns = Math.max(
		placed.length ? 0 : Math.min(COLUMNS, codes.length),
		...placed.map(([x]) => x + 1)
	);
	const below = Math.max(0, ...placed.map(([, y]) => y + 2));
	rest.forEach((code, index) => {
		tiles[code] = [index % columns, below + Math.floor(index / columns)];
	});
	return { tiles, isGeographic: placed.length > 0 };
}
