import { checkedCount } from './figure.ts';
import { checkedExpected } from './funnel.ts';

/** A place in a funnel plot: its count, and the count that the overall rate would give. */
export interface FunnelPoint {
	count: number;
	expected: number;
}

/** How much more places differ than chance would make them. */
export interface Overdispersion {
	/** Mean squared z-score of the places that were used: about 1 where chance explains all. */
	phi: number;
	/** Variance between places of the logarithm of the ratio; 0 where chance explains all. */
	tau2: number;
	/** Places that were used, after the outermost were left out. */
	used: number;
}

/** Scores are cut into this many equal groups, of which the lowest and the highest are left out. */
const GROUPS = 10;

/** Stands for a count of 0, whose logarithm does not exist. */
const HALF = 0.5;

/**
 * Overdispersion of the ratios count / expected over places. Each ratio becomes the z-score `√E · ln(O/E)`; the lowest and
 * highest tenth of them are left out; φ is the mean of their squares, and
 * `τ² = max(0, (nφ - (n - 1)) / (Σw - Σw²/Σw))` with `w = E`.
 *
 * Source: Spiegelhalter D. J. and others, "Statistical methods for healthcare regulation", Journal of the Royal
 * Statistical Society A 175 (2012), 1-47; the R package FunnelPlotR (`transformed_zscore`, `truncation`, `phi_func`,
 * `tau_func`), method "SHMI". It has no score for a count of 0: here half a case stands for it.
 * @param points places with a published count; those whose count is withheld must be left out
 * @returns null where fewer than two places are left: nothing can be said about differences
 * @throws RangeError for a count or an expected count out of range
 */
export function overdispersion(points: readonly FunnelPoint[]): Overdispersion | null {
	const scored = points.map(({ count, expected }) => {
		const weight = checkedExpected(expected);
		return { weight, z: Math.sqrt(weight) * Math.log((checkedCount(count) || HALF) / weight) };
	});
	const ranks = ranksOf(scored.map(({ z }) => z));
	const kept = scored.filter((_, place) => {
		const group = Math.floor(((ranks[place] ?? 0) * GROUPS) / (scored.length + 1));
		return group > 0 && group < GROUPS - 1;
	});
	if (kept.length < 2) return null;
	const squares = sum(kept.map(({ z }) => z ** 2));
	const weights = sum(kept.map(({ weight }) => weight));
	const free = weights - sum(kept.map(({ weight }) => weight ** 2)) / weights;
	return {
		phi: squares / kept.length,
		tau2: Math.max(0, (squares - (kept.length - 1)) / free),
		used: kept.length
	};
}

/** The rank of each value from 1 on; equal values share the mean of their ranks. */
function ranksOf(values: number[]): number[] {
	return values.map((value) => {
		const below = values.filter((other) => other < value).length;
		const equal = values.filter((other) => other === value).length;
		return below + (equal + 1) / 2;
	});
}

function sum(values: number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
