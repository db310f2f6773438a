/** How many bits sums must tell beyond the number of ways in which they were looked for: one in 64 would be chance. */
const BITS = 6;
/** In fewer places, nothing is known of sums that were looked for in many ways. */
const LEAST_PLACES = 3;

/** How many ways there are to choose so many of so many. */
export function waysToChoose(count: number, of: number): number {
	let ways = 1;
	for (let index = 0; index < count; index++) ways = (ways * (of - index)) / (index + 1);
	return ways;
}

/**
 * Whether sums that agree do so for a reason: a sum of about 100 agrees by chance in one of 100 ways, and sums of
 * several places in so many times as many.
 * @param sums those that agree, each in a place of its own
 * @param ways in how many ways such sums were looked for
 */
export function isHardlyChance(sums: Iterable<number>, ways: number): boolean {
	const bits = [...sums].map((sum) => Math.log2(1 + sum));
	const told = bits.reduce((sum, each) => sum + each, 0);
	return bits.length >= LEAST_PLACES && told >= Math.log2(ways) + BITS;
}
