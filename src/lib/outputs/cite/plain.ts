import { m } from '../../words/index.ts';
import { formatDay } from '../../words/numbers.ts';
import type { Citable } from './types.ts';
import { kindWords, yearOf } from './words.ts';

/** A reference in plain text: publisher, year, subject, site, data version, day, address. */
export function plainCitation(citable: Citable): string {
	const { publisher, subject, title, version, asOf, address } = citable;
	return m.files_cite_plain({
		publisher,
		year: yearOf(asOf),
		subject,
		kind: kindWords(citable),
		title,
		version,
		asOf: formatDay(asOf),
		address
	});
}
