import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, chiSquareQuantile, normalQuantile } from '../../../src/lib/stats/quantiles.ts';
import { expectNear } from './near.ts';

const probability = fc.double({ min: 0.0005, max: 0.9995, noNaN: true });

/** ln n!, summed. */
const logFactorials = [0];
for (let n = 1; n <= 6000; n++) logFactorials.push((logFactorials[n - 1] ?? 0) + Math.log(n));
const logFactorial = (n: number) => logFactorials[n] ?? NaN;

/** Probability of at least `count` events where `mean` are expected: the distribution of χ² / 2 at `2 · count`. */
function poissonAtLeast(count: number, mean: number): number {
	let below = 0;
	for (let k = 0; k < count; k++) below += Math.exp(k * Math.log(mean) - mean - logFactorial(k));
	return 1 - below;
}

/** Probability of at least `least` successes of `trials`: the distribution of a beta variable of whole shapes. */
function binomialAtLeast(least: number, trials: number, chance: number): number {
	let sum = 0;
	for (let k = least; k <= trials; k++) {
		const ways = logFactorial(trials) - logFactorial(k) - logFactorial(trials - k);
		sum += Math.exp(ways + k * Math.log(chance) + (trials - k) * Math.log1p(-chance));
	}
	return sum;
}

/** Area under the standard normal curve from 0 to `z`, by Simpson's rule. */
function normalArea(z: number): number {
	const steps = 2000;
	const height = (x: number) => Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
	let sum = height(0) + height(z);
	for (let step = 1; step < steps; step++) sum += (step % 2 ? 4 : 2) * height((step * z) / steps);
	return (sum * z) / steps / 3;
}

describe('quantiles', () => {
	it.each([
		[0.975, 1.959963984540054],
		[0.999, 3.090232306167813],
		[0.5, 0],
		[0.025, -1.959963984540054]
	])('normal at %d', (at, expected) => expect(normalQuantile(at)).toBeCloseTo(expected, 10));

	it('invert the normal distribution', () => {
		fc.assert(
			fc.property(probability, (p) => {
				expect(0.5 + normalArea(normalQuantile(p))).toBeCloseTo(p, 8);
			})
		);
	});

	it('invert the chi-square distribution', () => {
		fc.assert(
			fc.property(probability, fc.integer({ min: 1, max: 5000 }), (p, count) =>
				expectNear(poissonAtLeast(count, chiSquareQuantile(p, 2 * count) / 2), p, 6)
			)
		);
	});

	it('invert the beta distribution', () => {
		const shape = fc.integer({ min: 1, max: 2500 });
		fc.assert(
			fc.property(probability, shape, shape, (p, a, b) =>
				expectNear(binomialAtLeast(a, a + b - 1, betaQuantile(p, a, b)), p, 6)
			)
		);
	});
});
