import { categoryOf, timeField, type ChartContext } from '../../charts/context.ts';
import { breakdownsOf } from '../../charts/words/notes.ts';
import { inWords, unitWords } from '../../charts/words/values.ts';
import type { CubeRow } from '../../cube/types.ts';
import { formatNumber } from '../../words/numbers.ts';
import { m } from '../../words/index.ts';
import { chartName, countedAs, drawn, isExact, quoteOf } from './parts.ts';
import type { Ask, ExampleFinder } from './types.ts';

/** The groups of a breakdown added up, although they overlap, against the total that was published. */
export const sumExample: ExampleFinder = (view, ask) => {
	const { context } = drawn(view);
	for (const { dimension, reason } of breakdownsOf(context)) {
		for (const parts of partsOf(context, dimension)) {
			const [first] = parts;
			if (!first || parts.length < 2 || !parts.every(isExact)) continue;
			const sum = parts.reduce((total, row) => total + (row.value ?? 0), 0);
			const total = publishedTotal(context, dimension, first, ask);
			if (!isExact(total) || total.value === sum) continue;
			const words = {
				sum: formatNumber(sum, context.locale),
				total: formatNumber(total.value, context.locale),
				unit: unitWords(context, first),
				count: parts.length
			};
			return {
				kind: 'sum',
				wrong: m.press_wrong_sum(words),
				why: [m.press_why_sum(words), inWords(context, reason)].join(' '),
				right: quoteOf(view),
				chart: chartName(view)
			};
		}
	}
	return undefined;
};

/** Everything but the breakdown's own value. */
function others(context: ChartContext, dimension: string, row: CubeRow): string {
	const { [dimension]: _, ...rest } = row.key;
	return JSON.stringify([Object.entries(rest).sort(), countedAs(context, row)]);
}

/** The groups that stand beside one another, newest first: totals and groups that contain others left out. */
function partsOf(context: ChartContext, dimension: string): CubeRow[][] {
	const time = timeField(context)?.name;
	const sets = new Map<string, CubeRow[]>();
	for (const row of context.answer.rows) {
		const kind = categoryOf(context, dimension, row.key[dimension] ?? '')?.kind;
		if (kind === 'total' || kind === 'composite') continue;
		const key = others(context, dimension, row);
		sets.set(key, [...(sets.get(key) ?? []), row]);
	}
	const periodOf = (rows: CubeRow[]) => String((time && rows[0]?.key[time]) ?? '');
	return [...sets.values()].sort((a, b) => (periodOf(a) < periodOf(b) ? 1 : -1));
}

/** The total over the breakdown: in the chart itself, or as the table answers without the breakdown. */
function publishedTotal(
	context: ChartContext,
	dimension: string,
	part: CubeRow,
	ask: Ask
): CubeRow | undefined {
	const wanted = others(context, dimension, part);
	const { query } = context.answer;
	const { [dimension]: _, ...filters } = query.filters ?? {};
	const dimensions = query.dimensions.filter((name) => name !== dimension);
	const asked = ask({ ...query, dimensions, filters });
	const own = context.answer.rows.filter(
		(row) => categoryOf(context, dimension, row.key[dimension] ?? '')?.kind === 'total'
	);
	return [...own, ...(asked?.rows ?? [])].find((row) => others(context, dimension, row) === wanted);
}
