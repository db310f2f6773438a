import { m } from '../../words/index.ts';
import { formatDay } from '../../words/numbers.ts';
import type { Citable } from './types.ts';
import { inLine, kindWords, yearOf } from './words.ts';

/** A reference in the style of the American Psychological Association, 7th edition, without italics. */
export function apaCitation(citable: Citable): string {
	const { publisher, subject, title, version, asOf, address } = citable;
	return m.files_cite_apa({
		publisher: inLine(publisher).replace(/\.$/, ''),
		year: yearOf(asOf),
		subject: inLine(subject),
		version,
		asOf: formatDay(asOf),
		kind: kindWords(citable),
		title: inLine(title).replace(/\.$/, ''),
		address
	});
}
