import { checkedCount, tailOf, type Limits } from './figure.ts';
import { betaQuantile } from './quantiles.ts';

/** How many times as large one count is as another, with limits. */
export interface Ratio extends Limits {
	value: number;
}

/**
 * The ratio `to / from` of two independent Poisson counts with its exact conditional interval: given the sum of both,
 * the second is binomial; its Clopper-Pearson limits p are turned into the odds p / (1 - p). The interval covers random
 * variation only.
 *
 * Source: Przyborowski J. and Wilenski H., "Homogeneity of results in testing samples from Poisson series", Biometrika
 * 31 (1940), 313-323; Clopper C. J. and Pearson E. S., Biometrika 26 (1934), 404-413.
 * @param level of confidence, between 0 and 1
 * @returns null where `from` is 0: there is no ratio to nothing
 * @throws RangeError for a count or a level out of range
 */
export function ratioOfCounts(from: number, to: number, level = 0.95): Ratio | null {
	const first = checkedCount(from);
	const second = checkedCount(to);
	const tail = tailOf(level);
	if (first === 0) return null;
	return {
		value: second / first,
		low: second === 0 ? 0 : odds(betaQuantile(tail, second, first + 1)),
		high: odds(betaQuantile(1 - tail, second + 1, first))
	};
}

function odds(probability: number): number {
	return probability / (1 - probability);
}
