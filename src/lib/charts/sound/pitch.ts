import type { Box, GridMark } from '../layout/types.ts';

/** The tone of the lowest line of the grid; the highest is two octaves above. */
const LOWEST_HERTZ = 220;
const OCTAVES = 2;
/** How far to the left and right a line begins and ends. */
const MOST_PAN = 0.8;

/** The scale of a panel as heights of tones. */
export interface PitchScale {
	leastLabel: string;
	mostLabel: string;
	/** The tone of a point of the plot. */
	toneAt: (box: Box) => { hertz: number; pan: number };
}

/**
 * Tones for the grid of a panel: equal steps of the scale are equal musical steps, so that heights are heard as they
 * are seen. Null where there are not two lines to measure by.
 */
export function scaleOf(grid: GridMark[]): PitchScale | null {
	const sorted = [...grid].sort((a, b) => b.y - a.y);
	const [least, most] = [sorted[0], sorted.at(-1)];
	if (!least || !most || least.y === most.y) return null;
	return {
		leastLabel: least.label,
		mostLabel: most.label,
		toneAt: ({ x0, y0 }) => ({
			hertz: LOWEST_HERTZ * 2 ** (OCTAVES * ((least.y - y0) / (least.y - most.y))),
			pan: (x0 * 2 - 1) * MOST_PAN
		})
	};
}
