import { m } from '../../words/index.ts';

/** What must be left of a word. */
const FEWEST_LETTERS = 3;

/** Endings of words with what stands in their place, the first that fits is taken: `ies:y; ss:ss; s:`. */
function readEndings(list: string): [ending: string, instead: string][] {
	return list.split(/;\s*/).map((each) => {
		const [ending = '', instead = ''] = each.split(':');
		return [ending, instead];
	});
}

/** What takes their plural from words, so that "cases" finds "case". */
export function stemmer(list: string): (word: string) => string {
	const endings = readEndings(list);
	return (word) => {
		const found = endings.find(
			([ending, instead]) =>
				word.endsWith(ending) && word.length - ending.length + instead.length >= FEWEST_LETTERS
		);
		return found ? word.slice(0, word.length - found[0].length) + found[1] : word;
	};
}

const stem = stemmer(m.explore_search_endings());

/** The words of a text, without accents, case, plurals and marks within numbers. */
export function wordsOf(text: string): string[] {
	const plain = text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}|(?<=\d)[.,](?=\d{3}(?!\d))/gu, '');
	return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
}

/** Words of readers, with the words of figures that mean the same: "women: female; men: male". */
function readMeanings(list: string): Map<string, string[]> {
	const meanings = new Map<string, string[]>();
	for (const line of list.split(';')) {
		const [said = '', meant = ''] = line.split(':');
		for (const word of wordsOf(said)) meanings.set(word, wordsOf(meant));
	}
	return meanings;
}

const meanings = readMeanings(m.explore_search_meanings());
const skipped = new Set(wordsOf(m.explore_search_skipped()));

/** The words that are searched for; those that say nothing are left out, unless there are no others. */
export function searchWords(search: string): string[] {
	const all = [...new Set(wordsOf(search))];
	const telling = all.filter((word) => !skipped.has(word));
	return telling.length ? telling : all;
}

/** Whether a name has a searched word, as it is written or begun, or one that means the same. */
export function isNamedBy(words: readonly string[], word: string): 'itself' | 'alike' | undefined {
	const alike = meanings.get(word);
	// A word that is known is whole: "men" is not the beginning of another.
	if (words.some((each) => (alike ? each === word : each.startsWith(word)))) return 'itself';
	return alike?.some((each) => words.includes(each)) ? 'alike' : undefined;
}
