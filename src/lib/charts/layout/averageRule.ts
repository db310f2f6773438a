import { m } from '../../words/index.ts';
import { markWords } from '../words/values.ts';
import { averageName } from './average.ts';
import { placeBreakLabels } from './breaks.ts';
import type { DotFrame } from './dot.ts';
import { END_STEPS, NARROW_PANEL, WIDE_PANEL, plotWidth } from './panel.ts';
import { textMark } from './textMark.ts';
import type { Panel, Width } from './types.ts';

const LABEL_LINE = 18;

/**
 * A grey rule at the average of a row's values with its name above; the caller ends it below the rows.
 * @returns px that the name takes; 0 where there is no average
 */
export function averageRule({ context, scale, average }: DotFrame, panel: Panel): number {
	if (!average) return 0;
	const x = (average.value ?? 0) / scale.top;
	const label = m.intervals_average_value({
		name: averageName(context),
		value: markWords(average, context.locale)
	});
	const labels = (['wide', 'narrow'] as const).map((width: Width) => {
		const px = width === 'wide' ? WIDE_PANEL : NARROW_PANEL;
		return { width, label: placeBreakLabels([{ x, label }], plotWidth(panel, px), 0, END_STEPS[0])[0] };
	});
	const most = Math.max(...labels.map((each) => each.label?.lines.length ?? 0));
	for (const { width, label: each } of labels) {
		if (!each) continue;
		const { lines, anchor } = each;
		const y = 12 + (most - lines.length) * LABEL_LINE;
		panel.texts.push(textMark({ x, dx: anchor === 'start' ? 4 : -4, y, anchor, lines, tone: 'soft', width }));
		panel.rules.push({ x, y0: y - 10, y1: y, width, comparable: false });
	}
	return most * LABEL_LINE + 8;
}
