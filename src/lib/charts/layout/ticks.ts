import { BROAD_PANEL, NARROW_PANEL, WIDE_PANEL, plotWidth, startOf } from './panel.ts';
import { textWidth } from './text.ts';
import type { Panel, TickMark, Width } from './types.ts';

/** A place on the axis and its words. */
export interface Place {
	x: number;
	label: string;
	/** Its height in px, where not all stand on one line. */
	y?: number;
}

const SIZE = 12.5;
const BETWEEN = 10;
/** px between labels that stand one above the other. */
const LINE = 15;

/**
 * The widths at which each of some labels on one line has room beside the others. From the last one back, a
 * label is kept where it fits in the panel; a wider panel keeps all that a narrower one has, and adds more.
 */
export function labelWidths(panel: Panel, places: Place[], between = BETWEEN): (Width | 'never')[] {
	const kept: (Width | 'never')[] = places.map(() => 'never');
	const tiers = [
		['all', NARROW_PANEL],
		['wide', WIDE_PANEL],
		['broad', BROAD_PANEL]
	] as const;
	for (const [tier, width] of tiers) {
		const plot = plotWidth(panel, width);
		for (let index = places.length - 1; index >= 0; index--) {
			if (kept[index] !== 'never') continue;
			const place = places[index];
			if (!place || !inside(panel, place, plot, width)) continue;
			const fits = places.every(
				(other, at) => at === index || kept[at] === 'never' || apart(place, other, plot, between)
			);
			if (fits) kept[index] = tier;
		}
	}
	return kept;
}

/** Whether a label stays in a panel of `width` px. */
function inside(panel: Panel, place: Place, plot: number, width: number): boolean {
	const from = startOf(panel, width) + left(place, plot);
	return from >= 0 && from + textWidth(place.label, SIZE) <= width;
}

function apart(one: Place, other: Place, plot: number, between: number): boolean {
	if (one.y !== undefined && other.y !== undefined && Math.abs(one.y - other.y) >= LINE) return true;
	const [a, b] = one.x < other.x ? [one, other] : [other, one];
	return left(b, plot) - left(a, plot) - textWidth(a.label, SIZE) >= between;
}

/** px of a label's left edge; at the plot's own edges labels stay inside. */
function left(place: Place, plot: number): number {
	const width = textWidth(place.label, SIZE);
	return place.x * plot - width * (place.x === 0 ? 0 : place.x === 1 ? 1 : 0.5);
}

/** Ticks of a panel whose paddings are set; each label is shown at the widths at which it has room. */
export function tickMarks(panel: Panel, places: Place[], y: number): TickMark[] {
	const widths = labelWidths(panel, places);
	return places.map((place, index) => {
		const anchor = place.x === 0 ? 'start' : place.x === 1 ? 'end' : 'middle';
		return { ...place, y, anchor, width: widths[index] ?? 'never' };
	});
}
