import type { TagGroup } from './types.ts';

/** Reads which tags an address asks for; those that do not exist are ignored and named. */
export function readTags(search: string, groups: TagGroup[]): { tags: string[]; ignored: string[] } {
	const known = new Set(groups.flatMap((group) => group.tags.map(({ id }) => id)));
	const asked = new URLSearchParams(search).getAll('tag').flatMap((value) => value.split(','));
	const tags = [...new Set(asked)].filter(Boolean);
	return {
		tags: tags.filter((tag) => known.has(tag)),
		ignored: tags.filter((tag) => !known.has(tag)).map((tag) => tag.slice(0, 40))
	};
}

/** The query part of an address for tags, `''` for none; words that are searched for stay out of addresses, and so of the history. */
export function writeTags(tags: string[]): string {
	return tags.length ? `?tag=${[...tags].sort().map(encodeURIComponent).join(',')}` : '';
}
