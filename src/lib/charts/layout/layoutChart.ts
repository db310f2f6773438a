import type { CubeRow } from '../../cube/types.ts';
import type { MarkKind } from '../types.ts';
import { categoryOf, seriesFields, timeField, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import { barFrame, barPanel } from './bar.ts';
import { dotPanel } from './dot.ts';
import { linePanel } from './line.ts';
import { cutRows, rowGroups } from './rows.ts';
import { valueScale } from './scale.ts';
import { seriesOf } from './series.ts';
import { columnsOf, notStackable } from './stack.ts';
import { stackPanel } from './stackPanel.ts';
import { joinYears, missingYears, periodsOf } from './time.ts';
import type { ChartLayout, Datum, Panel, Series } from './types.ts';

interface Part {
	title: string;
	rows: CubeRow[];
	superseded: CubeRow[];
}

/** From an answer to marks: pure, without DOM; every place across is a fraction of the plot's width. */
export function layoutChart(context: ChartContext): ChartLayout {
	const refused =
		context.spec.mark === 'stacked-bar' && notStackable(context, seriesFields(context, true)).length > 0;
	const kind: MarkKind = refused
		? timeField(context)?.name === context.spec.x
			? 'line'
			: 'dot'
		: context.spec.mark;
	const fields = seriesFields(context, kind === 'stacked-bar');
	const layout: ChartLayout = {
		kind,
		stackRefused: refused,
		series: seriesOf(context, fields),
		key: [],
		endLabels: false,
		data: [],
		panels: [],
		facts: {
			missing: [],
			partial: [],
			left: 0,
			denominator: commonDenominator(context.answer.rows),
			hasSuperseded: false
		}
	};
	if (!context.answer.rows.length) return layout;
	if (kind === 'line') layLines(context, fields, layout);
	else if (kind === 'stacked-bar') layStack(context, fields, layout);
	else layRows(context, fields, layout);
	layout.facts.hasSuperseded = layout.data.some((datum) => datum.superseded);
	return layout;
}

function commonDenominator(rows: CubeRow[]): number | null {
	const known = new Set(rows.map((row) => row.denominator));
	return known.size === 1 ? ([...known][0] ?? null) : null;
}

function partsOf({ spec, answer, superseded, ...context }: ChartContext): Part[] {
	const { facet } = spec;
	if (!facet) return [{ title: '', rows: answer.rows, superseded }];
	const whole = { spec, answer, superseded, ...context };
	return valuesOf(whole, facet).map((value) => ({
		title: valueLabel(whole, facet, value),
		rows: answer.rows.filter((row) => row.key[facet] === value),
		superseded: superseded.filter((row) => row.key[facet] === value)
	}));
}

/** Adds panels; `index` of a datum stays its place in `layout.data`. */
function add(layout: ChartLayout, { panel, data }: { panel: Panel; data: Datum[] }) {
	const before = layout.data.length;
	const shift = (datum: number) => datum + before;
	layout.panels.push({
		...panel,
		dots: panel.dots.map((dot) => ({ ...dot, datum: shift(dot.datum) })),
		bars: panel.bars.map((bar) => ({ ...bar, datum: bar.datum === null ? null : shift(bar.datum) }))
	});
	layout.data.push(...data);
}

function layLines(context: ChartContext, fields: string[], layout: ChartLayout) {
	const periods = periodsOf(context);
	const parts = partsOf(context);
	const values = [...context.answer.rows, ...context.superseded].flatMap((row) => row.value ?? []);
	layout.endLabels = parts.length === 1;
	layout.facts.missing = joinYears(missingYears(periods)).map((run) => run.label);
	const frame = {
		context,
		fields,
		series: layout.series,
		periods,
		scale: valueScale(values, context.locale),
		endLabels: layout.endLabels
	};
	parts.forEach((part, index) =>
		add(layout, linePanel(frame, part.title, part.rows, part.superseded, index))
	);
	if (layout.series.length > 1) layout.key = byLastValue(layout);
}

function byLastValue({ series, data }: ChartLayout): number[] {
	const last = (at: number) =>
		data.reduce<Datum | undefined>((latest, datum) => {
			if (datum.series !== at || datum.superseded || datum.row.value === null) return latest;
			return !latest || datum.position >= latest.position ? datum : latest;
		}, undefined)?.row.value ?? -1;
	return series.map((_, at) => at).sort((a, b) => last(b) - last(a) || a - b);
}

function layStack(context: ChartContext, fields: string[], layout: ChartLayout) {
	const totals = (each: Series) =>
		fields.some((field, at) => categoryOf(context, field, each.id.split('|')[at] ?? '')?.kind === 'total');
	layout.series = layout.series.filter((each) => !totals(each));
	const periods = periodsOf(context);
	const parts = partsOf(context);
	const columns = parts.map((part) => columnsOf(context, fields, layout.series, part.rows, periods.at));
	const tops = columns.flat().map((column) => column.parts.reduce((sum, row) => sum + (row?.value ?? 0), 0));
	const last = columns[0]?.at(-1);
	layout.endLabels = parts.length === 1 && !!last?.complete && last.parts.every((row) => row !== null);
	layout.facts.missing = joinYears(missingYears(periods)).map((run) => run.label);
	layout.facts.partial = columns.flat().flatMap((column) =>
		column.complete
			? []
			: [
					{
						period: valueLabel(context, context.spec.x, column.value),
						parts: column.parts.flatMap((row, at) =>
							row?.value == null ? [] : (layout.series[at]?.label ?? [])
						)
					}
				]
	);
	const frame = {
		context,
		series: layout.series,
		periods,
		scale: valueScale(tops, context.locale),
		endLabels: layout.endLabels
	};
	parts.forEach((part, index) => add(layout, stackPanel(frame, part.title, columns[index] ?? [], index)));
	layout.key = layout.series.map((_, at) => at).reverse();
}

function layRows(context: ChartContext, fields: string[], layout: ChartLayout) {
	const parts = partsOf(context).map((part) => {
		const { shown, left } = cutRows(rowGroups(context, fields, part.rows, layout.series), context.spec.limit);
		layout.facts.left = Math.max(layout.facts.left, left);
		return { ...part, groups: shown };
	});
	const values = context.answer.rows.flatMap((row) => row.value ?? []);
	if (layout.kind === 'dot') {
		const frame = { context, series: layout.series, scale: valueScale(values, context.locale) };
		parts.forEach((part, index) => add(layout, dotPanel(frame, part.title, part.groups, index)));
	} else {
		const frame = barFrame(
			context,
			layout.series,
			parts.map((part) => part.groups)
		);
		parts.forEach((part, index) => add(layout, barPanel(frame, part.title, part.groups, index)));
	}
	if (layout.series.length > 1) layout.key = layout.series.map((_, at) => at);
}
