import type { CubeRow } from '../../cube/types.ts';
import { fieldByName } from '../../package/labels.ts';
import type { MarkKind } from '../types.ts';
import { categoryOf, seriesFields, timeField, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import { barPanel, barRoom } from './bar.ts';
import { dotPanel } from './dot.ts';
import { linePanel } from './linePanel.ts';
import { cutRows, rowGroups } from './rows.ts';
import { valueScale, type ValueScale } from './scale.ts';
import { seriesId, seriesOf } from './series.ts';
import { columnsOf, notStackable } from './stack.ts';
import { stackPanel } from './stackPanel.ts';
import { gapsOf, joinYears, periodsOf } from './time.ts';
import type { ChartLayout, Datum, LayoutFacts, Panel, PanelPart, Series } from './types.ts';

/** From an answer to marks: pure, without DOM; every place across is a fraction of the plot's width. */
export function layoutChart(context: ChartContext): ChartLayout {
	const { spec, answer } = context;
	const refused =
		spec.mark === 'stacked-bar' && notStackable(context, seriesFields(context, 'mark')).length > 0;
	const kind: MarkKind = refused ? (timeField(context)?.name === spec.x ? 'line' : 'dot') : spec.mark;
	const fields = seriesFields(context, kind === 'line' ? 'line' : 'mark');
	const layout: ChartLayout = {
		kind,
		stackRefused: refused,
		fields,
		series: seriesOf(context, fields),
		key: [],
		endLabels: false,
		data: [],
		panels: [],
		facts: {
			missing: [],
			leftOut: [],
			seriesMissing: [],
			partial: [],
			left: 0,
			denominator: commonDenominator(answer.rows),
			hasSuperseded: false
		}
	};
	if (!answer.rows.length) return layout;
	if (kind === 'line') layLines(context, layout);
	else if (kind === 'stacked-bar') layStack(context, layout);
	else layRows(context, layout);
	layout.facts.hasSuperseded = layout.data.some((datum) => datum.superseded);
	return layout;
}

function commonDenominator(rows: CubeRow[]): number | null {
	const known = new Set(rows.map((row) => row.denominator));
	return known.size === 1 ? ([...known][0] ?? null) : null;
}

function partsOf(context: ChartContext): PanelPart[] {
	const { answer, superseded } = context;
	const { facet } = context.spec;
	if (!facet) return [{ title: '', rows: answer.rows, superseded }];
	return valuesOf(context, facet).map((value) => ({
		title: valueLabel(context, facet, value),
		rows: answer.rows.filter((row) => row.key[facet] === value),
		superseded: superseded.filter((row) => row.key[facet] === value)
	}));
}

/** One scale for all panels, or one each where the panels count different things. */
function scalesOf(context: ChartContext, values: number[][]): ValueScale[] {
	const role = context.spec.facet && fieldByName(context.resource, context.spec.facet)?.role;
	const apart = role === 'measure' || role === 'unit';
	return values.map((own) => valueScale(apart ? own : values.flat(), context.locale));
}

function known(rows: CubeRow[]): number[] {
	return rows.flatMap((row) => row.value ?? []);
}

/** Adds a panel; the indices of its data become places in `layout.data`. */
function add(layout: ChartLayout, { panel, data }: { panel: Panel; data: Datum[] }) {
	const before = layout.data.length;
	layout.panels.push({
		...panel,
		dots: panel.dots.map((dot) => ({ ...dot, datum: dot.datum + before })),
		bars: panel.bars.map((bar) => ({ ...bar, datum: bar.datum === null ? null : bar.datum + before }))
	});
	layout.data.push(...data);
}

function gapFacts(context: ChartContext, parts: PanelPart[]): Pick<LayoutFacts, 'missing' | 'leftOut'> {
	const periods = periodsOf(context);
	const words = (years: number[]) => joinYears(years).map((run) => run.label);
	const gaps = parts.map((part) => ({
		name: parts.length > 1 ? part.title : '',
		...gapsOf(context, periods, [...part.rows, ...part.superseded])
	}));
	return {
		missing: gaps.flatMap(({ name, missing }) => (missing.length ? [{ name, periods: words(missing) }] : [])),
		leftOut: words([...new Set(gaps.flatMap(({ leftOut }) => leftOut))].sort((a, b) => a - b))
	};
}

function layLines(context: ChartContext, layout: ChartLayout) {
	const { fields, series } = layout;
	const parts = partsOf(context);
	const periods = periodsOf(context);
	layout.endLabels = parts.length === 1;
	Object.assign(layout.facts, gapFacts(context, parts));
	if (parts.length === 1 && series.length > 1) {
		const common = new Set(layout.facts.missing.flatMap((each) => each.periods));
		layout.facts.seriesMissing = series.flatMap(({ id, label }) => {
			const own = context.answer.rows.filter((row) => seriesId(fields, row) === id);
			const years = joinYears(gapsOf(context, periods, own).missing).map((run) => run.label);
			const more = years.filter((year) => !common.has(year));
			return more.length ? [{ name: label, periods: more }] : [];
		});
	}
	const frame = { context, fields, series, periods, endLabels: layout.endLabels };
	const scales = scalesOf(
		context,
		parts.map((part) => known([...part.rows, ...part.superseded]))
	);
	const draw = (least?: number) =>
		parts.flatMap((part, index) => {
			const scale = scales[index];
			return scale ? [linePanel(frame, scale, part, index, least)] : [];
		});
	for (const drawn of draw(Math.max(...draw().map(({ top }) => top)))) add(layout, drawn);
	if (series.length > 1) layout.key = byLastValue(layout);
}

function byLastValue({ series, data }: ChartLayout): number[] {
	const last = (at: number) =>
		data.reduce<Datum | undefined>((latest, datum) => {
			if (datum.series !== at || datum.superseded || datum.row.value === null) return latest;
			return !latest || datum.position >= latest.position ? datum : latest;
		}, undefined)?.row.value ?? -1;
	return series.map((_, at) => at).sort((a, b) => last(b) - last(a) || a - b);
}

function layStack(context: ChartContext, layout: ChartLayout) {
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

function layRows(context: ChartContext, layout: ChartLayout) {
	const { fields, series } = layout;
	const parts = partsOf(context).map((part) => {
		const { shown, left } = cutRows(rowGroups(context, fields, part.rows, series), context.spec.limit);
		layout.facts.left = Math.max(layout.facts.left, left);
		return { ...part, groups: shown };
	});
	const scales = scalesOf(
		context,
		parts.map((part) => known(part.rows))
	);
	const groups = parts.map((part) => part.groups);
	const room = barRoom(
		context,
		groups,
		scales.map((scale) => scale.most)
	);
	parts.forEach((part, index) => {
		const scale = scales[index];
		if (!scale) return;
		if (layout.kind === 'dot')
			add(layout, dotPanel({ context, series, scale }, part.title, part.groups, index));
		else add(layout, barPanel({ context, series, top: scale.most, ...room }, part.title, part.groups, index));
	});
	if (series.length > 1) layout.key = series.map((_, at) => at);
}
