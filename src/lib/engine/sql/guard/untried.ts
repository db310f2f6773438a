import type { Member } from '../../../cube/index.ts';
import type { SqlWarning } from '../types.ts';
import { asDoubt, distinct, reasonAgainst, togetherWarning, withheldWarning } from './findings.ts';
import type { Scan } from './plan.ts';
import { membersWhere, type Ask, type TableProfile } from './profile.ts';

const PINNED = /^"?([^"=<>!]+?)"?\s*=\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?))$/;

/** The fields that every reading of a table keeps to one value, as the plan's conditions say. */
export function pinnedBy(scans: readonly Scan[]): Map<string, Member> {
	const [first, ...others] = scans.map(({ filters }) => {
		const conditions = filters
			.filter((filter) => !/ OR /i.test(filter))
			.flatMap((filter) => filter.split(' AND '));
		return new Map(
			conditions.flatMap((condition) => {
				const [, name, text, number] = PINNED.exec(condition.trim()) ?? [];
				if (name === undefined) return [];
				const member: Member = number === undefined ? (text ?? '').replaceAll("''", "'") : Number(number);
				return [[name, member] as const];
			})
		);
	});
	return new Map([...(first ?? [])].filter(([name, is]) => others.every((each) => each.get(name) === is)));
}

/** A table with only the values that are left where every reading of it keeps the plan's conditions. */
export async function narrowedBy(
	profile: TableProfile,
	scans: readonly Scan[],
	ask: Ask
): Promise<TableProfile> {
	const pinned = pinnedBy(scans.filter(({ table }) => table === profile.resource.name));
	const known = [...pinned].filter(([name]) => profile.dimensions.some(({ field }) => field.name === name));
	if (known.length === 0) return profile;
	return { ...profile, dimensions: await membersWhere(profile, new Map(known), ask) };
}

/** Warnings about a statement that cannot be tried out: all that may be wrong with it. */
export function warningsOfDoubt(profiles: readonly TableProfile[]): SqlWarning[] {
	return distinct(
		profiles.flatMap(({ resource, value, dimensions, withheld }) => {
			const single = new Map(
				dimensions.flatMap(({ field, members: [only = null, ...others] }) =>
					only === null || others.length ? [] : [[field.name, only] as const]
				)
			);
			const together = dimensions.flatMap(({ field, members }) => {
				if (members.length < 2) return [];
				const reason = reasonAgainst(resource, field, single);
				return reason === undefined ? [] : [asDoubt(togetherWarning(resource, field, reason))];
			});
			return withheld.length
				? [...together, withheldWarning(resource, value, withheld.length, false)]
				: together;
		})
	);
}
