import { m } from '../../words/index.ts';
import type { ReachGroupView } from './types.ts';

const MEANINGS: Record<string, () => string> = {
	A: m.charts_confidence_a,
	B: m.charts_confidence_b,
	C: m.charts_confidence_c,
	D: m.charts_confidence_d
};

/** What letters of confidence say, in their order; a letter that the site does not know stands for itself. */
export function letterMeanings(letters: Iterable<string>): string[] {
	return [...new Set(letters)]
		.filter(Boolean)
		.sort()
		.map((letter) => MEANINGS[letter]?.() ?? letter);
}

/** What the letters of some figures say. */
export function confidenceLetters(groups: ReachGroupView[]): string[] {
	const measures = groups.flatMap((group) => group.measures);
	return letterMeanings(
		measures.flatMap(({ figures, total, places }) => [
			...[...figures, ...(total ? [total] : [])].map(({ confidence }) => confidence),
			...(places?.years ?? []).map(({ confidence }) => confidence)
		])
	);
}
