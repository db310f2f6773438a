import { dimensionsOf, totalCategory, valueField } from '../package/labels.ts';
import type { AdditivityRule, Field, Resource } from '../package/types.ts';
import { additivityOf, type ValuesAt } from './additivity.ts';
import { conditionOf, reachOf, type Decision, type Situation } from './conditions.ts';
import { isAggregate, isNeverSummed, memberOf, summableMembers, type Member } from './dimensions.ts';
import type { CubePlan } from './planned.ts';
import { planPopulation } from './rates.ts';
import { mixed, noFigures, notAdditive, overlap, unknownTable } from './refusals.ts';
import { selectionOf, type Selection } from './selection.ts';
import { planShares } from './shares.ts';
import type { CubeQuery, CubeRefusal } from './types.ts';

/** What happens to a dimension that is not in the answer. */
type Resolved = { member: Member } | { parts: Member[] | undefined } | CubeRefusal;

function resolve(query: CubeQuery, resource: Resource, field: Field, selected?: Member[]): Resolved {
	const [first] = selected ?? [];
	if (first !== undefined && selected?.length === 1) return { member: first };
	if (!selected) {
		const only = field.categories?.length === 1 ? field.categories[0] : totalCategory(field);
		const member = only && memberOf(field, only.value);
		if (member !== undefined) return { member };
	}
	if (isNeverSummed(field)) return mixed(query, resource, field, selected);
	const aggregate = selected?.find((member) => isAggregate(field, member));
	if (aggregate !== undefined) return overlap(query, resource, field, aggregate);
	return { parts: selected ?? summableMembers(field) };
}

/** The values that a plan can meet at each field. */
export function valuesAt(plan: CubePlan): ValuesAt {
	const values = new Map<string, readonly Member[] | undefined>();
	for (const { field, member } of plan.pinned) values.set(field.name, [member]);
	for (const { field, members } of [...plan.kept, ...plan.summed]) {
		const listed = field.categories?.flatMap((category) => memberOf(field, category.value) ?? []);
		values.set(field.name, members ?? listed);
	}
	return (field) => values.get(field);
}

/** The parts of a plan against which limits are held. */
function situationOf(plan: CubePlan): Situation {
	return {
		resource: plan.resource,
		pinned: new Map(plan.pinned.map(({ field, member }) => [field.name, member])),
		kept: new Map(plan.kept.map(({ field, members }) => [field.name, members])),
		summed: new Map(plan.summed.map(({ field, members }) => [field.name, members]))
	};
}

/** For which rows an absent part means none: a rule says so only of rows that no rule before it decides. */
function completeBy(rules: AdditivityRule[], situation: Situation): Decision[] {
	return rules.flatMap((rule) => {
		const reach = reachOf(situation, rule.where);
		if (!reach) return [];
		const slices = (rule.complete ?? []).flatMap((slice): Decision[] => {
			const when = conditionOf(situation, rule.where, slice);
			return when ? [{ when, holds: true }] : [];
		});
		return [...slices, { when: reach, holds: false }];
	});
}

/** Holds every sum of a plan against the rules, and notes where an absent part means none. */
function checkSums(plan: CubePlan): CubeRefusal | undefined {
	for (const dimension of plan.summed) {
		const additivity = additivityOf(plan.resource, dimension.field.name, valuesAt(plan));
		if (!additivity.additive) return notAdditive(plan.query, dimension.field, additivity.reason);
		dimension.complete = completeBy(additivity.rules, situationOf(plan));
	}
	return undefined;
}

function dimensionsOfPlan(plan: CubePlan, selection: Selection): CubeRefusal | undefined {
	const fields = dimensionsOf(plan.resource);
	for (const name of new Set(plan.query.dimensions)) {
		const field = fields.find((each) => each.name === name);
		const members = selection.get(name);
		if (field) plan.kept.push({ field, ...(members ? { members } : {}) });
	}
	for (const field of fields) {
		if (plan.query.dimensions.includes(field.name)) continue;
		const resolved = resolve(plan.query, plan.resource, field, selection.get(field.name));
		if ('refused' in resolved) return resolved;
		if ('member' in resolved) plan.pinned.push({ field, member: resolved.member });
		else plan.summed.push({ field, ...(resolved.parts ? { members: resolved.parts } : {}), complete: [] });
	}
	return undefined;
}

/**
 * How to answer a query, or why it is refused. A dimension that is not in the answer is pinned to its
 * chosen, only or published total value, else added up where a rule of the table allows that.
 * @param resources descriptors of the table and of the tables that hold its published totals
 */
export function planQuery(query: CubeQuery, resources: Resource[]): CubePlan | CubeRefusal {
	const resource = resources.find((each) => each.name === query.table);
	if (!resource) return unknownTable(query, resources);
	if (!valueField(resource)) return noFigures(query, resource);
	const selection = selectionOf(query, resource);
	if ('refused' in selection) return selection;
	const plan: CubePlan = { refused: false, query, resource, pinned: [], kept: [], summed: [], totals: [] };
	const refusal = dimensionsOfPlan(plan, selection) ?? checkSums(plan);
	if (refusal) return refusal;
	if (query.rate) {
		const population = planPopulation(plan, resources, (asked) => planQuery(asked, resources));
		if ('refused' in population) return population;
		plan.population = population;
	}
	if (query.shareOf === undefined) return plan;
	const totals = planShares(plan, query.shareOf, {
		resources,
		planTotal: (total) => planQuery(total, resources),
		valuesAt: valuesAt(plan),
		situation: situationOf(plan),
		filtered: new Set(selection.keys())
	});
	return 'refused' in totals ? totals : { ...plan, totals };
}
