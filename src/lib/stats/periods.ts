import { fiscalStart } from '../package/fiscal.ts';

/** A year, month or day on the axis of time, in milliseconds since 1970 (UTC); the end is the first moment after it. */
export interface Span {
	start: number;
	end: number;
	unit: 'year' | 'month' | 'day';
	/** Number of the year, or of the month counted from year 0; neighbours differ by 1. Days have none. */
	ordinal: number;
}

/**
 * Reads a year (`2016`; a fiscal year, `2016/17`, is taken as that in which it begins), a month (`2016-03`) or a day (`2016-03-01`).
 * @throws RangeError for any other text
 */
export function spanOf(period: string | number): Span {
	const fiscal = fiscalStart(period);
	if (fiscal !== undefined) return spanOf(fiscal);
	const [, years, months, days] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(String(period)) ?? [];
	if (years === undefined) throw new RangeError(`"${period}" is not a year, a month or a day.`);
	const year = Number(years);
	if (months === undefined)
		return { start: Date.UTC(year), end: Date.UTC(year + 1), unit: 'year', ordinal: year };
	const month = Number(months) - 1;
	if (days === undefined) {
		const ordinal = year * 12 + month;
		return { start: Date.UTC(year, month), end: Date.UTC(year, month + 1), unit: 'month', ordinal };
	}
	const start = Date.UTC(year, month, Number(days));
	return { start, end: Date.UTC(year, month, Number(days) + 1), unit: 'day', ordinal: NaN };
}
