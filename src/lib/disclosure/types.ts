import type { DisclosureSettings } from '../package/types.ts';

/** Where a figure stands: a row of a table, and its line in the file. */
export interface Standing {
	table: string;
	file: string;
	row: number;
	line: number | undefined;
	/** Whether `[c]` stands for it here. */
	hidden: boolean;
	/** Its dimensions in words, `year 2016, form labor`. */
	key: string;
}

/** One figure of the joint system; a figure that stands in two tables is one cell. */
export interface SystemCell {
	/** Its place in the system. */
	id: number;
	standings: Standing[];
	/** Its number; null where whoever looks at the system does not know it. */
	value: number | null;
	/** Whether `[c]` stands for it in at least one table. */
	hidden: boolean;
	/** Whether a number stands for it in at least one table. */
	shown: boolean;
	/** Whether a number stands for it in a table that is not protected, and so stays there whatever is withheld. */
	pinned: boolean;
	mode: DisclosureSettings['mode'];
	/** Whether the threshold holds for it. */
	controlled: boolean;
	threshold: number;
	zeros: 'published' | 'withheld';
	/** The least and the greatest number that it can have by itself: 1 where zeros are published. */
	least: number;
	most: number;
	/** How much readers lose where it is withheld, per unit: totals and headline figures cost more. */
	weight: number;
}

/** `lower <= sum of coefficient times cell <= upper` */
export interface Constraint {
	cells: number[];
	coefficients: number[];
	lower: number;
	upper: number;
	/** The table and the dimension over which it holds. */
	over: string;
	/** Where no rule names it: readers may reckon with it, unless figures contradict it. */
	unnamed?: Unnamed;
}

/** A sum that no rule of additivity names, by a part and the place of its total. */
export interface Unnamed {
	at: Standing;
	other: string;
}

/** All figures of a package with all that ties them together. */
export interface System {
	cells: SystemCell[];
	constraints: Constraint[];
	/** The cell of each row of each table; undefined where the row has no figure. */
	cellOf: Map<string, (number | undefined)[]>;
}

/** Something that gives a figure away, or may. */
export interface Finding {
	kind:
		| 'small'
		| 'shown-elsewhere'
		| 'derivable'
		| 'contradiction'
		| 'unnamed-sum'
		| 'off-sum'
		| 'undecided'
		| 'stopped'
		| 'beside'
		| 'denominator'
		| 'derived'
		| 'two-values'
		| 'published-before'
		| 'moved-by-few'
		| 'older-version'
		| 'whole-group'
		| 'decimals';
	mode: DisclosureSettings['mode'];
	at: Standing;
	/** The column that is meant, where it is not that of the figure. */
	column?: string;
	/** What else is named: another place of the figure, the earlier version. */
	other?: string;
	/** The threshold that holds for it. */
	threshold: number;
}
