import { isDay } from '../dates.ts';
import { under, type Checker } from './checker.ts';

/** A day of the calendar, `2026-08-31`. */
export function checkDay(check: Checker, path: string, value: unknown, required: boolean): void {
	const day = check.string(path, value, required);
	if (day !== undefined && !isDay(day)) {
		check.fault(path, day, 'this is not a day of the calendar', 'write it as 2026-08-31');
	}
}

/** A list of terms under which data are published, of the package or of a table. */
export function checkLicenses(check: Checker, path: string, value: unknown): void {
	check.list(path, value).forEach((each, index) => {
		const at = `${path}[${index}]`;
		const license = check.object(at, each, ['name', 'title', 'path']);
		if (!license) return;
		check.string(`${at}.name`, license.name);
		for (const name of ['title', 'path']) check.string(under(at, name), license[name], false);
	});
}
