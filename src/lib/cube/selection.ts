import { dimensionsOf, fieldByRole } from '../package/labels.ts';
import type { Field, Resource } from '../package/types.ts';
import { categoryOf, memberOf, type Member } from './dimensions.ts';
import { noValue, unknownField, unknownValue } from './refusals.ts';
import type { CubeQuery, CubeRefusal } from './types.ts';

/** Accepted values of each filtered dimension, each value once; a dimension that is not in it is not filtered. */
export type Selection = Map<string, Member[]>;

function membersOf(
	query: CubeQuery,
	resource: Resource,
	field: Field,
	values: Member[]
): Member[] | CubeRefusal {
	const members: Member[] = [];
	for (const value of values) {
		const member = memberOf(field, value);
		if (member === undefined || (field.categories && !categoryOf(field, member))) {
			return unknownValue(query, resource, field, value);
		}
		if (!members.includes(member)) members.push(member);
	}
	return members;
}

/** Fields and the values that a query asks of them, its measure, basis and unit included. */
function limitsOf(query: CubeQuery, resource: Resource): [string, Member[]][] {
	const limits = Object.entries(query.filters ?? {});
	for (const role of ['measure', 'basis', 'unit'] as const) {
		const values = query[role];
		if (values) limits.push([fieldByRole(resource, role)?.name ?? role, values]);
	}
	return limits;
}

/**
 * Reads what a query selects, or refuses fields and values that the table does not have. Two limits on
 * one field must both hold.
 */
export function selectionOf(query: CubeQuery, resource: Resource): Selection | CubeRefusal {
	const fields = new Map(dimensionsOf(resource).map((field) => [field.name, field]));
	for (const name of query.dimensions) if (!fields.has(name)) return unknownField(query, resource, name);
	const selection: Selection = new Map();
	for (const [name, values] of limitsOf(query, resource)) {
		const field = fields.get(name);
		if (!field) {
			const isOwnUnit = name === 'unit' && values.every((value) => value === resource.unit);
			if (isOwnUnit && values.length) continue;
			return unknownField(query, resource, name);
		}
		const members = membersOf(query, resource, field, values);
		if ('refused' in members) return members;
		const earlier = selection.get(name);
		const both = earlier ? members.filter((member) => earlier.includes(member)) : members;
		if (both.length === 0) return noValue(query, field);
		selection.set(name, both);
	}
	return selection;
}
