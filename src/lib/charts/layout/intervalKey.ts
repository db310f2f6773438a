import { SMALL_COUNT } from '../../stats/index.ts';
import { m } from '../../words/index.ts';
import { shapePath } from './shapes.ts';
import type { ChartLayout, Hue } from './types.ts';

/** What a mark of limits, averages or low reliability means. */
export interface IntervalEntry {
	label: string;
	/** A sample in a box of 28 by 14 px; absent where words say it all. */
	sample?: {
		d: string;
		look: 'line' | 'thin' | 'area' | 'hollow';
		dash: string;
		hue: Hue;
	};
	/** Left out where labels stand at the lines' ends. */
	isSeries: boolean;
}

const ROW = 'M0 7H28';
const WHISKER = 'M2 7H26M2 4V10M26 4V10';
const ARROW = 'M2 7H26M20 3L26 7L20 11';
const BOX = 'M0 2H28V12H0Z';

/** The entries of a key that are no series of the answer, in the order of the marks. */
export function intervalKey(layout: ChartLayout): IntervalEntry[] {
	const { average, facts, panels, series } = layout;
	const hue = series[0]?.hue ?? 1;
	const entry = (
		label: string,
		d: string,
		look: 'line' | 'thin' | 'area' | 'hollow',
		own: Hue = hue,
		dash = ''
	): IntervalEntry => ({ label, sample: { d, look, dash, hue: own }, isSeries: false });
	const hasBand = panels.some((panel) => panel.small && panel.paths.some(({ tone }) => tone === 'area'));
	const hasHollow = panels.some(({ dots }) => dots.some((dot) => dot.hollow && !dot.hidden));
	return [
		...(average ? [{ ...entry(average.label, ROW, 'line', average.hue), isSeries: true }] : []),
		...(facts.limits?.shown ? [entry(m.intervals_key_limits(), WHISKER, 'thin')] : []),
		...(hasBand ? [entry(m.intervals_key_band(), BOX, 'area')] : []),
		...(hasHollow ? [entry(m.intervals_key_low({ count: SMALL_COUNT }), shapePath('circle'), 'hollow')] : []),
		...(facts.funnel
			? [
					entry(m.intervals_funnel_key_average(), ROW, 'line', 6),
					entry(m.intervals_funnel_key_95(), ROW, 'thin', 6),
					entry(m.intervals_funnel_key_998(), ROW, 'thin', 6, '6 4'),
					entry(m.intervals_funnel_key_wide(), BOX, 'area', 6)
				]
			: []),
		...(facts.limits?.cut ? [entry(m.intervals_key_cut(), ARROW, 'thin')] : []),
		...(facts.small ? [{ label: scaleWords(facts.small.scale), isSeries: false }] : [])
	];
}

function scaleWords(line: string | null): string {
	return line === null ? m.intervals_key_own_scales() : m.intervals_key_one_scale({ value: line });
}
