import { timeField } from '../../charts/context.ts';
import { layoutChart } from '../../charts/layout/layoutChart.ts';
import { quote } from '../quote.ts';
import { valueWords } from '../../charts/words/values.ts';
import { formatNumber } from '../../words/numbers.ts';
import { m } from '../../words/index.ts';
import { chartName, drawn, isExact, periodOf } from './parts.ts';
import type { ExampleFinder } from './types.ts';

/** A figure that a later publication replaced, quoted as if it still stood. */
export const revisedExample: ExampleFinder = (view) => {
	const { context } = drawn(view);
	const { x } = context.spec;
	if (timeField(context)?.name !== x) return undefined;
	const earlier = [...context.superseded].filter(isExact).reverse();
	for (const old of earlier) {
		const current = context.answer.rows.find(
			(row) => isExact(row) && row.key[x] === old.key[x] && isSame(row.key, old.key)
		);
		if (!isExact(current) || current.value === old.value) continue;
		const words = {
			period: periodOf(context, current),
			old: valueWords(context, { ...old, key: current.key }),
			current: formatNumber(current.value, context.locale)
		};
		const own = { ...context, answer: { ...context.answer, rows: [current] } };
		return {
			kind: 'revised',
			wrong: m.press_wrong_revised(words),
			why: m.press_why_revised(words),
			right: quote(own, layoutChart(own)),
			chart: chartName(view)
		};
	}
	return undefined;
};

/** Whether an earlier figure agrees with a row in everything that the row keeps. */
function isSame(row: Record<string, string | number>, old: Record<string, string | number>): boolean {
	return Object.entries(row).every(([field, value]) => !(field in old) || old[field] === value);
}
