import { dimensionsOf, fieldByRole } from '../package/labels.ts';
import type { AdditivityRule, Field, Resource } from '../package/types.ts';
import { m } from '../words/index.ts';
import { additivityOf, type ValuesAt } from './additivity.ts';
import { conditionOf, reachOf, type Situation } from './conditions.ts';
import { categoryOf, isNeverSummed, type Member } from './dimensions.ts';
import type { CubePlan, PublishedTotal } from './planned.ts';
import { noPublishedTotal, shareNotAdditive, unknownField } from './refusals.ts';
import type { CubeQuery, CubeRefusal } from './types.ts';

/** What the shares of a plan depend on besides the plan. */
interface Selected {
	/** Descriptors of the tables that may hold totals. */
	resources: Resource[];
	planTotal: (query: CubeQuery) => CubePlan | CubeRefusal;
	valuesAt: ValuesAt;
	situation: Situation;
	/** Fields that the query limits. */
	filtered: ReadonlySet<string>;
}

/** The rows that a rule names as its total and that say something of the rule's own rows. */
interface Holder {
	resource: Resource;
	where: Record<string, string>;
}

/** Whether a value stands for everything that its field has. */
function isEverything(field: Field, member: Member): boolean {
	return field.categories?.length === 1 || categoryOf(field, member)?.kind === 'total';
}

/**
 * Whether the total stands for the same selection as the rows at a field: the rule pins it to one value,
 * the total has the same value, or both stand for everything that the field has.
 */
function isCovered(
	plan: CubePlan,
	field: Field,
	rule: AdditivityRule,
	holder: Holder,
	chosen: Selected
): boolean {
	const { pinned, kept } = chosen.situation;
	if (rule.where?.[field.name]?.length === 1) return true;
	const member = pinned.get(field.name);
	const isWhole =
		member === undefined
			? plan.summed.some((each) => each.field === field) && !chosen.filtered.has(field.name)
			: isEverything(field, member);
	const theirs = dimensionsOf(holder.resource).find((each) => each.name === field.name);
	const named = holder.where[field.name];
	if (named === undefined)
		return isWhole || (theirs !== undefined && (member !== undefined || kept.has(field.name)));
	// Rows of a kept field that has another value get no total.
	if (kept.has(field.name) || String(member) === named) return true;
	return isWhole && theirs !== undefined && isEverything(theirs, named);
}

/** What the rule's total says of kept fields that the rule itself leaves open. */
function limitsOfTotal(plan: CubePlan, rule: AdditivityRule): Record<string, string[]> {
	const open = plan.kept.filter(
		({ field }) => field.name !== rule.dimension && rule.where?.[field.name]?.length !== 1
	);
	return Object.fromEntries(
		open.flatMap(({ field }) => {
			const named = rule.total?.where[field.name];
			return named === undefined ? [] : [[field.name, [named]]];
		})
	);
}

/** The limits of the total's table as a query gives them. */
function limits(resource: Resource, where: Record<string, Member[]>): Partial<CubeQuery> {
	const filters = { ...where };
	const unit = filters['unit'];
	if (!unit || fieldByRole(resource, 'unit')) return { filters };
	delete filters['unit'];
	return { filters, unit: unit.map(String) };
}

function totalQuery(
	plan: CubePlan,
	rule: AdditivityRule,
	holder: Resource,
	chosen: Selected
): CubeQuery | undefined {
	const where = rule.total?.where ?? {};
	const names = new Set(dimensionsOf(holder).map((field) => field.name));
	const asked: Record<string, Member[]> = Object.fromEntries(
		Object.entries(where).map(([field, value]) => [field, [value]])
	);
	const dimensions: string[] = [];
	for (const field of dimensionsOf(plan.resource)) {
		if (field.name === rule.dimension) continue;
		if (!isCovered(plan, field, rule, { resource: holder, where }, chosen)) return undefined;
		const matched = names.has(field.name) && !(field.name in where);
		const member = chosen.situation.pinned.get(field.name);
		if (!matched) continue;
		if (member !== undefined) asked[field.name] = [member];
		else if (chosen.situation.kept.has(field.name)) dimensions.push(field.name);
	}
	return { table: holder.name, dimensions, ...limits(holder, asked) };
}

/**
 * Where the published totals over a dimension stand, or why no share can be given. Parts whose rule has no
 * total for this choice, or whose total's table does not know a chosen value, stay without a total.
 */
export function planShares(
	plan: CubePlan,
	dimension: string,
	chosen: Selected
): PublishedTotal[] | CubeRefusal {
	const { query, resource } = plan;
	const field = dimensionsOf(resource).find((each) => each.name === dimension);
	if (!field) return unknownField(query, resource, dimension);
	// Measures, bases and units never add up, whatever a rule says.
	if (isNeverSummed(field)) return shareNotAdditive(query, field, m.cube_reason_different_things());
	const additivity = additivityOf(resource, dimension, chosen.valuesAt);
	if (!additivity.additive) return shareNotAdditive(query, field, additivity.reason);
	const totals: PublishedTotal[] = [];
	let isPublished = false;
	for (const rule of additivity.rules) {
		const reach = reachOf(chosen.situation, rule.where);
		if (!reach) continue;
		const holder = chosen.resources.find((each) => each.name === rule.total?.resource);
		const asked = holder && totalQuery(plan, rule, holder, chosen);
		const total = asked && chosen.planTotal(asked);
		if (total && !total.refused && total.summed.length === 0) {
			isPublished = true;
			const when = conditionOf(chosen.situation, rule.where, limitsOfTotal(plan, rule));
			if (when) totals.push({ when, plan: total });
		} else if (total?.refused && total.code === 'unknown-value') isPublished = true;
		totals.push({ when: reach });
	}
	return isPublished ? totals : noPublishedTotal(query, field);
}
