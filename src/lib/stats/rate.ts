import type { Status } from '../package/types.ts';
import { checkedCount, missingMark, type Figure } from './figure.ts';
import { poissonLimits } from './poisson.ts';

/** Rates are given per so many residents. */
export const RATE_PER = 100_000;

/** Rates on counts under this are marked as of low reliability, and no percentage of change is given. */
export const SMALL_COUNT = 20;

/** A rate with its limits; the limits are null exactly where the rate is. */
export interface Rate {
	value: number | null;
	status: Status;
	low: number | null;
	high: number | null;
}

/**
 * A count per 100,000 residents with the limits of the count carried over; the population is taken as exact.
 *
 * A count that shows no number gives its own mark and no limits, for limits reveal the count. No population gives `[x]`.
 * Any rate on a count under 20 carries `[u]`, in place of the mark of its count: the mark of a rate speaks of the rate.
 *
 * Source: UK Health Security Agency, PHEindicatormethods (`phe_rate`); the 20 from the rules of the Office for National
 * Statistics and of the CDC (WISQARS) for unreliable rates.
 * @param population residents; null where none is published
 * @param level of confidence, between 0 and 1
 * @throws RangeError for a negative or infinite count or population, or a level out of range
 */
export function rateOf(count: Figure, population: number | null, level = 0.95): Rate {
	const residents = checkedPopulation(population);
	const missing = missingMark(count);
	if (missing || count.value === null) return noRate(missing ?? '[x]');
	const { low, high } = poissonLimits(checkedCount(count.value), level);
	if (residents === 0) return noRate('[x]');
	const scale = RATE_PER / residents;
	return {
		value: count.value * scale,
		status: count.value < SMALL_COUNT ? '[u]' : count.status,
		low: low * scale,
		high: high * scale
	};
}

function noRate(status: Status): Rate {
	return { value: null, status, low: null, high: null };
}

function checkedPopulation(population: number | null): number {
	if (population === null) return 0;
	if (Number.isFinite(population) && population >= 0) return population;
	throw new RangeError(`A population is a finite number from 0 on, not ${population}.`);
}
