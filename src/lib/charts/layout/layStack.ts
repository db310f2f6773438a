import { categoryOf, valueLabel, type ChartContext } from '../context.ts';
import { add, gapFacts, known, partsOf, scalesOf } from './parts.ts';
import { columnsOf } from './stack.ts';
import { stackPanel } from './stackPanel.ts';
import { periodsOf } from './time.ts';
import type { ChartLayout, Series } from './types.ts';

/** Adds the panels of stacked columns. */
export function layStack(context: ChartContext, layout: ChartLayout) {
	const { fields } = layout;
	const isTotal = (each: Series) =>
		fields.some((field, at) => categoryOf(context, field, each.id.split('|')[at] ?? '')?.kind === 'total');
	layout.series = layout.series.filter((each) => !isTotal(each));
	const { series } = layout;
	const periods = periodsOf(context);
	const parts = partsOf(context);
	const columns = parts.map((part) => columnsOf(context, fields, series, part.rows, periods.at));
	const last = columns[0]?.at(-1);
	layout.endLabels = parts.length === 1 && !!last?.complete && last.parts.every((row) => row !== null);
	Object.assign(layout.facts, gapFacts(context, parts));
	layout.facts.partial = columns.flat().flatMap(({ complete, value, parts: own }) => {
		if (complete) return [];
		const names = own.flatMap((row, at) => (row?.value == null ? [] : (series[at]?.label ?? [])));
		return [{ period: valueLabel(context, context.spec.x, value), parts: names }];
	});
	const frame = { context, series, periods, endLabels: layout.endLabels };
	const sums = columns.map((own) =>
		own.map((column) => known(column.parts.flatMap((row) => row ?? [])).reduce((a, b) => a + b, 0))
	);
	const scales = scalesOf(context, sums);
	parts.forEach((part, index) => {
		const scale = scales[index];
		if (scale) add(layout, stackPanel({ ...frame, scale }, part.title, columns[index] ?? [], index));
	});
	layout.key = series.map((_, at) => at).reverse();
}
