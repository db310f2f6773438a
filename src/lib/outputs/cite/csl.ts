import type { Citable } from './types.ts';
import { entryKey, inLine, kindWords, plainAddress, versionWords } from './words.ts';

/** An item of a CSL-JSON file, of the variables that are used here. */
export interface CslItem {
	id: string;
	type: 'dataset';
	title: string;
	author: { literal: string }[];
	publisher: string;
	'container-title': string;
	genre: string;
	version: string;
	note: string;
	URL: string;
	issued?: { 'date-parts': [number[]] };
}

/** The reference as CSL-JSON, which reference managers and citation styles read. */
export function cslJson(citable: Citable): string {
	const publisher = inLine(citable.publisher);
	const day = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(citable.asOf)?.slice(1) ?? [];
	const parts = day.flatMap((part) => (part === undefined ? [] : [Number(part)]));
	const item: CslItem = {
		id: entryKey(citable),
		type: 'dataset',
		title: inLine(citable.subject),
		author: [{ literal: publisher }],
		publisher,
		'container-title': inLine(citable.title),
		genre: kindWords(citable),
		version: citable.version,
		note: versionWords(citable),
		URL: plainAddress(citable.address),
		...(parts.length ? { issued: { 'date-parts': [parts] } } : {})
	};
	return `${JSON.stringify([item], null, '\t')}\n`;
}
