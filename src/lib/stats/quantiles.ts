import { inverse, regularizedBeta, regularizedGamma } from './special.ts';

/** Quantiles are asked for a few levels and many charts, so an interval of this many standard deviations is enough. */
const WIDE = 12;

function gammaQuantile(probability: number, shape: number): number {
	const spread = WIDE * Math.sqrt(shape);
	// A gamma variable has a longer tail above; beyond it its probability is under 1e-12 whatever the shape.
	const most = shape + spread + WIDE * 4;
	return inverse((x) => regularizedGamma(shape, x), probability, [Math.max(0, shape - spread), most]);
}

/** The value below which a standard normal variable falls with this probability. */
export function normalQuantile(probability: number): number {
	if (probability < 0.5) return -normalQuantile(1 - probability);
	// The square of a standard normal variable is a chi-square variable with one degree of freedom.
	return Math.sqrt(chiSquareQuantile(2 * probability - 1, 1));
}

/** The value below which a chi-square variable of these degrees of freedom falls with this probability. */
export function chiSquareQuantile(probability: number, degrees: number): number {
	return 2 * gammaQuantile(probability, degrees / 2);
}

/** The value, 0 to 1, below which a beta variable of these two shapes falls with this probability. */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
	return inverse((x) => regularizedBeta(x, alpha, beta), probability, [0, 1]);
}
