import { describe, expect, it } from 'vitest';
import { extentOf, isInside, middleOf, ringsOf } from '../../../../src/lib/charts/layout/outline.ts';
import { square } from '../mapFixture.ts';

describe('outlines', () => {
	it('are read from absolute and relative commands alike', () => {
		const wanted = [
			[
				[10, 10],
				[20, 10],
				[20, 20],
				[10, 20]
			]
		];
		expect(ringsOf('M10,10L20,10L20,20L10,20Z')).toEqual(wanted);
		expect(ringsOf('M10 10H20V20H10Z')).toEqual(wanted);
		expect(ringsOf('m10 10 10 0 0 10-10 0z')).toEqual(wanted);
		expect(ringsOf('m10,10h10v10h-10zm30,0l1,0l0,1z')[1]).toEqual([
			[40, 10],
			[41, 10],
			[41, 11]
		]);
	});

	it('have an inside, without their holes', () => {
		const ring = ringsOf(square(0, 0, 30) + square(10, 10, 10));
		expect(isInside(ring, [5, 5])).toBe(true);
		expect(isInside(ring, [15, 15])).toBe(false);
		expect(isInside(ring, [31, 5])).toBe(false);
		expect(extentOf(ring)).toEqual({ x0: 0, x1: 30, y0: 0, y1: 30 });
	});

	it('have a middle inside their largest part, also where the centre of all lies outside', () => {
		const bent = ringsOf('M0,0L100,0L100,20L20,20L20,100L0,100Z' + square(200, 200, 10));
		const { at, radius } = middleOf(bent);
		expect(isInside(bent, at)).toBe(true);
		expect(radius).toBeGreaterThan(9.5);
		expect(at[0] + at[1]).toBeLessThan(125);
		const plain = middleOf(ringsOf(square(0, 0, 30)));
		expect(plain.at[0]).toBeCloseTo(15, 0);
		expect(plain.radius).toBeCloseTo(15, 0);
	});
});
