import { m } from '../../words/index.ts';
import { turnedMark } from './textMark.ts';
import { joinYears } from './time.ts';
import type { Panel } from './types.ts';

/** Draws a pale band with "no figure" over each stretch of years without one. */
export function gapBands(
	panel: Panel,
	missing: number[],
	xOf: (at: number) => number,
	top: number,
	bottom: number
) {
	for (const run of joinYears(missing)) {
		const box = { x0: xOf(run.from - 0.5), x1: xOf(run.to + 0.5), y0: top, y1: bottom };
		panel.bands.push({ ...box, tone: 'gap' });
		panel.texts.push(turnedMark((box.x0 + box.x1) / 2, bottom - 8, m.charts_gap_label()));
	}
}
