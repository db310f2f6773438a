import { isOverSame, type Summed } from './summed.ts';
import type { Witness } from './witness.ts';

/** So many times as often as not, figures must agree: a single year that was counted otherwise hides no sum. */
export const AGREE = 3;

/** Whether sums equal the totals, or other sums, of the same things nearly wherever both are known. */
function agrees({ sums }: Summed, other: Summed): boolean {
	const isTotal = other.over.length === 0;
	let [agreed, off] = [0, 0];
	for (const [key, one] of sums) {
		const two = other.sums.get(key);
		if (!two || one.value === undefined || two.value === undefined) continue;
		// One part alone equals its total whether parts overlap or not.
		if (one.value === two.value) agreed += one.positive > 1 && one.value > 0 ? 1 : 0;
		else if ((one.isWhole && two.isWhole) || (isTotal && one.value > two.value)) off++;
	}
	return agreed > 0 && agreed >= AGREE * off;
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
