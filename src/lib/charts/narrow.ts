import type { CubeAnswer, CubeRow } from '../cube/types.ts';
import { valueLabel, valuesOf, type ChartContext } from './context.ts';
import { layoutChart } from './layout/layoutChart.ts';
import { seriesId } from './layout/series.ts';
import type { ChartPart, ChartView } from './types.ts';

/** What can be chosen of a chart as it stands. */
export interface ChartParts {
	/** Its periods in order; empty where time does not run along it. */
	periods: string[];
	/** Its series by code, or its panels where each has one series; empty where there is one only. */
	series: { code: string; label: string }[];
}

/** The periods and series of a chart, for whoever wants to show a part of it. */
export function chartParts(context: ChartContext): ChartParts {
	return { periods: periodsOf(context), series: seriesChoices(context).choices };
}

function periodsOf({ spec, resource, answer }: ChartContext): string[] {
	const isTime = resource.schema.fields.some((field) => field.name === spec.x && field.role === 'time');
	if (!isTime) return [];
	const found = [...new Set(answer.rows.map((row) => String(row.key[spec.x])))];
	return found.every((period) => /^\d{4}(?:(?:-\d\d){0,2}|\/\d\d)$/.test(period)) ? found.sort() : [];
}

/** A part of a column is no whole, so a stack is not taken apart. */
function seriesChoices(context: ChartContext): {
	choices: ChartParts['series'];
	codeOf: (row: CubeRow) => string;
} {
	const { facet } = context.spec;
	const { kind, fields, series } = layoutChart(context);
	if (kind === 'stacked-bar') return { choices: [], codeOf: () => '' };
	if (series.length > 1) {
		return {
			choices: series.map(({ id, label }) => ({ code: id, label })),
			codeOf: (row) => seriesId(fields, row)
		};
	}
	const panels = facet === undefined ? [] : valuesOf(context, facet);
	return {
		choices:
			facet !== undefined && panels.length > 1
				? panels.map((value) => ({ code: String(value), label: valueLabel(context, facet, value) }))
				: [],
		codeOf: (row) => String(row.key[facet ?? ''] ?? '')
	};
}

/** Whether a period, or its year, lies in the part: `2015-12-31` lies in 2015. */
function within(period: string, { from, to }: ChartPart): boolean {
	return (
		(from === undefined || period.slice(0, from.length) >= from) &&
		(to === undefined || period.slice(0, to.length) <= to)
	);
}

/**
 * A chart with a part of its rows: the figures stay as they are, nothing is added up, and the view says
 * that it is a part, so that no sentence calls a figure the newest or the highest.
 */
export function narrow(context: ChartContext, part: ChartPart): { view: ChartView; answer: CubeAnswer } {
	const { view, spec, answer } = context;
	const wanted = part.series && new Set(part.series);
	const { codeOf } = seriesChoices(context);
	const inTime = (row: CubeRow) =>
		(part.from === undefined && part.to === undefined) || within(String(row.key[spec.x]), part);
	return {
		view: {
			...view,
			part,
			...(view.superseded ? { superseded: narrowAnswer(view.superseded, inTime) } : {}),
			...(view.averages ? { averages: view.averages.filter(inTime) } : {})
		},
		answer: narrowAnswer(answer, (row) => inTime(row) && (!wanted || wanted.has(codeOf(row))))
	};
}

function narrowAnswer(answer: CubeAnswer, keep: (row: CubeRow) => boolean): CubeAnswer {
	const rows = answer.rows.filter(keep);
	return {
		...answer,
		rows,
		nonAdditive: answer.nonAdditive.filter(
			({ dimension }) => new Set(rows.map((row) => row.key[dimension])).size > 1
		),
		withheld: rows.filter((row) => row.status === '[c]').length
	};
}
