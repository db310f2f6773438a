import type { Status } from '../../../src/lib/package/types.ts';
import type { Change, SeriesPoint } from '../../../src/lib/stats/index.ts';

/** A year's figure: a number, or a mark; a number with a mark as `[number, mark]`. */
type Entry = number | Status | [number, Status];

/** Figures of following years. */
export function years(first: number, ...entries: Entry[]): SeriesPoint[] {
	return entries.map((entry, place) => {
		const [value, status] = Array.isArray(entry)
			? entry
			: typeof entry === 'number'
				? ([entry, ''] as const)
				: ([null, entry] as const);
		return { period: first + place, value, status };
	});
}

/** What is shown of each figure: its number, or else its mark. */
export function shown(series: SeriesPoint[]): (number | Status)[] {
	return series.map(({ value, status }) => value ?? status);
}

/** What is shown of a change: the percentage rounded, `from>to`, or the mark. */
export function shownChange(change: Change): string {
	if (change.kind === 'percent') return `${Math.round(change.value)} %`;
	return change.kind === 'counts' ? `${change.from}>${change.to}` : change.status;
}
