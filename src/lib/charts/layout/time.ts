import type { CubeRow } from '../../cube/types.ts';
import { timeField, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import { fiscalMonths, fiscalName, fiscalStart } from '../../package/fiscal.ts';
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

/** The first moment of a period, in the same way; a fiscal year begins in the month that its field names. */
export function startOfPeriod(context: ChartContext, period: string | number): number | null {
	const [first] = fiscalMonths(period, timeField(context)?.yearStarts) ?? [];
	return momentOf(first ?? String(period));
}

/** Periods along an axis: where each one stands, and how far apart neighbours are. */
export interface Periods {
	values: (string | number)[];
	/** Position of each value: in years, or in steps. */
	at: Map<string | number, number>;
	first: number;
	last: number;
	/** `years`: gaps can be told. `dates`: days between. `steps`: whatever stands in a row. */
	kind: 'years' | 'dates' | 'steps';
	/** Places on the axis and their words: every year of the range, or each value. */
	ticks: { at: number; label: string }[];
	/** How the year at a place of the axis is written: `2021`, or `2021/22` along fiscal years. */
	nameOf: (year: number) => string;
	/** Years by which the axis runs behind the calendar: half a year where fiscal years begin in July. */
	behind: number;
	/** The same for the values alone. */
	own: { at: number; label: string }[];
}

const YEAR = /^(\d{4})(?:-12-31)?$/;

/** The periods of the answer's `x` field; a total counted through December 31 stands at its year. */
export function periodsOf(context: ChartContext): Periods {
	const { x } = context.spec;
	const values = valuesOf(context, x);
	const isTime = timeField(context)?.name === x;
	const all = (fits: (text: string) => boolean) => isTime && values.every((value) => fits(String(value)));
	const starts = timeField(context)?.yearStarts;
	const isFiscal = starts !== undefined && all((text) => fiscalStart(text) !== undefined);
	const nameOf = isFiscal ? fiscalName : String;
	const kind =
		isFiscal || all((text) => YEAR.test(text))
			? 'years'
			: all((text) => momentOf(text) !== null)
				? 'dates'
				: 'steps';
	const placeOf = (value: string | number, index: number) => {
		if (kind === 'years') return Number(String(value).slice(0, 4));
		return kind === 'dates' ? (momentOf(String(value)) ?? 0) : index;
	};
	const at = new Map(values.map((value, index) => [value, placeOf(value, index)]));
	const positions = [...at.values()];
	const first = Math.min(...positions);
	const last = Math.max(...positions);
	const own = values.map((value) => ({
		at: at.get(value) ?? 0,
		label: kind === 'years' ? nameOf(at.get(value) ?? 0) : valueLabel(context, x, value)
	}));
	const ticks =
		kind === 'dates'
			? range(Math.ceil(first), last + 0.5).map((year) => ({ at: year - 0.5, label: String(year) }))
			: kind === 'years'
				? range(first, last).map((year) => ({ at: year, label: nameOf(year) }))
				: own;
	const behind = isFiscal ? (starts - 1) / 12 : 0;
	return { values, at, first, last, kind, ticks, nameOf, behind, own };
}

/** How far apart the nearest neighbours stand: 1 for years, a twelfth for months. */
export function leastStep({ own, kind }: Periods): number {
	if (kind === 'years') return 1;
	const places = own.map(({ at }) => at).sort((one, two) => one - two);
	const steps = places.slice(1).map((at, index) => at - (places[index] ?? at));
	return steps.length > 0 ? Math.min(...steps) : 1;
}

/** The whole numbers from `first` to `last`. */
function range(first: number, last: number): number[] {
	return Array.from({ length: Math.max(0, Math.floor(last) - first + 1) }, (_, index) => first + index);
}

/** Years without a row between the first and the last of the rows: not published, or not asked for. */
export function gapsOf(
	context: ChartContext,
	periods: Periods,
	rows: CubeRow[]
): { missing: number[]; leftOut: number[] } {
	const { spec, answer } = context;
	if (periods.kind !== 'years') return { missing: [], leftOut: [] };
	const known = new Set(rows.map((row) => periods.at.get(row.key[spec.x] ?? '')));
	const present = [...known].filter((year) => year !== undefined);
	const asked = answer.query.filters?.[spec.x]?.map((value) => Number(String(value).slice(0, 4)));
	const missing: number[] = [];
	const leftOut: number[] = [];
	for (let year = Math.min(...present); year <= Math.max(...present); year++) {
		if (!known.has(year)) (asked && !asked.includes(year) ? leftOut : missing).push(year);
	}
	return { missing, leftOut };
}

/** A break with its place between the first and the last period; `to` closes an interval. */
export interface PlacedBreak {
	entry: Break;
	at: number;
	to: number | null;
}

/** The same axis, from the first to the last of some rows only. */
export function rangeOf(context: ChartContext, periods: Periods, rows: CubeRow[]): Periods {
	const places = rows.flatMap((row) => periods.at.get(row.key[context.spec.x] ?? '') ?? []);
	return places.length ? { ...periods, first: Math.min(...places), last: Math.max(...places) } : periods;
}

/** The breaks that fall inside the range of periods. */
export function breaksWithin(breaks: Break[], periods: Periods): PlacedBreak[] {
	if (periods.kind === 'steps') return [];
	return breaks.flatMap((entry) => {
		const placeOf = (moment: string) => {
			const place = momentOf(moment);
			return place === null ? null : place - periods.behind;
		};
		const at = placeOf(entry.from);
		const to = entry.to === undefined ? null : placeOf(entry.to);
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
export function joinYears(
	years: number[],
	nameOf: Periods['nameOf'] = String
): { from: number; to: number; label: string }[] {
	const runs: { from: number; to: number; label: string }[] = [];
	for (const year of years) {
		const run = runs.at(-1);
		if (run && year === run.to + 1) run.to = year;
		else runs.push({ from: year, to: year, label: '' });
	}
	for (const run of runs) run.label = [...new Set([run.from, run.to])].map(nameOf).join('–');
	return runs;
}
