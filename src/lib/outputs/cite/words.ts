import { m } from '../../words/index.ts';
import { formatDay } from '../../words/numbers.ts';
import type { Citable } from './types.ts';

/** What is cited: "Chart", or "Chart, frozen at this version". */
export function kindWords({ kind, frozen }: Citable): string {
	const what = kind === 'result' ? m.files_cite_result() : m.files_cite_chart();
	return frozen ? m.files_cite_frozen({ kind: what }) : what;
}

/** Where it stands: "Chart in: …". */
export function containerWords({ kind, title }: Citable): string {
	return kind === 'result' ? m.files_cite_in_result({ title }) : m.files_cite_in_chart({ title });
}

/** Version and day in words. */
export function versionWords({ version, asOf, frozen }: Citable): string {
	const words = m.files_cite_version({ version, asOf: formatDay(asOf) });
	return frozen ? m.files_cite_version_frozen({ words }) : words;
}

/** The year of a day, `''` where it has none. */
export function yearOf(day: string): string {
	return /^\d{4}/.exec(day)?.[0] ?? '';
}

/** A text on one line without control characters. */
export function inLine(text: string): string {
	return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** An address without what the formats give a meaning: spaces, braces, backslashes and control characters. */
export function plainAddress(address: string): string {
	return address.replaceAll(/[{}\\\s<>"^`|\p{Cc}]/gu, encodeURIComponent);
}

/** The key of an entry: letters, digits, points and hyphens, which no format gives a meaning. */
export function entryKey({ key, version }: Citable): string {
	return `${key}-${version}`.replaceAll(/[^A-Za-z0-9.-]+/g, '-');
}
