import { tailOf, type Limits } from './figure.ts';
import { chiSquareQuantile, normalQuantile } from './quantiles.ts';

/**
 * Limits within which the ratio of a count to its expected count falls by random variation alone, around a centre line
 * at 1: half the chi-square quantiles at `2E` and `2E + 2` degrees of freedom, divided by `E`.
 *
 * Source: Spiegelhalter D. J., "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005),
 * 1185-1202; the form of the R package FunnelPlotR (`calculate_limits`, standardised ratios).
 * @param expected the count that the overall rate would give, more than 0
 * @param level 0.95 for the inner, 0.998 for the outer limits
 * @throws RangeError for an expected count or a level out of range
 */
export function funnelLimits(expected: number, level: number): Limits {
	const mean = checkedExpected(expected);
	const tail = tailOf(level);
	return {
		low: chiSquareQuantile(tail, 2 * mean) / 2 / mean,
		high: chiSquareQuantile(1 - tail, 2 * mean + 2) / 2 / mean
	};
}

/**
 * Funnel limits of a ratio that allow for the variation between places beyond chance: `exp(± z √(1/E + τ²))`.
 *
 * Source: FunnelPlotR (`calculate_limits`, method "SHMI"), after the Summary Hospital-level Mortality Indicator of NHS
 * Digital; DerSimonian R. and Laird N., Controlled Clinical Trials 7 (1986), 177-188, for the additive variance.
 * @param expected the count that the overall rate would give, more than 0
 * @param level 0.95 for the inner, 0.998 for the outer limits
 * @param tau2 variance between places, from `overdispersion`; 0 or more
 * @throws RangeError for an expected count, a level or a variance out of range
 */
export function adjustedFunnelLimits(expected: number, level: number, tau2: number): Limits {
	if (!(Number.isFinite(tau2) && tau2 >= 0))
		throw new RangeError(`A variance is a finite number from 0 on, not ${tau2}.`);
	const z = normalQuantile(1 - tailOf(level));
	const spread = z * Math.sqrt(1 / checkedExpected(expected) + tau2);
	return { low: Math.exp(-spread), high: Math.exp(spread) };
}

/**
 * @returns the expected count
 * @throws RangeError if it is 0, negative, infinite or not a number
 */
export function checkedExpected(expected: number): number {
	if (Number.isFinite(expected) && expected > 0) return expected;
	throw new RangeError(`An expected count is a finite number above 0, not ${expected}.`);
}
