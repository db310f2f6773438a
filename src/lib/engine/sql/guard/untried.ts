import type { Member } from '../../../cube/index.ts';
import type { SqlWarning } from '../types.ts';
import { asDoubt, distinct, reasonAgainst, togetherWarning, withheldWarning } from './findings.ts';
import type { Scan } from './plan.ts';
import type { TableProfile } from './profile.ts';

const PINNED = /^"?([^"=<>!]+?)"?\s*=\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?))$/;

/** The fields that every reading of a table keeps to one value, as the plan's conditions say. */
export function pinnedBy(scans: readonly Scan[]): Map<string, Member> {
	const [first, ...others] = scans.map(({ filters }) => {
		const conditions = filters.flatMap((filter) => filter.split(' AND '));
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

/**
 * Warnings about a statement that cannot be tried out: all that may be wrong with it, as far as the plan's
 * conditions do not rule it out.
 */
export function warningsOfDoubt(profiles: readonly TableProfile[], scans: readonly Scan[]): SqlWarning[] {
	return distinct(
		profiles.flatMap(({ resource, value, dimensions, withheld }) => {
			const pinned = pinnedBy(scans.filter(({ table }) => table === resource.name));
			const together = dimensions.flatMap(({ field, members }) => {
				if (members.length < 2 || pinned.has(field.name)) return [];
				const reason = reasonAgainst(resource, field, pinned);
				return reason === undefined ? [] : [asDoubt(togetherWarning(resource, field, reason))];
			});
			return withheld.length
				? [...together, withheldWarning(resource, value, withheld.length, false)]
				: together;
		})
	);
}
