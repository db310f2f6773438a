import type { EmbedFault } from '../outputs/embedOptions.ts';
import { m } from '../words/index.ts';

/** Faults that are told one by one. */
const MOST = 3;

/** A code as it stands in tables: nothing in which somebody could say something to the reader. */
const CODE = /^[\w.|-]{1,24}$/;

/**
 * What was not followed, for the person who wrote the address. A link can be written by anybody, and what
 * stands over a chart seems to be said by its publisher: only plain codes are repeated.
 */
export function faultWords(faults: readonly EmbedFault[]): string[] {
	const said = [...new Set(faults.map(sentence))];
	const left = said.length - MOST;
	return left > 0 ? [...said.slice(0, MOST), m.embed_fault_more({ count: left })] : said;
}

function sentence({ name, value, why }: EmbedFault): string {
	const words = {
		name: CODE.test(name) ? name : m.embed_fault_a_name(),
		value: CODE.test(value) ? `“${value}”` : m.embed_fault_a_value()
	};
	switch (why) {
		case 'unknown-option':
			return m.embed_fault_option();
		case 'unknown-value':
			return m.embed_fault_value(words);
		case 'twice':
			return m.embed_fault_twice();
		case 'turned-around':
			return m.embed_fault_turned(words);
		case 'no-years':
			return m.embed_fault_years(words);
		case 'nothing-left':
			return m.embed_fault_nothing(words);
	}
}
