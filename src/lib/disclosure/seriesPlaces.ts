import type { Field } from '../package/types.ts';
import { ALL } from './subjects.ts';
import { isOverSame, type Sum, type Summed } from './summed.ts';
import { isPartOf, isSummed } from './witness.ts';

/**
 * Figures of one table, some of its dimensions added up: for each place the sum of each series. Series are told apart
 * by what they measure, and by the groups of one dimension where one is named.
 */
export interface Places {
	summed: Summed;
	by?: Field;
	series: string[];
	at: Map<string, Map<string, Sum>>;
}

/** The series of a table by place, those of a dimension's groups where one is named. */
export function placesOf(summed: Summed, by?: Field): Places {
	const { subjects } = summed.witness;
	const at = new Map<string, Map<string, Sum>>();
	const all = new Set<string>();
	for (const sum of summed.sums.values()) {
		const group = by && (sum.at.get(by.name) ?? ALL);
		if (by && (group === undefined || !isPartOf(by, group))) continue;
		const place = by ? subjects.placeOf(new Map(sum.at).set(by.name, ALL)) : sum.place;
		const series = by ? `${sum.series} ${group}` : sum.series;
		all.add(series);
		at.set(place, (at.get(place) ?? new Map<string, Sum>()).set(series, sum));
	}
	return { summed, ...(by ? { by } : {}), series: [...all], at };
}

/** The same figures with the groups of each dimension as series. */
export function groupedPlaces(summed: Summed): Places[] {
	return summed.witness.subjects.dimensions
		.filter((field) => field.role !== 'time' && isSummed(field) && !summed.over.includes(field))
		.map((field) => placesOf(summed, field))
		.filter(({ series }) => series.length > 1);
}

/** Pairs of sums that may be looked at beside each other. */
export function* pairs(all: readonly Places[]): Generator<[Places, Places]> {
	for (const one of all) {
		for (const two of all) {
			const isOwn = one.summed.witness === two.summed.witness;
			// The sums of one table over its dimensions are not looked for here.
			const isSummed = one.summed.over.length + two.summed.over.length > 0;
			if (!(isOwn && isSummed) && !isOverSame(one.summed, two.summed)) yield [one, two];
		}
	}
}

/** Whether groups of a first table may come to those of another dimension in a second one, or to one figure there. */
export function mayComeTo({ summed, by }: Places, two: Places): boolean {
	if (!by || summed.witness === two.summed.witness || isOverSame(summed, two.summed)) return false;
	if (!two.by) return true;
	const [name, other] = [summed.witness.subjects.nameOf(by), two.summed.witness.subjects.nameOf(two.by)];
	return name !== other;
}
