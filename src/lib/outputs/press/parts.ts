import { chartContext, measuresOf, valueLabel, type ChartContext } from '../../charts/context.ts';
import { layoutChart } from '../../charts/layout/layoutChart.ts';
import { momentOf, startOfPeriod } from '../../charts/layout/time.ts';
import type { ChartLayout } from '../../charts/layout/types.ts';
import type { ChartView } from '../../charts/types.ts';
import { unitWords } from '../../charts/words/values.ts';
import type { CubeAnswer, CubeRow } from '../../cube/types.ts';
import { fieldByRole, localized } from '../../package/labels.ts';
import type { Break } from '../../package/types.ts';
import { quote } from '../quote.ts';

/** A chart with an answer, laid out. */
export interface Drawn {
	context: ChartContext;
	layout: ChartLayout;
}

/** A chart as it was built, or with another answer. */
export function drawn(view: ChartView, answer?: CubeAnswer): Drawn {
	const context = chartContext(view, answer);
	return { context, layout: layoutChart(context) };
}

/** The quote of a chart with another answer. */
export function quoteOf(view: ChartView, answer?: CubeAnswer): string {
	const { context, layout } = drawn(view, answer);
	return quote(context, layout);
}

/** How an example names its chart. */
export function chartName(view: ChartView): { id: string; title: string } {
	return { id: view.spec.id, title: localized(view.spec.title) };
}

/** Whether a row has a number that may be compared and added: neither qualified nor marked. */
export function isExact(row: CubeRow | undefined): row is CubeRow & { value: number } {
	return row?.value != null && row.status === '' && (!row.qualifier || row.qualifier === 'exact');
}

/** Basis, unit and measure: figures that differ in one of them are not compared. */
export function countedAs(context: ChartContext, row: CubeRow): string {
	const basis = fieldByRole(context.resource, 'basis')?.name;
	return [basis && row.key[basis], unitWords(context, row), measuresOf(context, [row]).join()].join('|');
}

/** A period of the time axis in words. */
export function periodOf(context: ChartContext, row: CubeRow): string {
	return valueLabel(context, context.spec.x, row.key[context.spec.x]);
}

/** The first break that forbids to compare the figures of two periods; undefined where they may be. */
export function breakBetween(context: ChartContext, before: CubeRow, after: CubeRow): Break | undefined {
	const { x } = context.spec;
	const [from, to] = [before, after].map((row) => startOfPeriod(context, row.key[x] ?? ''));
	if (from == null || to == null) return undefined;
	return context.answer.breaks.find((entry) => {
		const [start, end] = [momentOf(entry.from), entry.to === undefined ? null : momentOf(entry.to)];
		if (entry.comparableAcross || start === null || start >= to + 1) return false;
		return end === null ? start > from : end >= from;
	});
}
