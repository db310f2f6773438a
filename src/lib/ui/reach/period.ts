import { fiscalMonths, fiscalStart } from '../../package/fiscal.ts';

/** The months that a period covers, from its first to its last, each counted from the year 0. */
export interface Months {
	first: number;
	last: number;
}

const MOMENT = /^(\d{4})(?:-(\d\d))?(?:-\d\d)?$/;

function monthOf(text: string, end: boolean): number | undefined {
	const parts = MOMENT.exec(text);
	if (!parts) return undefined;
	return Number(parts[1]) * 12 + (parts[2] === undefined ? (end ? 11 : 0) : Number(parts[2]) - 1);
}

/**
 * The months of `2016`, `2020-03`, `2005-2013`, `2021-10/2022-09` or the fiscal year `2021/22`; undefined for other texts.
 * @param yearStarts the month in which fiscal years begin
 */
export function monthsOf(period: string, yearStarts?: number): Months | undefined {
	const fiscal = fiscalMonths(period, yearStarts);
	const [start = '', end = start] = fiscal ?? period.split(/^\d{4}-\d{4}$/.test(period) ? '-' : '/');
	const first = monthOf(start, false);
	const last = monthOf(end, true);
	return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

/** The calendar year that a period is, or in which it begins as a fiscal year; null where it is another kind of period. */
export function yearOf(period: string): number | null {
	const fiscal = fiscalStart(period);
	if (fiscal !== undefined) return fiscal;
	const months = monthsOf(period);
	return months && months.first % 12 === 0 && months.last - months.first === 11 ? months.first / 12 : null;
}

/** Whether two periods are of one kind: as long, and beginning in the same month. */
export function sameKind(one: Months, other: Months): boolean {
	return one.last - one.first === other.last - other.first && one.first % 12 === other.first % 12;
}

/** Years in a row as `2009–2011`, two in a row apart. */
export function yearRanges(years: number[], nameOf: (year: number) => string = String): string[] {
	const runs: [number, number][] = [];
	for (const year of years) {
		const run = runs.at(-1);
		if (run && year === run[1] + 1) run[1] = year;
		else runs.push([year, year]);
	}
	return runs.flatMap(([from, to]) =>
		to - from > 1 ? `${nameOf(from)}–${nameOf(to)}` : from === to ? nameOf(from) : [nameOf(from), nameOf(to)]
	);
}
