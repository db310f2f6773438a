import { fieldByName } from '../package/labels.ts';
import type { Resource } from '../package/types.ts';
import { additivityOf } from './additivity.ts';
import { conditionOf, meets } from './conditions.ts';
import { isAggregate, summableMembers, type Member } from './dimensions.ts';
import { planQuery, situationOf, valuesAt } from './plan.ts';
import type { CubePlan } from './planned.ts';
import type { CubeQuery, CubeRow } from './types.ts';

const ROUNDING = 1e-9;

function isDeclaredComplete(plan: CubePlan, dimension: string, key: CubeRow['key']): boolean {
	const at = valuesAt(plan);
	const here = (name: string): readonly Member[] | undefined => {
		const member = key[name];
		return name === dimension || member === undefined ? at(name) : [member];
	};
	const additivity = additivityOf(plan.resource, dimension, here);
	if (!additivity.additive) return false;
	return additivity.rules.some((rule) =>
		(rule.complete ?? []).some((slice) => {
			const condition = conditionOf(situationOf(plan), rule.where, slice);
			return condition !== undefined && meets(key, condition);
		})
	);
}

/**
 * Whether the rows of one slice of an answer are everything that was counted in it, so that their bars may
 * be stacked to a whole: each has a figure, the dimension is additive there, and every value that is no
 * total has a row, or the table says that absent ones mean none, or their shares add up to one.
 * @param query the query that the rows answer
 * @param rows rows that differ in `dimension` only
 */
export function isWhole(resource: Resource, query: CubeQuery, dimension: string, rows: CubeRow[]): boolean {
	const field = fieldByName(resource, dimension);
	const { shareOf: _, ...unshared } = query;
	const plan = planQuery(unshared, [resource]);
	if (!field || plan.refused || !plan.kept.some((each) => each.field === field)) return false;
	const parts = rows.filter((row) => !isAggregate(field, row.key[dimension] ?? ''));
	const [first] = parts;
	if (!first || parts.some((row) => row.value === null)) return false;
	const at = valuesAt(plan);
	const isAdditive = parts.every(
		(row) =>
			additivityOf(resource, dimension, (name) => {
				const member = row.key[name];
				return member === undefined ? at(name) : [member];
			}).additive
	);
	if (!isAdditive) return false;
	const shares = parts.reduce((sum, row) => sum + (row.share ?? NaN), 0);
	if (Math.abs(shares - 1) < ROUNDING) return true;
	const expected = summableMembers(field);
	const asked = plan.kept.find((each) => each.field === field)?.members;
	if (asked && !expected?.every((member) => asked.includes(member))) return false;
	const present = new Set(parts.map((row) => row.key[dimension]));
	if (expected?.every((member) => present.has(member))) return true;
	return isDeclaredComplete(plan, dimension, first.key);
}
