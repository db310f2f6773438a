import { timeField, valuesOf, type ChartContext } from '../context.ts';
import type { Break } from '../../package/types.ts';

/**
 * A moment on the axis on which a year's figure stands at the year's number: `2014` (its first day) is
 * 2013.5, halfway to the figure before. Null for text that is no date.
 */
export function momentOf(text: string): number | null {
	const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
	if (!parts) return null;
	const [, year, month = '1', day = '1'] = parts;
	return Number(year) - 0.5 + (Number(month) - 1) / 12 + (Number(day) - 1) / 365;
}

/** Periods along an axis: where each one stands, and how far apart neighbours are. */
export interface Periods {
	values: (string | number)[];
	/** Position of each value, in years or in steps. */
	at: Map<string | number, number>;
	first: number;
	last: number;
	/** Whether positions are years, so that gaps can be told. */
	years: boolean;
}

/** The periods of the answer's `x` field; values that are not whole years stand in a row, one step apart. */
export function periodsOf(context: ChartContext): Periods {
	const values = valuesOf(context, context.spec.x);
	const years =
		timeField(context)?.name === context.spec.x && values.every((value) => /^\d{4}$/.test(String(value)));
	const at = new Map(values.map((value, index) => [value, years ? Number(value) : index]));
	const positions = [...at.values()];
	return { values, at, first: Math.min(...positions), last: Math.max(...positions), years };
}

/** Years inside the range that no row has. */
export function missingYears(periods: Periods): number[] {
	if (!periods.years) return [];
	const known = new Set(periods.at.values());
	const missing: number[] = [];
	for (let year = periods.first; year <= periods.last; year++) if (!known.has(year)) missing.push(year);
	return missing;
}

/** A break with its place between the first and the last period; `to` closes an interval. */
export interface PlacedBreak {
	entry: Break;
	at: number;
	to: number | null;
}

/** The breaks that fall inside the range of periods. */
export function breaksWithin(breaks: Break[], periods: Periods): PlacedBreak[] {
	if (!periods.years) return [];
	return breaks.flatMap((entry) => {
		const at = momentOf(entry.from);
		const to = entry.to === undefined ? null : momentOf(entry.to);
		if (at === null || at >= periods.last + 0.5 || (to ?? at) <= periods.first - 0.5) return [];
		if (at <= periods.first - 0.5 && to === null) return [];
		return [
			{
				entry,
				at: Math.max(at, periods.first - 0.5),
				to: to === null ? null : Math.min(to, periods.last + 0.5)
			}
		];
	});
}

/** Whether a break concerns one of the measures; without measures it concerns all. */
export function affects(entry: Break, measures: string[]): boolean {
	const listed = entry.affects.measures;
	return !listed?.length || !measures.length || measures.some((measure) => listed.includes(measure));
}

/** Joins periods that follow one another: `2009–2011`. */
export function joinYears(years: number[]): { from: number; to: number; label: string }[] {
	const runs: { from: number; to: number; label: string }[] = [];
	for (const year of years) {
		const run = runs.at(-1);
		if (run && year === run.to + 1) run.to = year;
		else runs.push({ from: year, to: year, label: '' });
	}
	for (const run of runs) run.label = run.from === run.to ? `${run.from}` : `${run.from}–${run.to}`;
	return runs;
}
