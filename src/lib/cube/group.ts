import { NO_NUMBER } from '../package/labels.ts';
import type { Status } from '../package/types.ts';
import { holdsFor } from './conditions.ts';
import type { Member } from './dimensions.ts';
import type { CubePlan } from './planned.ts';
import type { CubeRow } from './types.ts';

/** The rows behind one row of an answer, as an engine finds them; lists hold each text once, in any order. */
export interface Group {
	key: Record<string, Member>;
	rows: number;
	/** Combinations of parts that have a row. */
	cells: number;
	/** The same over the dimensions in which a part may not be absent. */
	parts: number;
	/** Rows with a figure, and the sum of these. */
	valued: number;
	sum: number | null;
	statuses: string[];
	qualifiers: string[];
	denominator: number | null;
	sources: string[];
	confidences: string[];
	notes: string[];
}

/** What a sum carries if its parts differ: the gravest doubt first. */
const GRAVEST_FIRST: Status[] = ['[u]', '[e]', '[p]', '[b]', '[r]', ''];

/** Text by code unit, numbers by size. */
export function ascending(a: Member, b: Member): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether every part that a figure needs has a row with a figure; parts in a complete slice may be absent. */
function isComplete(plan: CubePlan, group: Group): boolean {
	if (group.valued !== group.rows) return false;
	// Of two rows for one part nobody knows which holds, and their sum would count it twice.
	if (group.rows !== group.cells) return false;
	const needed = plan.summed.filter((each) => !holdsFor(group.key, each.complete));
	const expected = needed.reduce((product, { members }) => product * (members?.length ?? NaN), 1);
	return group.parts === expected;
}

/**
 * How the figure is qualified; undefined where its parts differ: "more than 7" and 3 are not 10, and
 * nobody published "more than 10". Exact is as published.
 */
function qualifierOf(group: Group): string | undefined {
	const [first = '', ...others] = group.qualifiers;
	if (others.length === 0) return first;
	return group.qualifiers.every((qualifier) => qualifier === '' || qualifier === 'exact') ? '' : undefined;
}

/**
 * The figure of a group: one row's as published; a sum to a billionth, so that 0.1 and 0.2 make 0.3 in
 * whatever order; null for a sum too large to be exact.
 */
function figureOf({ sum, rows }: Group): number | null {
	if (sum === null || rows === 1) return sum;
	if (Math.abs(sum) > Number.MAX_SAFE_INTEGER) return null;
	return Number.isInteger(sum) ? sum : Number((Math.round(sum * 1e9) / 1e9).toPrecision(15));
}

function statusOf(plan: CubePlan, group: Group, hasFigure: boolean): Status {
	if (hasFigure) return GRAVEST_FIRST.find((status) => group.statuses.includes(status)) ?? '';
	if (group.statuses.includes('[c]')) return '[c]';
	const only = group.rows === 1 && plan.summed.length === 0 ? group.statuses[0] : undefined;
	return NO_NUMBER.find((status) => status === only) ?? '[x]';
}

/** One row of the answer: the figure only where nothing that belongs to it is missing or withheld. */
export function rowOf(plan: CubePlan, group: Group): CubeRow {
	const qualifier = qualifierOf(group);
	const value = isComplete(plan, group) && qualifier !== undefined ? figureOf(group) : null;
	return {
		key: group.key,
		value,
		status: statusOf(plan, group, value !== null),
		qualifier: qualifier ?? '',
		denominator: plan.summed.length === 0 && group.rows === 1 ? group.denominator : null,
		sources: group.sources.sort(ascending),
		confidence: group.confidences.sort(ascending).at(-1) ?? '',
		notes: group.notes.sort(ascending)
	};
}
