import { isOverSame, type Summed } from './summed.ts';
import type { Witness } from './witness.ts';

/** Whether sums equal the totals, or other sums, of the same things wherever both are known, and somewhere say so. */
function agrees({ sums }: Summed, other: Summed): boolean {
	const isTotal = other.over.length === 0;
	let isSeen = false;
	for (const [key, one] of sums) {
		const two = other.sums.get(key);
		if (!two || one.value === undefined || two.value === undefined) continue;
		// One part alone equals its total whether parts overlap or not.
		if (one.value === two.value) isSeen ||= one.positive > 1 && one.value > 0;
		else if ((one.isWhole && two.isWhole) || (isTotal && one.value > two.value)) return false;
	}
	return isSeen;
}

/**
 * Dimensions over which figures add up although no rule says so, because their sums equal totals that stand somewhere,
 * or the sums of another table that splits the same things in another way: every reader of both sees it.
 * @returns the names of such dimensions for each witness
 */
export function evidentSums(witnesses: readonly Witness[], all: readonly Summed[]): Set<string>[] {
	const found = witnesses.map(() => new Set<string>());
	for (const one of all) {
		if (one.over.length === 0) continue;
		const isEvident = all.some((other) => other !== one && !isOverSame(one, other) && agrees(one, other));
		if (isEvident) for (const { name } of one.over) found[witnesses.indexOf(one.witness)]?.add(name);
	}
	return found;
}
