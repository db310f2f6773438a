/** The calendar year in which a fiscal year begins: 2021 for `2021/22`; undefined for any other text. */
export function fiscalStart(period: string | number): number | undefined {
	const [, first = '', second] = /^(\d{4})\/(\d\d)$/.exec(String(period)) ?? [];
	return second !== undefined && Number(second) === (Number(first) + 1) % 100 ? Number(first) : undefined;
}

/** The fiscal year that begins in a calendar year: `2021/22` for 2021. */
export function fiscalName(start: number): string {
	return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** Whether a period is one year, of the calendar or fiscal: `2021`, `2021/22`. */
export function isOneYear(period: string): boolean {
	return /^\d{4}$/.test(period) || fiscalStart(period) !== undefined;
}

/**
 * The first and last month of a fiscal year: `2021-07` and `2022-06` for `2021/22`; undefined for any other text.
 * @param starts the month in which it begins, 1 to 12
 */
export function fiscalMonths(period: string | number, starts = 1): [string, string] | undefined {
	const start = fiscalStart(period);
	if (start === undefined) return undefined;
	const month = (count: number) =>
		`${start + Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
	return [month(starts - 1), month(starts + 10)];
}

/** A year, month or day some months earlier, as a month or a day: `2021-07` is `2021-01` six months before. */
export function monthsBefore(moment: string, count: number): string {
	const [year = '', month = '01', ...day] = moment.split('-');
	const at = Number(year) * 12 + Number(month) - 1 - count;
	return [Math.floor(at / 12), String((at % 12) + 1).padStart(2, '0'), ...day].join('-');
}
