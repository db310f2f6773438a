import { placeKit } from '../kit.ts';
import type { ChartLayout } from '../layout/types.ts';

/** How far from a mark a pointer may be, in px. */
const REACH = 28;

/**
 * The datum under or nearest to a pointer, else null. `plots`: for each panel the plot's left edge and
 * width and the panel's top, of a map its height too, in the px in which `at` is given.
 */
export function nearestDatum(
	layout: ChartLayout,
	plots: ({ left: number; top: number; width: number; height?: number } | null)[],
	at: { x: number; y: number }
): number | null {
	if (layout.map) return placeAt(layout, plots, at);
	let best: number | null = null;
	let least = REACH;
	layout.data.forEach((datum, index) => {
		const plot = plots[datum.panel];
		if (!plot) return;
		const { x0, x1, y0, y1 } = datum.box;
		// Along a horizontal bar the whole row counts.
		const right = layout.kind === 'bar' ? 1 : x1;
		const across = Math.max(plot.left + x0 * plot.width - at.x, 0, at.x - plot.left - right * plot.width);
		const down = Math.max(plot.top + y0 - at.y, 0, at.y - plot.top - y1);
		const distance = Math.hypot(across, down);
		if (distance < least) {
			least = distance;
			best = index;
		}
	});
	return best;
}

function placeAt(
	layout: ChartLayout,
	plots: ({ left: number; top: number; width: number; height?: number } | null)[],
	at: { x: number; y: number }
): number | null {
	for (const [index, plot] of plots.entries()) {
		const map = layout.panels[index]?.map;
		if (!map || !plot?.height) continue;
		const inside = { x: at.x - plot.left, y: at.y - plot.top };
		const found = placeKit().nearestPlace(map, inside, { width: plot.width, height: plot.height });
		if (found) return found.datum;
	}
	return null;
}
