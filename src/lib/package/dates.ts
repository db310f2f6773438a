/** Whether a text is a day that exists, `2024-02-29`. */
export function isDay(text: string): boolean {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text is a year, a month or a day: `2014`, `2020-03` or `2025-09-01`. */
export function isMoment(text: string): boolean {
	if (/^\d{4}$/.test(text)) return true;
	return isDay(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
}
