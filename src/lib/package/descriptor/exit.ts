import { webAddress } from '../webAddress.ts';
import type { Checker } from './checker.ts';

/** Why an address is no page to leave for; undefined where it is one. */
function exitFault(url: string): { rule: string; mend: string } | undefined {
	if (webAddress(url) !== url) return { rule: 'this is not a web address', mend: 'write it with https://' };
	const { protocol, username, password } = new URL(url);
	if (protocol !== 'https:') {
		return { rule: 'the page to leave for is read over https', mend: 'write it with https://' };
	}
	if (/[?#]/.test(url) || username || password) {
		const rule = 'the address of the page to leave for has no query, fragment or name in it';
		return { rule, mend: 'cut it before ? and #, for it must say nothing about the reader' };
	}
	return undefined;
}

/** The page that a reader who leaves in a hurry is taken to. */
export function checkExit(check: Checker, value: unknown): void {
	if (value === undefined) return;
	const exit = check.object('exit', value, ['url', 'name']);
	if (!exit) return;
	check.text('exit.name', exit.name);
	const url = check.string('exit.url', exit.url);
	const fault = url === undefined ? undefined : exitFault(url);
	if (fault) check.fault('exit.url', url, fault.rule, fault.mend);
}
