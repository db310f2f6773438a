import { additivityOf } from './additivity.ts';
import { breaksOf } from './breaks.ts';
import { meets } from './conditions.ts';
import { isNeverSummed, type Member } from './dimensions.ts';
import { ascending, rowOf, type Group } from './group.ts';
import { addRates } from './rates.ts';
import { valuesAt } from './plan.ts';
import type { CubePlan, KeptDimension } from './planned.ts';
import type { CubeAnswer, CubeRow } from './types.ts';

function inOrder({ field }: KeptDimension): (a: Member, b: Member) => number {
	if (!field.categories || field.role === 'time') return ascending;
	const rank = new Map(field.categories.map((category, index) => [category.value, index]));
	const rankOf = (member: Member) => rank.get(String(member)) ?? rank.size;
	return (a, b) => rankOf(a) - rankOf(b) || ascending(a, b);
}

/** By the first dimension, then the next: time upwards, categories as the descriptor lists them, else ascending. */
function sorted(plan: CubePlan, rows: CubeRow[]): CubeRow[] {
	const orders = plan.kept.map((dimension) => ({ name: dimension.field.name, compare: inOrder(dimension) }));
	return rows.sort((a, b) => {
		for (const { name, compare } of orders) {
			const [left = '', right = ''] = [a.key[name], b.key[name]];
			const order = compare(left, right);
			if (order !== 0) return order;
		}
		return 0;
	});
}

/** Gives each row its published total and its share of it; null where either figure is missing. */
function addShares(plan: CubePlan, rows: CubeRow[], totalGroups: Group[][]): CubeRow[] {
	const idOf = (total: CubePlan, key: Record<string, Member>) =>
		JSON.stringify(total.kept.map(({ field }) => key[field.name]));
	const published = plan.totals.map(({ when, plan: total }, index) => ({
		when,
		total,
		figures: new Map(
			total
				? (totalGroups[index] ?? []).map((group) => [idOf(total, group.key), rowOf(total, group).value])
				: []
		)
	}));
	return rows.map((row) => {
		const holder = published.find(({ when }) => meets(row.key, when));
		const total = (holder?.total && holder.figures.get(idOf(holder.total, row.key))) ?? null;
		// A part above its total was published at another time, so it is no part of it.
		const isPart = row.value !== null && total !== null && total > 0 && row.value <= total;
		return { ...row, total, share: isPart ? Number(row.value) / total : null };
	});
}

function nonAdditiveOf(plan: CubePlan, rows: CubeRow[]): CubeAnswer['nonAdditive'] {
	const otherwise = valuesAt(plan);
	return plan.kept.flatMap(({ field }) => {
		if (isNeverSummed(field)) return [];
		if (new Set(rows.map((row) => row.key[field.name])).size < 2) return [];
		for (const row of rows) {
			const additivity = additivityOf(plan.resource, field.name, (name) => {
				const member = row.key[name];
				return member === undefined ? otherwise(name) : [member];
			});
			if (!additivity.additive) return [{ dimension: field.name, reason: additivity.reason }];
		}
		return [];
	});
}

/**
 * The whole answer from what an engine found.
 * @param totals the groups of each of the plan's published totals, in the plan's order
 * @param residents the groups of the plan's population
 */
export function finishAnswer(
	plan: CubePlan,
	groups: Group[],
	totals: Group[][],
	residents: Group[]
): CubeAnswer {
	const plain = sorted(
		plan,
		groups.map((group) => rowOf(plan, group))
	);
	const shared = plan.query.shareOf === undefined ? plain : addShares(plan, plain, totals);
	return {
		refused: false,
		query: plan.query,
		rows: plan.population ? addRates(plan, shared, plan.population, residents) : shared,
		breaks: breaksOf(plan, plain),
		nonAdditive: nonAdditiveOf(plan, plain),
		withheld: plain.filter((row) => row.status === '[c]').length
	};
}
