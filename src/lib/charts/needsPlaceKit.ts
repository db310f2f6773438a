import { fieldByName } from '../package/labels.ts';
import { isMap } from './layout/isMap.ts';
import { MOST_LARGE_PANELS } from './layout/parts.ts';
import type { ChartView } from './types.ts';

/**
 * Whether a chart can need the place kit at any choice of its reader, be it drawn as its spec says or not: a map, a
 * funnel plot, or lines in more panels than are drawn large.
 */
export function needsPlaceKit({ spec, resource, answer }: ChartView): boolean {
	const { mark, facet, filters = [], query } = spec;
	if (isMap(mark) || mark === 'funnel') return true;
	if (mark !== 'line' || facet === undefined) return false;
	const shown = answer.rows.flatMap((row) => row.key[facet] ?? []);
	const pinned = filters.includes(facet) ? undefined : query.filters?.[facet];
	const listed = pinned ?? fieldByName(resource, facet)?.categories?.map(({ value }) => value);
	// A choice can bring any value that is listed; where none are, nobody knows how many it brings.
	if (filters.length && !listed) return true;
	const possible = filters.length ? [...shown, ...(listed ?? [])] : shown;
	return new Set(possible.map(String)).size > MOST_LARGE_PANELS;
}
