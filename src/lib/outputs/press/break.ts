import { valuesOf } from '../../charts/context.ts';
import { formatNumber } from '../../words/numbers.ts';
import { m } from '../../words/index.ts';
import { inWords } from '../../charts/words/values.ts';
import { breakBetween, chartName, countedAs, drawn, periodOf, quoteOf } from './parts.ts';
import { neighbours } from './trend.ts';
import type { ExampleFinder } from './types.ts';

/** Two figures on either side of a change in counting, compared as if nothing had changed. */
export const breakExample: ExampleFinder = (view) => {
	const { context, layout } = drawn(view);
	for (const { name, before, after } of neighbours(context, layout)) {
		const cut = breakBetween(context, before, after);
		if (!cut || cut.to !== undefined || before.value === after.value) continue;
		if (countedAs(context, before) !== countedAs(context, after)) continue;
		const words = {
			name,
			from: formatNumber(before.value, context.locale),
			to: formatNumber(after.value, context.locale),
			before: periodOf(context, before),
			after: periodOf(context, after)
		};
		const order = valuesOf(context, context.spec.x);
		const last = order.indexOf(after.key[context.spec.x] ?? '');
		const rows = context.answer.rows.filter((row) => order.indexOf(row.key[context.spec.x] ?? '') <= last);
		return {
			kind: 'break',
			wrong: after.value > before.value ? m.press_wrong_break_up(words) : m.press_wrong_break_down(words),
			why: inWords(context, cut.text),
			right: quoteOf(view, { ...context.answer, rows }),
			chart: chartName(view)
		};
	}
	return undefined;
};
