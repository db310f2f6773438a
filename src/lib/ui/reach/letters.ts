import { letterMeanings } from '../../charts/words/confidence.ts';
import type { ReachGroupView } from './types.ts';

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
