import type { GalleryChoice, TagGroup } from './types.ts';

/** Longer searches are cut: no title is as long. */
const LONGEST_QUERY = 100;

/** Reads what an address looks for; tags that do not exist are ignored and named. */
export function readChoice(search: string, groups: TagGroup[]): GalleryChoice & { ignored: string[] } {
	const known = new Set(groups.flatMap((group) => group.tags.map(({ id }) => id)));
	const asked = new URLSearchParams(search);
	const tags = [...new Set(asked.getAll('tag').flatMap((value) => value.split(',')))].filter(Boolean);
	return {
		query: (asked.get('q') ?? '').slice(0, LONGEST_QUERY),
		tags: tags.filter((tag) => known.has(tag)),
		ignored: tags.filter((tag) => !known.has(tag)).map((tag) => tag.slice(0, 40))
	};
}

/** The query part of an address for a choice, `''` for none. */
export function writeChoice({ query, tags }: GalleryChoice): string {
	const parts = [
		query.trim() ? `q=${encodeURIComponent(query.trim())}` : '',
		tags.length ? `tag=${[...tags].sort().map(encodeURIComponent).join(',')}` : ''
	].filter(Boolean);
	return parts.length ? `?${parts.join('&')}` : '';
}
