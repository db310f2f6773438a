import type { Status } from '../../package/types.ts';

/** The figure with which another is compared. */
export interface Earlier {
	/** In words: `2016`. */
	period: string;
	value: number | null;
	qualifier: string;
	basis: string;
	/** The mark that stands in place of a number. */
	status: Status;
}

/** Why two published figures are not compared. */
export type Obstacle =
	/** They cover different lines, or follow different counting rules. */
	| 'basis'
	| 'unit'
	/** A break lies between them. */
	| 'break'
	/** Their periods differ in length or in the month in which they begin. */
	| 'period'
	/** They stand in two tables. */
	| 'table'
	/** One of them is no plain figure: "more than", "about". */
	| 'qualifier';

/** How a figure stands to the one before it. */
export type Change =
	| { kind: 'first' }
	/** In percent (15: 15 % more) with its 95 % limits, which cover random variation only. */
	| { kind: 'percent'; since: Earlier; value: number; low: number; high: number }
	/** Too few, or from nothing: both figures and no percentage. */
	| { kind: 'counts'; since: Earlier }
	/** The break between them as the descriptor tells it: a few words, and the whole. */
	| { kind: 'obstacle'; since: Earlier; obstacle: Obstacle; label?: string; reason?: string }
	/** One of the two shows no number. */
	| { kind: 'missing'; since: Earlier; status: Status };

/** One published figure with all that must stand beside it. */
export interface ReachFigure {
	/** Its code (`2016`, `2021-10/2022-09`) and its words. */
	period: string;
	periodLabel: string;
	/** Null where it shows no number; `status` says why. */
	value: number | null;
	status: Status;
	qualifier: string;
	unit: string;
	basis: string;
	scope: string;
	sources: { id: string; label: string }[];
	confidence: string;
	notes: string[];
	change: Change;
}

/** How many places have a figure in a year. */
export interface PlacesReached {
	year: string;
	/** Places with a figure above zero. */
	reached: number;
	/** Places with any published figure. */
	published: number;
	sources: { id: string; label: string }[];
	/** The weakest letter of the figures. */
	confidence: string;
}

/** A measure of what the line did. */
export interface ReachMeasureView {
	label: string;
	/** In time order, the oldest first. */
	figures: ReachFigure[];
	/** Years from the first figure of the measure to the newest of the page for which it has none. */
	missing: number[];
	/** The newest published total since the start; its period is the day until which it counts. */
	total?: ReachFigure;
	/** Only where places are counted, in place of figures. */
	places?: { one: string; many: string; all: number; years: PlacesReached[] };
}

/** What is asked, and the measures that answer; none means that nothing is published. */
export interface ReachGroupView {
	heading: string;
	question: string;
	measures: ReachMeasureView[];
}
