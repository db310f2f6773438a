import { NO_NUMBER } from '../package/labels.ts';
import type { Status } from '../package/types.ts';
import { meets } from './conditions.ts';
import type { Member } from './dimensions.ts';
import type { CubePlan } from './planned.ts';
import type { CubeRow } from './types.ts';

/** The rows behind one row of an answer, as an engine finds them; lists hold each text once, in any order. */
export interface Group {
	key: Record<string, Member>;
	rows: number;
	/** Combinations of parts that have a row, over the dimensions in which a part may not be absent. */
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
	const needed = plan.summed.filter(
		(each) => !each.complete.some((condition) => meets(group.key, condition))
	);
	const expected = needed.reduce((product, { members }) => product * (members?.length ?? NaN), 1);
	// Without a complete slice a second row for a part would be counted twice.
	if (needed.length === plan.summed.length && group.rows !== expected) return false;
	return group.parts === expected;
}

function statusOf(plan: CubePlan, group: Group, complete: boolean): Status {
	if (complete) return GRAVEST_FIRST.find((status) => group.statuses.includes(status)) ?? '';
	if (group.statuses.includes('[c]')) return '[c]';
	const only = group.rows === 1 && plan.summed.length === 0 ? group.statuses[0] : undefined;
	return NO_NUMBER.find((status) => status === only) ?? '[x]';
}

/** One row of the answer: the figure only where nothing that belongs to it is missing or withheld. */
export function rowOf(plan: CubePlan, group: Group): CubeRow {
	const complete = isComplete(plan, group);
	const [qualifier = '', ...others] = group.qualifiers;
	return {
		key: group.key,
		value: complete ? group.sum : null,
		status: statusOf(plan, group, complete),
		qualifier: others.length ? '' : qualifier,
		denominator: plan.summed.length === 0 && group.rows === 1 ? group.denominator : null,
		sources: group.sources.sort(ascending),
		confidence: group.confidences.sort(ascending).at(-1) ?? '',
		notes: group.notes.sort(ascending)
	};
}
