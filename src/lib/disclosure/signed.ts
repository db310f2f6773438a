import type { Column } from './columns.ts';
import type { Sum } from './summed.ts';

/** A column that is added to others, or taken from them, in the places of a total. */
export interface Signed {
	column: Column;
	sign: 1 | -1;
	sums: readonly (Sum | undefined)[];
}

/** A column, and those that have figures in its places. */
export interface Candidates {
	total: Column;
	sums: readonly Sum[];
	/** Each as one that is added. */
	others: readonly Signed[];
}

/** In fewer places in common, nothing is known of two columns. */
const SHARED = 3;

/** Those of some columns that have figures in the places of a total. */
export function candidatesFor(total: Column, columns: readonly Column[]): Candidates {
	const places = [...total.at.keys()];
	const others = columns.flatMap((column): Signed[] => {
		const sums = places.map((place) => column.at.get(place));
		const known = sums.filter((sum) => sum?.value !== undefined);
		const isEnough = known.length >= SHARED && known.some((sum) => sum?.value !== 0);
		return isEnough ? [{ column, sign: 1, sums }] : [];
	});
	return { total, sums: [...total.at.values()], others };
}

/** Whether more than one part is more than zero, where there are several. */
const isTelling = (signed: readonly Signed[], index: number) =>
	signed.filter(({ sums }) => (sums[index]?.value ?? 0) > 0).length > (signed.length > 1 ? 1 : 0);

/** Whether a figure is now this and now that: one that stays as it was is the same a period before, and tells nothing. */
const isChanging = (sums: readonly (Sum | undefined)[], places: readonly number[]) =>
	new Set(places.map((index) => sums[index]?.value)).size >= SHARED;

/**
 * What both sides of a sum come to, in the places where all of it is known. Undefined where they contradict each other
 * anywhere, be it that what is withheld would have to be below zero.
 */
export function sumsOf({ sums }: Candidates, signed: readonly Signed[]): Set<number> | undefined {
	const [seen, places] = [new Set<number>(), [] as number[]];
	for (const [index, whole] of sums.entries()) {
		let [left, size] = [-(whole.value ?? 0), 0];
		let [canFall, canRise] = [whole.value === undefined, false];
		let isThere = true;
		for (const { sign, sums: own } of signed) {
			const sum = own[index];
			if (!sum) isThere = false;
			else if (sum.value === undefined) [canFall, canRise] = [canFall || sign < 0, canRise || sign > 0];
			else {
				left += sign * sum.value;
				if (sign > 0) size += sum.value;
			}
		}
		if (!isThere) continue;
		if ((left > 0 && !canFall) || (left < 0 && !canRise)) return undefined;
		if (canFall || canRise || !isTelling(signed, index)) continue;
		seen.add(size);
		places.push(index);
	}
	const hasEarlier = signed.some(({ column }) => column.now);
	const isStill = ![sums, ...signed.map((each) => each.sums)].every((each) => isChanging(each, places));
	return hasEarlier && isStill ? new Set() : seen;
}

/** Every choice of so many columns, each of them added or taken away. */
export function* signedChoices(others: readonly Signed[], size: number, from = 0): Generator<Signed[]> {
	if (size === 0) {
		yield [];
		return;
	}
	for (let index = from; index <= others.length - size; index++) {
		const other = others[index];
		if (!other) continue;
		for (const rest of signedChoices(others, size - 1, index + 1)) {
			yield [other, ...rest];
			yield [{ ...other, sign: -1 }, ...rest];
		}
	}
}
