import { under, type Checker } from './checker.ts';
import { checkDay, checkUrl } from './parts.ts';

/** A line where a person finds help. */
export function checkHelpLine(check: Checker, at: string, value: unknown): void {
	const line = check.object(at, value, ['name', 'phone', 'text', 'url', 'source', 'verifiedOn']);
	if (!line) return;
	check.text(`${at}.name`, line.name);
	for (const name of ['phone', 'text', 'source']) check.string(under(at, name), line[name], false);
	checkUrl(check, `${at}.url`, line.url);
	checkDay(check, `${at}.verifiedOn`, line.verifiedOn, false);
	if (line.phone !== undefined || line.text !== undefined || line.url !== undefined) return;
	check.fault(at, undefined, 'a help line can be reached', 'give it a phone, a text number or a url');
}
