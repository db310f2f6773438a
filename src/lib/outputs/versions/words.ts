import { numberWords, rowStatusWords } from '../../charts/words/values.ts';
import type { CubeAnswer, CubeRow } from '../../cube/types.ts';
import { labelOf } from '../../package/labels.ts';
import type { Resource } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import type { Changes } from './changes.ts';

/** What changed, in words. */
export interface ChangeWords {
	/** "2 of 14 figures changed since data version 1.0.0." */
	headline: string;
	/** "2018 was 10,949, is 10,954", one a figure. */
	items: string[];
	/** How many more there are than are listed, in words; `''` for none. */
	more: string;
}

/** Figures that are listed one by one. */
const LISTED = 8;

/** The order of what is said: changed figures first, then new ones, then those that are gone. */
function itemsOf(
	{ changed, added, gone }: Changes,
	label: (key: CubeRow['key']) => string,
	figure: (row: CubeRow) => string
): string[] {
	return [
		...changed.map(({ after, before }) =>
			before
				? m.files_change_was({ label: label(after.key), before: figure(before), after: figure(after) })
				: m.files_change_withheld({ label: label(after.key) })
		),
		...added.map((row) => m.files_change_added({ label: label(row.key), after: figure(row) })),
		...gone.map((key) => m.files_change_gone({ label: label(key) }))
	];
}

/**
 * Says what changed between a version and the data of now.
 * @param answer of now
 * @param version the earlier one
 */
export function changeWords(
	changes: Changes,
	answer: CubeAnswer,
	resource: Resource,
	version: string,
	locale: string
): ChangeWords {
	const keys = [...answer.rows.map(({ key }) => key), ...changes.gone];
	const varying = answer.query.dimensions.filter(
		(name) => new Set(keys.map((key) => String(key[name]))).size > 1
	);
	const named = varying.length ? varying : answer.query.dimensions;
	const label = (key: CubeRow['key']) =>
		named.map((name) => labelOf(resource, name, key[name] ?? null)).join(', ') || m.files_change_figure();
	const figure = (row: CubeRow) => (row.value === null ? rowStatusWords(row) : numberWords(row, locale));
	const items = itemsOf(changes, label, figure);
	const { count } = changes;
	if (!items.length) return { headline: m.files_change_none({ count, version }), items, more: '' };
	const rest = items.length - LISTED;
	return {
		headline: m.files_change_some({ changed: items.length, count: Math.max(count, items.length), version }),
		items: rest > 0 ? items.slice(0, LISTED) : items,
		more: rest > 0 ? m.files_change_more({ count: rest }) : ''
	};
}
