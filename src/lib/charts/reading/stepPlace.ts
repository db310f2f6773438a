import type { Datum } from '../layout/types.ts';

const DIRECTIONS: Record<string, { x: number; y: number }> = {
	ArrowLeft: { x: -1, y: 0 },
	ArrowRight: { x: 1, y: 0 },
	ArrowUp: { x: 0, y: -1 },
	ArrowDown: { x: 0, y: 1 }
};

/** px-free measure of "in the same row or column": boxes of tiles are fractions. */
const SAME = 0.005;

/**
 * Where an arrow leads from a place of a map, or null if the key means nothing here. Shapes follow one another
 * in alphabetical order. Tiles lead to the next one in their row or column, beyond gaps; where there is none, to the
 * nearest one that lies in that direction, then to the same place of the next map.
 */
export function stepPlace(
	data: Datum[],
	from: number | null,
	key: string,
	kind: 'tile-map' | 'map'
): number | null {
	const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined;
	if (!direction) return null;
	const current = from === null ? undefined : data[from];
	if (from === null || !current) return 0;
	if (kind === 'map') {
		return Math.max(0, Math.min(data.length - 1, from + direction.x + direction.y));
	}
	return (
		nextTile(data, current, direction) ?? sameElsewhere(data, current, direction.x + direction.y) ?? from
	);
}

function nextTile(data: Datum[], current: Datum, direction: { x: number; y: number }): number | undefined {
	const middle = ({ box }: Datum) => ({ x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 });
	const { box } = current;
	// Rows and columns count alike, whatever the ratio of the map is.
	const cell = { x: box.x1 - box.x0 || 1, y: box.y1 - box.y0 || 1 };
	const start = middle(current);
	const ahead = data.flatMap((datum, index) => {
		if (datum.panel !== current.panel || datum === current) return [];
		const place = middle(datum);
		const [dx, dy] = [(place.x - start.x) / cell.x, (place.y - start.y) / cell.y];
		const along = dx * direction.x + dy * direction.y;
		const beside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
		if (along <= SAME || beside > along + SAME) return [];
		return [{ index, inLine: beside <= SAME, away: along + beside }];
	});
	ahead.sort((a, b) => Number(b.inLine) - Number(a.inLine) || a.away - b.away);
	return ahead[0]?.index;
}

function sameElsewhere(data: Datum[], current: Datum, by: number): number | undefined {
	const found = data.findIndex(
		({ panel, position }) => panel === current.panel + by && position === current.position
	);
	return found < 0 ? undefined : found;
}
