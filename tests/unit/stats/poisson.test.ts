import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonByar, poissonExact, poissonLimits } from '../../../src/lib/stats/index.ts';
import { expectNear, expectPublished } from './near.ts';
import oracles from './oracles.json';

const counts = fc.integer({ min: 0, max: 50_000 });
const methods = [poissonExact, poissonByar, poissonLimits];

describe('limits of a Poisson count', () => {
	it.each(Object.entries(oracles.poisson_exact_95))('exact: %s', (count, [low = NaN, high = NaN]) => {
		const limits = poissonExact(Number(count));
		expectPublished(limits.low, low, 4);
		expectPublished(limits.high, high, 4);
	});

	it.each(Object.entries(oracles.poisson_byar_95))('Byar: %s', (count, [low = NaN, high = NaN]) => {
		const limits = poissonByar(Number(count));
		expectPublished(limits.low, low, 4);
		expectPublished(limits.high, high, 4);
	});

	it('are exact under 10 and Byar from 10 on', () => {
		for (const count of [0, 1, 9]) expect(poissonLimits(count)).toEqual(poissonExact(count));
		for (const count of [10, 11, 400]) expect(poissonLimits(count)).toEqual(poissonByar(count));
		expect(poissonByar(9)).not.toEqual(poissonExact(9));
	});

	it('of the two methods agree within 0.2 % from 10 on', () => {
		fc.assert(
			fc.property(fc.integer({ min: 10, max: 50_000 }), (count) => {
				expectNear(poissonByar(count).low, poissonExact(count).low, Math.log10(500));
				expectNear(poissonByar(count).high, poissonExact(count).high, Math.log10(500));
			})
		);
	});

	it('hold the count, from 0 on', () => {
		fc.assert(
			fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (count, level) => {
				for (const method of methods) {
					const { low, high } = method(count, level);
					expect(low).toBeGreaterThanOrEqual(0);
					expect(low).toBeLessThanOrEqual(count);
					expect(high).toBeGreaterThan(count);
				}
			})
		);
	});

	it('rise with the count', () => {
		fc.assert(
			fc.property(counts, fc.integer({ min: 1, max: 100 }), (count, more) => {
				for (const method of [poissonExact, poissonByar]) {
					const [one, other] = [method(count), method(count + more)];
					expect(other.low).toBeGreaterThan(one.low);
					expect(other.high).toBeGreaterThan(one.high);
				}
			})
		);
	});

	it('widen with the level', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 50_000 }), (count) => {
				for (const method of methods) {
					const [narrow, wide] = [method(count, 0.95), method(count, 0.998)];
					expect(wide.low).toBeLessThan(narrow.low);
					expect(wide.high).toBeGreaterThan(narrow.high);
				}
			})
		);
	});

	it('never fall under zero, where Byar would', () => {
		expect(poissonByar(1, 0.998).low).toBe(0);
		expect(poissonByar(0).low).toBe(0);
	});

	it.each([-1, NaN, Infinity])('refuse a count of %d', (count) => {
		for (const method of methods) expect(() => method(count)).toThrow(RangeError);
	});

	it.each([0, 1, 95, -0.5, NaN])('refuse a level of %d', (level) => {
		for (const method of methods) expect(() => method(12, level)).toThrow(RangeError);
	});
});
