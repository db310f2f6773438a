import { measuresOf, timeField, valueLabel, type ChartContext } from '../../charts/context.ts';
import { lowerFirst, unitWords } from '../../charts/words/values.ts';
import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { chartName, drawn, periodOf, quoteOf } from './parts.ts';
import type { ExampleFinder } from './types.ts';

/** A withheld figure, taken for none. */
export const withheldExample: ExampleFinder = (view) => {
	const { context } = drawn(view);
	const { x } = context.spec;
	const row = context.answer.rows.find(({ status }) => status === '[c]');
	if (!row || timeField(context)?.name !== x) return undefined;
	const { query } = context.answer;
	const words = { period: periodOf(context, row), counted: countedName(context, row) };
	const filters = { ...query.filters, [x]: [row.key[x] ?? ''] };
	const answer = { ...context.answer, query: { ...query, filters }, rows: [row], withheld: 1 };
	return {
		kind: 'withheld',
		wrong: m.press_wrong_withheld(words),
		why: m.press_why_withheld(),
		right: quoteOf(view, answer),
		chart: chartName(view)
	};
};

/** What a row counts: its measure where the table has one, else its unit. */
function countedName(context: ChartContext, row: CubeRow): string {
	const field = fieldByRole(context.resource, 'measure')?.name;
	const [measure] = field ? measuresOf(context, [row]) : [];
	return field && measure !== undefined
		? lowerFirst(valueLabel(context, field, measure))
		: unitWords(context, row);
}
