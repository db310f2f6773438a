import { checkedCount, tailOf, type Limits } from './figure.ts';
import { chiSquareQuantile, normalQuantile } from './quantiles.ts';

/** From this count on Byar's approximation is close enough to the exact limits (within 0.2 % at 95 %). */
const BYAR_FROM = 10;

/**
 * Exact limits of a count as a Poisson variable: half the chi-square quantiles at `2x` and `2x + 2` degrees of freedom.
 * They cover random variation only.
 *
 * Source: Garwood F., "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437-442; the same form in
 * the R package PHEindicatormethods of the UK Health Security Agency.
 * @param count 0 or more
 * @param level of confidence, between 0 and 1
 * @throws RangeError for a count or a level out of range
 */
export function poissonExact(count: number, level = 0.95): Limits {
	const x = checkedCount(count);
	const tail = tailOf(level);
	return {
		low: x === 0 ? 0 : chiSquareQuantile(tail, 2 * x) / 2,
		high: chiSquareQuantile(1 - tail, 2 * x + 2) / 2
	};
}

/**
 * Byar's approximation of the limits of a Poisson count. They cover random variation only.
 *
 * Source: Breslow N. E. and Day N. E., "Statistical Methods in Cancer Research II: The Design and Analysis of Cohort
 * Studies", IARC 1987, p. 69; the same form in PHEindicatormethods.
 * @param count 0 or more
 * @param level of confidence, between 0 and 1
 * @throws RangeError for a count or a level out of range
 */
export function poissonByar(count: number, level = 0.95): Limits {
	const x = checkedCount(count);
	const z = normalQuantile(1 - tailOf(level));
	const next = x + 1;
	return {
		// Below about 1 the cubed term turns negative, and a count cannot.
		low: x === 0 ? 0 : Math.max(0, x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3),
		high: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3
	};
}

/**
 * Limits of a count: exact under 10, Byar's from 10 on. They cover random variation only, and they reveal the count:
 * where it is hidden they are hidden too.
 *
 * Source: UK Health Security Agency (formerly PHE), Technical Guide "Confidence intervals", and PHEindicatormethods.
 * @param count 0 or more
 * @param level of confidence, between 0 and 1
 * @throws RangeError for a count or a level out of range
 */
export function poissonLimits(count: number, level = 0.95): Limits {
	return count < BYAR_FROM ? poissonExact(count, level) : poissonByar(count, level);
}
