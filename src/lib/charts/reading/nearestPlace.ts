import type { AreaMark, PanelMap } from '../layout/mapTypes.ts';
import { isInside, ringsOf } from '../layout/outline.ts';

/** How far beside a place a pointer may be, in px; a disc is as large as this. */
const REACH = 20;
const DISC = 6;

/**
 * The place under a pointer, else the nearest one within reach; null beyond it.
 * @param at px from the map's upper left corner
 * @param size px of the map
 */
export function nearestPlace(
	map: PanelMap,
	at: { x: number; y: number },
	size: { width: number; height: number }
): AreaMark | null {
	const away = (area: AreaMark) => Math.hypot(area.at.x * size.width - at.x, area.at.y * size.height - at.y);
	const point = [map.left + (at.x / size.width) * map.width, (at.y / size.height) * map.height] as const;
	const under =
		map.areas.find((area) => area.tiny && away(area) <= DISC) ??
		map.areas.find((area) => area.d !== null && isInside(ringsOf(area.d), point));
	if (under) return under;
	let best: AreaMark | null = null;
	let least = REACH;
	for (const area of map.areas) {
		const distance = area.d === null ? beside(area, at, size) : away(area);
		if (distance < least) [best, least] = [area, distance];
	}
	return best;
}

/** px from a tile's edge; 0 inside. */
function beside(
	{ box }: AreaMark,
	at: { x: number; y: number },
	size: { width: number; height: number }
): number {
	const across = Math.max(box.x0 * size.width - at.x, at.x - box.x1 * size.width, 0);
	const down = Math.max(box.y0 * size.height - at.y, at.y - box.y1 * size.height, 0);
	return Math.hypot(across, down);
}
