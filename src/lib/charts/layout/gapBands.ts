import { m } from '../../words/index.ts';
import { NARROW_PANEL, WIDE_PANEL, plotWidth } from './panel.ts';
import { turnedMark } from './textMark.ts';
import { joinYears } from './time.ts';
import type { Panel } from './types.ts';

/** px between turned words and a rule; half of a line of text is in it. */
const CLEAR = 9;

/**
 * Draws a pale band with "no figure" over each stretch of years without one. The words keep clear of the
 * rules that the panel has already; where there is no room beside a rule, the band stands without words.
 */
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
		const narrow = clearPlace(panel, box, plotWidth(panel, NARROW_PANEL));
		const wide = clearPlace(panel, box, plotWidth(panel, WIDE_PANEL));
		const words = (x: number) => turnedMark(x, bottom - 8, m.charts_gap_label());
		if (narrow !== null && narrow === wide) panel.texts.push(words(narrow));
		else {
			if (narrow !== null) panel.texts.push({ ...words(narrow), width: 'narrow' });
			if (wide !== null) panel.texts.push({ ...words(wide), width: 'wide' });
		}
	}
}

/** The place nearest to a band's middle that is clear of all rules, in a plot of `width` px. */
function clearPlace(panel: Panel, { x0, x1 }: { x0: number; x1: number }, width: number): number | null {
	const middle = (x0 + x1) / 2;
	const places = [middle];
	for (let away = 2 / width; middle + away < x1; away += 2 / width) places.push(middle - away, middle + away);
	const clear = (x: number) => panel.rules.every((rule) => Math.abs(rule.x - x) * width >= CLEAR);
	return places.find(clear) ?? null;
}
