import { timeField } from '../../charts/context.ts';
import { formatNumber, formatShare } from '../../words/numbers.ts';
import { m } from '../../words/index.ts';
import { lowerFirst } from '../../charts/words/values.ts';
import { breakBetween, chartName, countedAs, drawn, periodOf, quoteOf } from './parts.ts';
import { neighbours } from './trend.ts';
import type { ExampleFinder } from './types.ts';

/** The smallest rise that somebody would write about. */
const SMALLEST_RISE = 0.05;

/** A rise of the newest year that may be compared, taken for a rise of what is reported. */
export const causeExample: ExampleFinder = (view) => {
	const { context, layout } = drawn(view);
	// A total since the start always rises.
	if (timeField(context)?.type === 'date') return undefined;
	const [pair] = neighbours(context, layout);
	if (!pair || pair.before.value === 0 || growth(pair.before, pair.after) < SMALLEST_RISE) return undefined;
	const { before, after, name } = pair;
	if (countedAs(context, before) !== countedAs(context, after)) return undefined;
	if (breakBetween(context, before, after)) return undefined;
	const words = {
		name: lowerFirst(name),
		share: formatShare(growth(before, after), context.locale),
		from: formatNumber(before.value, context.locale),
		to: formatNumber(after.value, context.locale),
		before: periodOf(context, before),
		after: periodOf(context, after)
	};
	return {
		kind: 'cause',
		wrong: m.press_wrong_cause(words),
		why: m.press_why_cause(words),
		right: quoteOf(view),
		chart: chartName(view)
	};
};

function growth(before: { value: number }, after: { value: number }): number {
	return (after.value - before.value) / before.value;
}
