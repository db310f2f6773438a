import { isDay } from '../dates.ts';
import { webAddress } from '../webAddress.ts';
import type { Checker } from './checker.ts';

/** A day of the calendar, `2026-08-31`. */
export function checkDay(check: Checker, path: string, value: unknown, required: boolean): void {
	const day = check.string(path, value, required);
	if (day !== undefined && !isDay(day)) {
		check.fault(path, day, 'this is not a day of the calendar', 'write it as 2026-08-31');
	}
}

/** An address of the web, which may be absent. */
export function checkUrl(check: Checker, path: string, value: unknown): void {
	const url = check.string(path, value, false);
	if (url !== undefined && webAddress(url) !== url) {
		check.fault(path, url, 'this is not a web address', 'write it with https://');
	}
}

const PLAIN_FILE = /^[\w-]+(?:\/[\w-]+)*\.(?:csv|md|txt)$/;

/** A list of terms under which data are published, of the package or of a table. */
export function checkLicenses(check: Checker, path: string, value: unknown): void {
	check.list(path, value).forEach((each, index) => {
		const at = `${path}[${index}]`;
		const license = check.object(at, each, ['name', 'title', 'path']);
		if (!license) return;
		check.string(`${at}.name`, license.name);
		check.text(`${at}.title`, license.title, false);
		// The terms of each source may stand in a file of the package.
		if (!PLAIN_FILE.test(String(license.path))) checkUrl(check, `${at}.path`, license.path);
	});
}
