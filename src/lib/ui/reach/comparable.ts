import type { Break } from '../../package/types.ts';
import { monthsOf, sameKind, type Months } from './period.ts';
import type { Obstacle } from './types.ts';

/** What decides whether two figures of a measure may be compared. */
export interface Footing {
	period: string;
	/** The month in which a fiscal year begins. */
	yearStarts?: number;
	/** Name of the table, and codes of unit and basis. */
	table: string;
	unit: string;
	basis: string;
	qualifier: string;
}

/** Two figures that are not to be compared, and the break between them, if it is one. */
export interface Barrier {
	obstacle: Obstacle;
	entry?: Break;
}

/** The months of the period of a figure. */
export function monthsIn({ period, yearStarts }: Pick<Footing, 'period' | 'yearStarts'>): Months | undefined {
	return monthsOf(period, yearStarts);
}

/** Whether a break parts the months of two periods, or leaves one of them on both of its sides. */
export function parts(entry: Break, earlier: Months, later: Months): boolean {
	if (entry.comparableAcross) return false;
	const from = monthsOf(entry.from)?.first;
	if (from === undefined) return true;
	if (entry.to === undefined) return from > earlier.first && from <= later.last;
	const to = monthsOf(entry.to)?.last ?? from;
	const within = ({ first, last }: Months) =>
		last < from || first > to ? 'out' : first >= from && last <= to ? 'in' : 'both';
	return within(earlier) !== within(later) || within(later) === 'both';
}

/**
 * Why two figures are not compared, the earlier one first; null where they may be. Bases, units and tables never
 * join, periods are of one kind and do not overlap, a figure is plain, and no break lies between.
 * @param breaks that affect the figures
 */
export function barrierBetween(earlier: Footing, later: Footing, breaks: Break[]): Barrier | null {
	const [first, second] = [monthsIn(earlier), monthsIn(later)];
	if (earlier.unit !== later.unit) return { obstacle: 'unit' };
	if (!first || !second || !sameKind(first, second) || second.first <= first.last)
		return { obstacle: 'period' };
	if (earlier.basis !== later.basis) return { obstacle: 'basis' };
	if (earlier.table !== later.table) return { obstacle: 'table' };
	const entry = breaks.find((each) => parts(each, first, second));
	if (entry) return { obstacle: 'break', entry };
	return isPlain(earlier) && isPlain(later) ? null : { obstacle: 'qualifier' };
}

/** Whether a figure is what it says, not "more than" or "about". */
export function isPlain({ qualifier }: { qualifier: string }): boolean {
	return qualifier === '' || qualifier === 'exact';
}

/**
 * The figure with which each is compared: of those on its own footing the last before it, else the last before it
 * at all; undefined for the first.
 * @param figures in time order
 */
export function earlierOf<F extends Footing>(figures: F[], index: number): F | undefined {
	const figure = figures[index];
	const months = figure && monthsIn(figure);
	if (!figure || !months) return undefined;
	const before = figures.slice(0, index).filter((each) => (monthsIn(each)?.last ?? Infinity) < months.first);
	const footing = (each: Footing) => {
		const own = monthsIn(each);
		const alike = own !== undefined && sameKind(own, months);
		return alike && each.table === figure.table && each.unit === figure.unit && each.basis === figure.basis;
	};
	return before.findLast(footing) ?? before.at(-1);
}
