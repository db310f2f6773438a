import { syllable } from 'syllable';

/** How hard a text is to read, by two published formulas that count words, sentences and syllables. */
export interface Counted {
	words: number;
	sentences: number;
	syllables: number;
}

/**
 * Words that a text on this subject cannot do without, and that a reader meets on every page: they count two
 * syllables, as a name does.
 */
const TERMS = {
	en: /^(trafficking|exploitation|exploited|identified|survivors?|publications?|publisher|categories|victims?)$/i,
	es: /^(explotaci[oó]n|sobrevivientes?|identificad[ao]s?|publicad[ao]s?|publicaci[oó]n|publicaciones|v[ií]ctimas?)$/i
};

/** Two and more words in a row with a capital, also joined by small words: the name of a line, a law, a place. */
const NAMES =
	/(?<=\p{L}[,;]? )\p{Lu}[\p{L}.’'-]+(?: (?:(?:of|the|and|de|la|del|y|&) )*\p{Lu}[\p{L}.’'-]+)+/gu;

/** A text without what nobody reads aloud: Markdown, addresses, placeholders, footnotes; a cell of a table is a sentence. */
export function plainText(text: string): string {
	return text
		.replace(/```[\s\S]*?```/g, ' ')
		.replace(/`[^`]*`/g, 'code')
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/https?:\S+/g, 'link')
		.replace(/\[\^[^\]]*\]|\{#[^}]*\}/g, '')
		.replace(/\{[^}]*\}/g, 'ten')
		.replace(/\s*\|\s*/g, '\n\n')
		.replace(/[*_#>]+/g, ' ')
		.replace(NAMES, 'Marlow');
}

/** Sentences of a text: ended by a full stop, a question, a colon, a semicolon, or the end of a line in a list. */
function sentencesOf(text: string): string[] {
	return text
		.split(/(?<=[.!?:;…])["”»)]*\s+|\n\s*\n|\n\s*(?:-|\d+\.)\s/)
		.filter((sentence) => /\p{L}{2}/u.test(sentence));
}

function count(text: string, term: RegExp, syllablesOf: (word: string) => number): Counted {
	const plain = plainText(text);
	const words = plain.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
	const spoken = (word: string) =>
		/^\p{N}/u.test(word) ? 1 : term.test(word) ? 2 : Math.max(1, syllablesOf(word));
	return {
		words: words.length,
		sentences: Math.max(1, sentencesOf(plain).length),
		syllables: words.reduce((sum, word) => sum + spoken(word), 0)
	};
}

/**
 * The grade of school in the United States that reads an English text with ease.
 * Kincaid, Fishburne, Rogers and Chissom: Derivation of new readability formulas, Navy Research Branch Report 8-75, 1975.
 */
export function gradeOf(text: string): number {
	const { words, sentences, syllables } = count(text, TERMS.en, syllable);
	return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** Syllables of a Spanish word: each group of vowels has one for each strong vowel and each í or ú in it, or one. */
export function spanishSyllables(word: string): number {
	const groups =
		word
			.toLowerCase()
			.replace(/y$/, 'i')
			.match(/[aeiouáéíóúü]+/g) ?? [];
	return groups.reduce((sum, group) => sum + Math.max(1, (group.match(/[aeoáéóíú]/g) ?? []).length), 0);
}

/**
 * How easy a Spanish text is, from 0 to 100; 55 to 65 is "normal" on the scale INFLESZ, more is easier.
 * Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito, 1993; scale: Barrio-Cantalejo and others,
 * Anales del Sistema Sanitario de Navarra 31 (2), 2008, 135-152.
 */
export function easeOf(text: string): number {
	const { words, sentences, syllables } = count(text, TERMS.es, spanishSyllables);
	return 206.835 - 62.3 * (syllables / words) - words / sentences;
}

/** How many words a text has. */
export function lengthOf(text: string): number {
	return count(text, TERMS.en, syllable).words;
}
