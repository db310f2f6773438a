import { m } from '../../words/index.ts';

const MEANINGS: Record<string, () => string> = {
	A: m.charts_confidence_a,
	B: m.charts_confidence_b,
	C: m.charts_confidence_c,
	D: m.charts_confidence_d
};

/** The letters of confidence that the site knows, surest first. */
export const CONFIDENCE_LETTERS = Object.keys(MEANINGS);

/** What letters of confidence say, in their order; a letter that the site does not know stands for itself. */
export function letterMeanings(letters: Iterable<string>): string[] {
	return [...new Set(letters)]
		.filter(Boolean)
		.sort()
		.map((letter) => MEANINGS[letter]?.() ?? letter);
}
