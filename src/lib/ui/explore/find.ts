import type { CatalogueTable } from './types.ts';

/** A table that a search found. */
export interface FoundTable extends CatalogueTable {
	/** Its groups that have a searched word which nothing else of it has. */
	matched: string[];
}

/** Groups that are named beside a table at most. */
const MOST_GROUPS = 3;

const plain = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/**
 * The tables with those of their figures that have all searched words in their name, in that of their table, or in the
 * names of its groups.
 */
export function findFigures(catalogue: readonly CatalogueTable[], search: string): FoundTable[] {
	const wanted = plain(search).split(/\s+/).filter(Boolean);
	return catalogue.flatMap((table): FoundTable[] => {
		const groups = plain(table.groups.join('\n'));
		const own = (label: string) => plain(`${label} ${table.title}`);
		const entries = table.entries.filter(({ label }) =>
			wanted.every((word) => own(label).includes(word) || groups.includes(word))
		);
		if (!entries.length) return [];
		const others = wanted.filter((word) => !entries.some(({ label }) => own(label).includes(word)));
		const matched = table.groups.filter((group) => others.some((word) => plain(group).includes(word)));
		return [{ ...table, entries, matched: matched.slice(0, MOST_GROUPS) }];
	});
}
