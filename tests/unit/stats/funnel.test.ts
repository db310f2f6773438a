import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedFunnelLimits, funnelLimits, overdispersion } from '../../../src/lib/stats/index.ts';
import { expectNear, expectPublished } from './near.ts';
import oracles from './oracles.json';

const pointsOf = ({ observed, expected }: { observed: number[]; expected: number[] }) =>
	observed.map((count, place) => ({ count, expected: expected[place] ?? NaN }));
const expectedCounts = fc.double({ min: 0.5, max: 20_000, noNaN: true });

function expectFunnel(expected: string, limits: number[], digits: (value: number) => number) {
	const [outer, inner] = [funnelLimits(Number(expected), 0.998), funnelLimits(Number(expected), 0.95)];
	[outer.low, inner.low, inner.high, outer.high].forEach((found, place) => {
		const published = limits[place] ?? NaN;
		expectPublished(found, published, digits(published));
	});
}

describe('funnel limits', () => {
	it.each(Object.entries(oracles.funnel_ratio_limits))('at %s expected', (expected, limits) =>
		expectFunnel(expected, limits, () => 3)
	);

	it.each(Object.entries(oracles.funnel_published))('at %s expected, as published', (expected, limits) =>
		expectFunnel(expected, limits, (value) => (value < 1 ? 7 : 6))
	);

	it('hold the centre line, close in as more is expected, and widen with the level', () => {
		fc.assert(
			fc.property(expectedCounts, fc.double({ min: 1.01, max: 10, noNaN: true }), (expected, times) => {
				const [inner, outer] = [funnelLimits(expected, 0.95), funnelLimits(expected, 0.998)];
				expect(inner.low).toBeGreaterThan(0);
				expect(inner.low).toBeLessThan(1);
				expect(inner.high).toBeGreaterThan(1);
				expect(outer.low).toBeLessThan(inner.low);
				expect(outer.high).toBeGreaterThan(inner.high);
				const more = funnelLimits(expected * times, 0.95);
				expect(more.low).toBeGreaterThan(inner.low);
				expect(more.high).toBeLessThan(inner.high);
			})
		);
	});

	it.each([0, -1, NaN, Infinity])('refuse %d expected', (expected) => {
		expect(() => funnelLimits(expected, 0.95)).toThrow(RangeError);
		expect(() => adjustedFunnelLimits(expected, 0.95, 0)).toThrow(RangeError);
		expect(() => overdispersion([{ count: 3, expected }])).toThrow(RangeError);
	});

	it.each([0, 1, 95])('refuse a level of %d', (level) => {
		expect(() => funnelLimits(10, level)).toThrow(RangeError);
		expect(() => adjustedFunnelLimits(10, level, 0)).toThrow(RangeError);
	});
});

describe('funnel limits adjusted for overdispersion', () => {
	it('follow their formula', () => {
		const { low, high } = adjustedFunnelLimits(10, 0.95, 0.02);
		expectNear(low, Math.exp(-1.959964 * Math.sqrt(0.12)), 6);
		expectNear(high, Math.exp(1.959964 * Math.sqrt(0.12)), 6);
		expectNear(adjustedFunnelLimits(10, 0.998, 0.02).high, Math.exp(3.090232 * Math.sqrt(0.12)), 6);
	});

	it('are symmetrical in ratio, widen with the variance, and never close in on 1', () => {
		const variances = fc.double({ min: 0, max: 4, noNaN: true });
		fc.assert(
			fc.property(expectedCounts, variances, (expected, tau2) => {
				const { low, high } = adjustedFunnelLimits(expected, 0.95, tau2);
				expect(low * high).toBeCloseTo(1, 9);
				expect(high).toBeGreaterThanOrEqual(Math.exp(1.95 * Math.sqrt(tau2)));
				expect(adjustedFunnelLimits(expected, 0.95, tau2 + 0.1).high).toBeGreaterThan(high);
			})
		);
	});

	it.each([-0.1, NaN, Infinity])('refuse a variance of %d', (tau2) =>
		expect(() => adjustedFunnelLimits(10, 0.95, tau2)).toThrow(RangeError)
	);
});

describe('overdispersion', () => {
	it('is as published', () => {
		const published = oracles.overdispersion_published;
		const found = overdispersion(pointsOf(published));
		expectNear(found?.phi, published.phi, 6);
		expectNear(found?.tau2, published.tau2, 6);
		expect(found?.used).toBe(6);
	});

	it('leaves the outermost tenths out, a count of zero among them', () => {
		const oracle = oracles.overdispersion_truncated;
		const found = overdispersion(pointsOf(oracle));
		expect(found?.used).toBe(oracle.used);
		expectNear(found?.phi, oracle.phi, 6);
		expectNear(found?.tau2, oracle.tau2, 6);
	});

	it('is none where places differ less than by chance', () => {
		const even = Array.from({ length: 12 }, (_, place) => ({ count: 50 + place, expected: 50 + place }));
		expect(overdispersion(even)).toMatchObject({ phi: 0, tau2: 0 });
	});

	it('takes half a case for a count of zero', () => {
		const found = overdispersion([
			{ count: 0, expected: 2 },
			{ count: 2, expected: 2 }
		]);
		expectNear(found?.phi, Math.log(0.25) ** 2, 9);
	});

	it('does not depend on the order of places', () => {
		const point = fc.record({ count: fc.integer({ min: 0, max: 900 }), expected: expectedCounts });
		fc.assert(
			fc.property(fc.array(point, { minLength: 2, maxLength: 60 }), (points) => {
				const [there, back] = [overdispersion(points), overdispersion([...points].reverse())];
				expect(there?.used).toBe(back?.used);
				expect(there?.phi).toBeCloseTo(back?.phi ?? NaN, 6);
				expect(there?.tau2).toBeGreaterThanOrEqual(0);
			})
		);
	});

	it('says nothing of fewer than two places', () => {
		expect(overdispersion([])).toBeNull();
		expect(overdispersion([{ count: 3, expected: 4 }])).toBeNull();
	});

	it('refuses a negative count', () =>
		expect(() => overdispersion([{ count: -3, expected: 4 }])).toThrow(RangeError));
});
