import { NARROW_PANEL, WIDE_PANEL, plotWidth } from './panel.ts';
import { textWidth } from './text.ts';
import type { Panel, TickMark } from './types.ts';

/** A place on the axis and its words. */
export interface Place {
	x: number;
	label: string;
}

/** Which labels fit side by side in `width` px: the last one always, then every n-th before it. */
export function fittingLabels(places: Place[], width: number): boolean[] {
	const widest = Math.max(0, ...places.map((place) => textWidth(place.label, 12.5))) + 8;
	for (let step = 1; step < Math.max(2, places.length); step++) {
		const kept = places.filter((_, index) => (places.length - 1 - index) % step === 0);
		const fits = kept.every((place, index) => {
			const next = kept[index + 1];
			return !next || (next.x - place.x) * width >= widest;
		});
		if (fits) return places.map((_, index) => (places.length - 1 - index) % step === 0);
	}
	return places.map((_, index) => index === places.length - 1);
}

/** Ticks of a panel whose paddings are set; each label is shown at the widths at which it has room. */
export function tickMarks(panel: Panel, places: Place[], y: number): TickMark[] {
	const wide = fittingLabels(places, plotWidth(panel, WIDE_PANEL));
	const narrow = fittingLabels(places, plotWidth(panel, NARROW_PANEL));
	return places.map((place, index) => {
		const width = wide[index] ? (narrow[index] ? 'all' : 'wide') : narrow[index] ? 'narrow' : 'never';
		return { ...place, y, width };
	});
}
