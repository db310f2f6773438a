import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subsetsThatGive } from '../../../src/lib/disclosure/subsets.ts';

const columns = fc
	.tuple(fc.integer({ min: 3, max: 18 }), fc.integer({ min: 4, max: 8 }))
	.chain(([count, places]) =>
		fc.array(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: places, maxLength: places }), {
			minLength: count,
			maxLength: count
		})
	);
const chosenOf = (count: number, picked: readonly number[]) => [
	...new Set(picked.map((each) => each % count))
];
const sumAt = (all: readonly (readonly number[])[], chosen: readonly number[], place: number) =>
	chosen.reduce((sum, index) => sum + (all[index]?.[place] ?? 0), 0);

describe('sets of series that come to a total', () => {
	it('are found among many, and each comes to it in every place', () => {
		fc.assert(
			fc.property(columns, fc.array(fc.nat(), { minLength: 2, maxLength: 9 }), (all, picked) => {
				const chosen = chosenOf(all.length, picked);
				fc.pre(chosen.length > 1);
				const total = (all[0] ?? []).map((_, place) => sumAt(all, chosen, place));
				fc.pre(total.every((each) => each > 200) && new Set(total).size > 3);
				const found = subsetsThatGive(all, total);
				expect(found.map((each) => each.toSorted().join())).toContain(chosen.toSorted().join());
				for (const each of found) expect(total.map((_, place) => sumAt(all, each, place))).toEqual(total);
			})
		);
	});

	it('also where a figure is not known somewhere', () => {
		const all = [
			[310, 402, undefined, 391, 300],
			[120, 95, 133, 101, 99],
			[77, 61, 58, 70, 80]
		];
		expect(subsetsThatGive(all, [430, 497, 510, 492, undefined])).toEqual([[0, 1]]);
		expect(subsetsThatGive(all, [430, 497, 510, 493, undefined])).toEqual([]);
	});

	it('are none where three small sums may agree by chance, and none that holds zeros alone', () => {
		const small = [
			[1, 2, 1],
			[1, 1, 3],
			[0, 0, 0]
		];
		expect(subsetsThatGive(small, [2, 3, 4])).toEqual([]);
		const large = small.map((column) => column.map((each) => each * 100));
		expect(subsetsThatGive(large, [200, 300, 400])).toEqual([[1, 0]]);
		expect(subsetsThatGive(large, [200, 300])).toEqual([]);
	});

	it('are none where the pattern of the numbers gives many', () => {
		const even = [...Array(12).keys()].map((town) => [100, 150, 200, 250].map((each) => each + 10 * town));
		expect(subsetsThatGive(even, [390, 540, 690, 840])).toEqual([]);
		expect(subsetsThatGive(even.slice(0, 5), [390, 540, 690, 840])).toEqual([[4, 3, 2]]);
	});
});
