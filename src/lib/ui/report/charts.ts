import { chartContext, narrow } from '../../charts/index.ts';
import type { ChartView } from '../../charts/types.ts';
import type { CubeAnswer } from '../../cube/types.ts';
import { fiscalStart } from '../../package/fiscal.ts';
import type { ReportChoice } from './types.ts';

/** Charts of a brief. */
export const MOST_CHARTS = 4;

/** Charts of the places, so that one of the whole stands beside them. */
const MOST_OF_PLACES = 3;

/** A chart with the years of a brief. */
export interface ReportChart {
	view: ChartView;
	answer: CubeAnswer;
	/** Whether it shows the whole and not the places of the brief. */
	isWhole?: boolean;
}

/** The year of a row, or in which its fiscal year begins. */
function startYear(period: string | number | undefined): number {
	return fiscalStart(period ?? '') ?? Number(period);
}

/** A chart narrowed to years; undefined where none of them has a number. */
export function inYears(
	view: ChartView,
	answer: CubeAnswer,
	{ from, to }: Pick<ReportChoice, 'from' | 'to'>
): ReportChart | undefined {
	const years = answer.rows.map((row) => startYear(row.key[view.spec.x]));
	const isWhole = years.every((year) => year >= from && year <= to);
	const part = { from: String(from), to: String(to) };
	const found = isWhole ? { view, answer } : narrow(chartContext(view, answer), part);
	return found.answer.rows.some(({ value }) => value !== null) ? found : undefined;
}

/** The years in which each place of a chart that has any figure has one; those of all rows where there is none. */
function sharedYears({ view, answer }: ReportChart, field: string): Pick<ReportChoice, 'from' | 'to'> {
	const byYear = new Map<number, Set<string>>();
	for (const row of answer.rows.filter(({ value }) => value !== null)) {
		const year = startYear(row.key[view.spec.x]);
		byYear.set(year, (byYear.get(year) ?? new Set()).add(String(row.key[field])));
	}
	const all = new Set([...byYear.values()].flatMap((places) => [...places]));
	const shared = [...byYear].filter(([, places]) => places.size === all.size).map(([year]) => year);
	const years = shared.length ? shared : [...byYear.keys()];
	return { from: Math.min(...years), to: Math.max(...years) };
}

/**
 * The charts of a brief: those of its places first, then the first ones of the whole with figures in its years. Lines
 * of several places cover the years that they share, so that each has a line beside the others.
 * @param field the place field
 */
export function reportCharts(
	whole: ChartView[],
	ofPlaces: ReportChart[],
	field: string,
	choice: Pick<ReportChoice, 'from' | 'to'>
): ReportChart[] {
	const own = ofPlaces
		.flatMap(({ view, answer }) => inYears(view, answer, choice) ?? [])
		.flatMap((chart) => inYears(chart.view, chart.answer, sharedYears(chart, field)) ?? [])
		.slice(0, MOST_OF_PLACES);
	const others: ReportChart[] = [];
	for (const view of whole) {
		if (own.length + others.length === MOST_CHARTS) break;
		const found = inYears(view, view.answer, choice);
		if (found) others.push({ ...found, isWhole: true });
	}
	return [...own, ...others];
}
