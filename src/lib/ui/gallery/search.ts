import type { GalleryCard, GalleryChoice, TagGroup } from './types.ts';

/** The words of a text without case, accents or signs: `Café, U.S.` becomes `cafe`, `u`, `s`. */
export function foldedWords(text: string): string[] {
	const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether each word of the query begins a word of the card. */
function hasWords(card: GalleryCard, query: string): boolean {
	return foldedWords(query).every((word) => ` ${card.words}`.includes(` ${word}`));
}

/** The charts that have every word, and of every group with chosen tags at least one; in their own order. */
export function matchingCards(
	cards: GalleryCard[],
	groups: TagGroup[],
	{ query, tags }: GalleryChoice
): GalleryCard[] {
	const wanted = groups
		.map((group) => group.tags.map(({ id }) => id).filter((id) => tags.includes(id)))
		.filter((chosen) => chosen.length > 0);
	return cards.filter(
		(card) => hasWords(card, query) && wanted.every((chosen) => chosen.some((tag) => card.tags.includes(tag)))
	);
}

/** For each tag the number of charts that have it among those that the words and the other groups leave. */
export function tagCounts(
	cards: GalleryCard[],
	groups: TagGroup[],
	{ query, tags }: GalleryChoice
): Map<string, number> {
	return new Map(
		groups.flatMap((group) => {
			const others = tags.filter((tag) => !group.tags.some(({ id }) => id === tag));
			const left = matchingCards(cards, groups, { query, tags: others });
			return group.tags.map(({ id }): [string, number] => [
				id,
				left.filter((card) => card.tags.includes(id)).length
			]);
		})
	);
}
