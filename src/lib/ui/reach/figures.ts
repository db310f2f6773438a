import { localized } from '../../package/index.ts';
import type { Break } from '../../package/types.ts';
import { changeBetween } from '../../stats/index.ts';
import { barrierBetween, earlierOf, monthsIn, type Footing } from './comparable.ts';
import type { Change, Earlier, ReachFigure } from './types.ts';

/** A figure before it is compared: its codes stand beside its words. */
export interface CountedFigure {
	footing: Footing;
	figure: Omit<ReachFigure, 'change'>;
	/** Breaks that affect the figures of its table. */
	breaks: Break[];
}

function earlierWords({ figure }: CountedFigure): Earlier {
	const { periodLabel, value, qualifier, basis, status } = figure;
	return { period: periodLabel, value, qualifier, basis, status };
}

function changeOf(earlier: CountedFigure, later: CountedFigure): Change {
	const since = earlierWords(earlier);
	const barrier = barrierBetween(earlier.footing, later.footing, later.breaks);
	const { obstacle, entry } = barrier ?? {};
	const change = changeBetween(earlier.figure, later.figure, { comparable: barrier === null, full: true });
	if (change.kind === 'mark' && change.status !== '[b]')
		return { kind: 'missing', since, status: change.status };
	const told = entry ? { label: localized(entry.label), reason: localized(entry.text) } : {};
	if (obstacle) return { kind: 'obstacle', since, obstacle, ...told };
	if (change.kind === 'mark') return { kind: 'obstacle', since, obstacle: 'break' };
	if (change.kind === 'counts') return { kind: 'counts', since };
	const { value, low, high } = change;
	return { kind: 'percent', since, value, low, high };
}

/** In the order in which their periods end, then begin; texts that name no months come first. */
function byTime(one: CountedFigure, other: CountedFigure): number {
	const [a, b] = [monthsIn(one.footing), monthsIn(other.footing)];
	return (a?.last ?? 0) - (b?.last ?? 0) || (a?.first ?? 0) - (b?.first ?? 0);
}

/** The figures of a measure in time order, each with its change from the one before it on the same footing. */
export function figuresWithChanges(figures: CountedFigure[]): ReachFigure[] {
	const inOrder = figures.toSorted(byTime);
	const footings = inOrder.map((each) => ({ ...each.footing, each }));
	return inOrder.map((each, index) => {
		const earlier = earlierOf(footings, index)?.each;
		return { ...each.figure, change: earlier ? changeOf(earlier, each) : { kind: 'first' } };
	});
}
