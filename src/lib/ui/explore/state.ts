import type { MarkKind } from '../../charts/types.ts';

/** What stands in place of a count. */
export const SHOWS = ['count', 'rate', 'share', 'index', 'change'] as const;
export type Show = (typeof SHOWS)[number];

/** The forms of a chart that can be built here. */
export const FORMS = [
	'line',
	'stacked-bar',
	'bar',
	'dot',
	'tile-map',
	'funnel'
] as const satisfies MarkKind[];
export type Form = (typeof FORMS)[number];

/** Only what a reader chose; everything else follows from the table. */
export interface ExploreState {
	table?: string;
	measure?: string;
	unit?: string;
	/** `''`: each basis by itself. */
	basis?: string;
	/** The field whose values are set apart as lines, bars or parts; `''`: none. */
	by?: string;
	/** The field of small charts; `''`: one chart. */
	panels?: string;
	/** Chosen values by field; `['']`: added up. */
	values: Record<string, string[]>;
	from?: string;
	to?: string;
	/** The period of a chart that shows one. */
	at?: string;
	show?: string;
	/** The period that is 100 in an index. */
	base?: string;
	form?: string;
	/** Only values whose newest figure is so large; of another measure where that is named. */
	least?: { count: number; measure?: string };
}

/** Every choice of a chart, whoever made it: the reader, or the table. */
export interface Question {
	table: string;
	/** `''` in a table without measures; the same holds for the next two. */
	measure: string;
	unit: string;
	basis: string;
	by: string;
	panels: string;
	/** The one value of each other category or place field; `''`: added up. */
	picked: Record<string, string>;
	/** The values of `by` and `panels` that are shown. */
	shown: Record<string, string[]>;
	/** All values of `by` and `panels` that could be shown. */
	all: Record<string, string[]>;
	/** First and last period that can be shown, and that are; `''` in a table without time. */
	first: string;
	last: string;
	from: string;
	to: string;
	/** `''` where all periods from the first to the last are shown. */
	at: string;
	show: Show;
	/** The field over whose published total a share is given. */
	shareOf: string;
	base: string;
	form: Form;
	/** The condition that narrowed `shown`. */
	least?: { field: string; count: number; measure: string; kept: number; of: number };
}

/** One choice of a control. */
export interface Option {
	value: string;
	label: string;
	/** Why it cannot be chosen, in words; `''` where it can. */
	reason: string;
}

/** The controls whose choice is one of several. */
export type ControlName =
	'unit' | 'basis' | 'by' | 'panels' | 'from' | 'to' | 'at' | 'show' | 'base' | 'form';

/** A control with one choice. */
export interface Control {
	/** Its name, or the field that it picks a value of. */
	name: ControlName | { field: string };
	label: string;
	options: Option[];
	value: string;
}

/** A control with several choices. */
export interface ManyControl {
	field: string;
	label: string;
	options: Option[];
	values: string[];
}

/** The control of a condition. */
export interface LeastControl {
	/** What the condition narrows: "States". */
	label: string;
	/** Measures whose figures may be asked for; one without a label in tables without measures. */
	options: Option[];
	measure: string;
	count: number | null;
}

/** Everything that can be chosen, as it stands. */
export interface Controls {
	one: Control[];
	many: ManyControl[];
	least?: LeastControl;
}

/** A choice that could not be kept. */
export interface LeftOut {
	/** The label of its control. */
	control: string;
	/** The label of the choice; `''` where it is none of the options, whose text is not repeated. */
	value: string;
	reason: string;
}
