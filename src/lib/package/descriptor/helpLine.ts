import { countryFault } from '../help/country.ts';
import type { HelpLine } from '../types.ts';
import { under, type Checker } from './checker.ts';
import { checkDay, checkUrl } from './parts.ts';

const TEXTS = ['hours', 'languages', 'for'] as const satisfies (keyof HelpLine)[];
const STRINGS = ['phone', 'text', 'textWord', 'tty', 'source'] as const satisfies (keyof HelpLine)[];

/** A line where a person finds help. */
export function checkHelpLine(check: Checker, at: string, value: unknown): void {
	const line = check.object(at, value, ['name', ...STRINGS, ...TEXTS, 'chat', 'url', 'verifiedOn']);
	if (!line) return;
	check.text(`${at}.name`, line.name);
	for (const name of STRINGS) check.string(under(at, name), line[name], false);
	for (const name of TEXTS) check.text(under(at, name), line[name], false);
	checkUrl(check, `${at}.chat`, line.chat);
	checkUrl(check, `${at}.url`, line.url);
	checkDay(check, `${at}.verifiedOn`, line.verifiedOn, false);
	if ([line.phone, line.text, line.chat, line.url].some((way) => way !== undefined)) return;
	check.fault(at, undefined, 'a help line can be reached', 'give it a phone, a text number or a url');
}

/**
 * The file of help lines, or the lines themselves, which was the earlier form.
 * @param resources of the package, unread
 */
export function checkHelpLines(check: Checker, value: unknown, resources: unknown): void {
	const at = 'helpLines';
	if (value === undefined) return;
	if (Array.isArray(value)) {
		value.forEach((line, index) => checkHelpLine(check, `${at}[${index}]`, line));
		return;
	}
	const file = check.object(at, value, ['path', 'country']);
	if (!file) return;
	const path = check.string(`${at}.path`, file.path);
	if (path !== undefined && !/^[\w-]+\.csv$/.test(path)) {
		const mend = 'use a file beside the descriptor such as help_lines.csv';
		check.fault(`${at}.path`, path, 'help lines are a CSV file of the folder itself', mend);
	}
	const tables: unknown[] = Array.isArray(resources) ? resources : [];
	if (path !== undefined && tables.some((table) => (table as { path?: unknown } | null)?.path === path)) {
		check.fault(`${at}.path`, path, 'help lines are no table of figures', 'take it out of resources');
	}
	const country = check.string(`${at}.country`, file.country);
	const fault = country === undefined ? undefined : countryFault(country);
	if (fault) check.fault(`${at}.country`, country, fault.rule, fault.mend);
}
