import { fieldByName } from '../package/labels.ts';
import type { Resource } from '../package/types.ts';
import { fixedValue, memberOf, type Member } from './dimensions.ts';

/** Accepted values of fields of an answer; all must hold, and `{}` always does. */
export type Condition = Record<string, Member[]>;

/** Fields and the values that a rule or slice accepts of them. */
type Limits = Record<string, string[]> | undefined;

/** The parts of a plan against which a limit is held. */
export interface Situation {
	resource: Resource;
	/** The value of a field that has just one. */
	pinned: ReadonlyMap<string, Member>;
	/** Fields of the answer, with the values that they may take where these are known. */
	kept: ReadonlyMap<string, readonly Member[] | undefined>;
	/** Fields that are summed over, with their parts where these are known. */
	summed: ReadonlyMap<string, readonly Member[] | undefined>;
}

const isIn = (accepted: readonly string[]) => (member: Member) => accepted.includes(String(member));

function membersNamed(resource: Resource, name: string, texts: string[]): Member[] {
	const field = fieldByName(resource, name);
	return field ? texts.flatMap((text) => memberOf(field, text) ?? []) : [];
}

/** Whether a limit must hold for every part of a sum, or may hold for some of them only. */
type Parts = 'every' | 'some';

/** What a limit on one field leaves to ask of each row: nothing (`true`), the impossible (`false`), or values. */
function reduced(at: Situation, field: string, accepted: string[], parts: Parts): boolean | Member[] {
	const only = at.pinned.get(field) ?? fixedValue(at.resource, field);
	if (only !== undefined) return isIn(accepted)(only);
	if (at.kept.has(field)) {
		const members = at.kept.get(field);
		if (!members) return membersNamed(at.resource, field, accepted);
		const left = members.filter(isIn(accepted));
		return left.length === members.length ? true : left.length > 0 && left;
	}
	return at.summed.get(field)?.[parts](isIn(accepted)) ?? parts === 'some';
}

function combined(at: Situation, parts: Parts, limits: Limits[]): Condition | undefined {
	const condition: Condition = {};
	for (const [field, accepted] of limits.flatMap((limit) => Object.entries(limit ?? {}))) {
		const left = reduced(at, field, accepted, parts);
		if (left === false) return undefined;
		if (left === true) continue;
		const earlier = condition[field];
		condition[field] = earlier ? earlier.filter((member) => left.includes(member)) : left;
	}
	return condition;
}

/** The limits of a rule or slice as a condition on the rows of an answer; undefined where none can fit. */
export function conditionOf(at: Situation, ...limits: Limits[]): Condition | undefined {
	return combined(at, 'every', limits);
}

/** The rows of an answer to which a rule may apply, be it to some parts of their sums only. */
export function reachOf(at: Situation, where: Limits): Condition | undefined {
	return combined(at, 'some', [where]);
}

/** What holds for the rows that meet a condition. */
export interface Decision {
	when: Condition;
	holds: boolean;
}

/** Whether it holds for a row: the first decision whose condition the row meets says so, and without one it does not. */
export function holdsFor(key: Record<string, Member>, decisions: Decision[]): boolean {
	return decisions.find(({ when }) => meets(key, when))?.holds ?? false;
}

/** Whether a row's key meets a condition. */
export function meets(key: Record<string, Member>, condition: Condition): boolean {
	return Object.entries(condition).every(([field, accepted]) => {
		const member = key[field];
		return member !== undefined && accepted.includes(member);
	});
}
