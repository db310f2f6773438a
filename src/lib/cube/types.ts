import type { Break, Status, Text } from '../package/types.ts';

/**
 * A question to one table. A dimension that is not in `dimensions` and not filtered to one value is
 * answered by its published total; without one it is summed over where that is allowed, else refused.
 */
export interface CubeQuery {
	/** Name of a resource. */
	table: string;
	/** Values of the `measure` field; more than one needs that field in `dimensions`. */
	measure?: string[];
	/** Fields kept in the answer, in order. */
	dimensions: string[];
	/** Field name to accepted values. */
	filters?: Record<string, (string | number)[]>;
	/** Values of the `basis` field; more than one needs it in `dimensions`. */
	basis?: string[];
	/** Values of the `unit` field; more than one needs it in `dimensions`. */
	unit?: string[];
	/** An additive dimension: each value is also given as a share of the published total over it. */
	shareOf?: string;
	/** Each value is given per 100,000 residents of its place in its time; needs the place kept or chosen. */
	rate?: boolean;
}

/** What a rate was computed from. */
export interface RateOf {
	/** The published count; null where there is none. */
	count: number | null;
	/** The residents; null where no population is published for the place and time. */
	population: number | null;
	/** The basis of the population, such as its vintage; `''` where its table has none. */
	basis: string;
	/** 95 % limits of the rate, random variation of the count only; null where the rate is, or is no plain number. */
	low: number | null;
	high: number | null;
	/** Sources of the population. */
	sources: string[];
}

/** What a chart shows in place of a count, and what it was computed from. */
export interface DerivedOf {
	kind: 'index' | 'change' | 'share';
	/** The published count; null where there is none, or where it is withheld. */
	count: number | null;
	/** The count that it is set against: of the base period, of the year before, or the published total. */
	against: number | null;
	/** The period of `against`; `''` for a share. */
	period: string;
	/** 95 % limits of a change in percent, random variation of the counts only. */
	low: number | null;
	high: number | null;
	/** Why there is no number; `''` where there is one. */
	gap: DerivedGap | '';
}

/**
 * `base`: the base period has no figure that can be a base. `break`: not counted as what it is set against. `small`: one of
 * the counts is too small. `zero`: set against none. `before`: no figure of the year before, or no total. `missing`: no
 * figure of its own. `inexact`: not a plain number.
 */
export type DerivedGap = 'base' | 'break' | 'small' | 'zero' | 'before' | 'missing' | 'inexact';

/** One figure of an answer with all that must be shown beside it. */
export interface CubeRow {
	/** The value of each kept dimension. */
	key: Record<string, string | number>;
	/** Null where withheld, not available or incomplete; `status` says which. */
	value: number | null;
	status: Status;
	/** Only with `rate`, where `value` is the rate per 100,000 residents. */
	rate?: RateOf;
	/** Only where a chart shows an index, a change or a share, which `value` is then; no engine answers so. */
	derived?: DerivedOf;
	/** Between 0 and 1; only with `shareOf`, null where no total is published. */
	share?: number | null;
	/** The published total behind `share`; only with `shareOf`. */
	total?: number | null;
	/** `more_than`, `rounded` …: how the source qualified the figure. */
	qualifier: string;
	/** The number for whom the characteristic is known, where published. */
	denominator: number | null;
	sources: string[];
	/** The weakest letter of the rows behind the value. */
	confidence: string;
	notes: string[];
}

/** What a table says to a question. */
export interface CubeAnswer {
	refused: false;
	query: CubeQuery;
	rows: CubeRow[];
	/** Breaks that affect the rows, in time order. */
	breaks: Break[];
	/** Times, places and categories of the answer whose values must not be added, with the reason. */
	nonAdditive: { dimension: string; reason: Text }[];
	/** Rows whose value is withheld. */
	withheld: number;
}

/** Why a question is refused, for code. */
export type RefusalCode =
	| 'unknown-table'
	| 'unknown-field'
	| 'unknown-value'
	| 'not-additive'
	| 'mixed-basis'
	| 'mixed-unit'
	| 'mixed-measure'
	| 'no-published-total'
	| 'no-population';

/** A question that must not or cannot be answered. */
export interface CubeRefusal {
	refused: true;
	query: CubeQuery;
	code: RefusalCode;
	/** The field it is about. */
	field?: string;
	/** In words a reader understands. */
	reason: string;
}
