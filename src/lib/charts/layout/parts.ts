import type { CubeRow } from '../../cube/types.ts';
import { fieldByName } from '../../package/labels.ts';
import { valueLabel, valuesOf, type ChartContext } from '../context.ts';
import type { PanelMap } from './mapTypes.ts';
import { valueScale, type ValueScale } from './scale.ts';
import { gapsOf, joinYears, periodsOf } from './time.ts';
import { signedOf } from './whiskers.ts';
import type { ChartLayout, Datum, LayoutFacts, Panel, PanelPart } from './types.ts';

/** The rows of each panel: one a value of the facet. */
export function partsOf(context: ChartContext): PanelPart[] {
	const { answer, superseded, averages } = context;
	const { facet } = context.spec;
	if (!facet) return [{ title: '', rows: answer.rows, superseded, averages }];
	return valuesOf(context, facet).map((value) => ({
		title: valueLabel(context, facet, value),
		rows: answer.rows.filter((row) => row.key[facet] === value),
		superseded: superseded.filter((row) => row.key[facet] === value),
		averages: averages.filter((row) => !(facet in row.key) || row.key[facet] === value)
	}));
}

/**
 * One scale for all panels, or one each where the panels count different things.
 * @param highs upper limits of rates and changes, by panel
 */
export function scalesOf(context: ChartContext, values: number[][], highs?: number[][]): ValueScale[] {
	const one = hasOneScale(context);
	const { rows, query } = context.answer;
	const isPart = ({ derived, value }: CubeRow) => derived !== undefined || !Number.isInteger(value ?? 0);
	const hasParts = query.rate === true || rows.some(isPart);
	const signed = signedOf(rows);
	const kind = rows.find((row) => row.derived)?.derived?.kind;
	const isPercent = kind === 'change' || kind === 'share';
	return values.map((own, at) => {
		const shown = one ? values.flat() : own;
		const upper = one ? highs?.flat() : highs?.[at];
		const scale = valueScale(shown, context.locale, hasParts ? (upper ?? []) : undefined, signed);
		if (!isPercent) return scale;
		return { ...scale, ticks: scale.ticks.map((tick) => ({ ...tick, label: `${tick.label}%` })) };
	});
}

/** More panels than this are drawn small, in a grid. */
export const MOST_LARGE_PANELS = 12;

/** Whether a line chart has so many panels that they are drawn small. */
export function isSmall(context: ChartContext): boolean {
	const { facet, mark } = context.spec;
	return facet !== undefined && mark === 'line' && valuesOf(context, facet).length > MOST_LARGE_PANELS;
}

/** Whether all panels count the same, and so share a scale. Counts of many places would lie flat on one. */
export function hasOneScale(context: ChartContext): boolean {
	const { query, rows } = context.answer;
	if (isSmall(context) && !query.rate && !rows.some((row) => row.derived)) return false;
	const role = context.spec.facet && fieldByName(context.resource, context.spec.facet)?.role;
	return role !== 'measure' && role !== 'unit';
}

/** The values that are numbers. */
export function known(rows: CubeRow[]): number[] {
	return rows.flatMap((row) => row.value ?? []);
}

/** Adds a panel; the indices of its data become places in `layout.data`. */
export function add(layout: ChartLayout, { panel, data }: { panel: Panel; data: Datum[] }) {
	const before = layout.data.length;
	layout.panels.push({
		...panel,
		dots: panel.dots.map((dot) => ({ ...dot, datum: dot.datum + before })),
		bars: panel.bars.map((bar) => ({ ...bar, datum: bar.datum === null ? null : bar.datum + before })),
		...(panel.map ? { map: movedMap(panel.map, before) } : {})
	});
	layout.data.push(...data);
}

function movedMap(map: PanelMap, by: number): PanelMap {
	return { ...map, areas: map.areas.map((area) => ({ ...area, datum: area.datum + by })) };
}

/** Periods without a figure, and periods not asked for. */
export function gapFacts(
	context: ChartContext,
	parts: PanelPart[]
): Pick<LayoutFacts, 'missing' | 'leftOut'> {
	const periods = periodsOf(context);
	const words = (years: number[]) => joinYears(years, periods.nameOf).map((run) => run.label);
	const gaps = parts.map((part) => ({
		name: parts.length > 1 ? part.title : '',
		...gapsOf(context, periods, [...part.rows, ...part.superseded])
	}));
	return {
		missing: gaps.flatMap(({ name, missing }) => (missing.length ? [{ name, periods: words(missing) }] : [])),
		leftOut: words([...new Set(gaps.flatMap(({ leftOut }) => leftOut))].sort((a, b) => a - b))
	};
}
