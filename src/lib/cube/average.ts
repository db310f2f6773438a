import { fieldByRole, plainCategories } from '../package/labels.ts';
import type { Resource } from '../package/types.ts';
import { poissonLimits } from '../stats/poisson.ts';
import { RATE_PER } from '../stats/rate.ts';
import { ascending } from './group.ts';
import { isExact } from './rates.ts';
import type { CubeAnswer, CubeRow } from './types.ts';

/** A rate over several places together, per 100,000 residents, with its 95 % limits. */
interface AverageRate {
	value: number;
	low: number;
	high: number;
	/** The residents of all these places. */
	population: number;
}

/**
 * The average of some rates, weighted by residents: all counts by all residents. It says nothing of a total
 * that was published, and rows without a rate are left out.
 * @returns undefined where no row has a rate
 */
function averageRate(rows: readonly CubeRow[]): AverageRate | undefined {
	let count = 0;
	let population = 0;
	for (const { value, rate } of rows) {
		if (value === null || rate === undefined || rate.count === null || rate.population === null) continue;
		count += rate.count;
		population += rate.population;
	}
	if (population === 0) return undefined;
	const limits = poissonLimits(count);
	const scale = RATE_PER / population;
	return { value: count * scale, low: limits.low * scale, high: limits.high * scale, population };
}

/**
 * The average rate of all places (totals and unknown ones are none) for each other key of an answer (time, measure, …) at which every place
 * that the table knows has a rate; elsewhere an average would be one of those that happen to be published,
 * and of a count that is only known to be more than a number nobody knows the rate.
 * @param answer to a query with `rate` that keeps the place
 * @returns rows without the place in their key and without a count, which nobody published
 */
export function averagesOf(answer: CubeAnswer, resource: Resource): CubeRow[] {
	const place = fieldByRole(resource, 'place');
	const plain = new Set(place && plainCategories(place).map(({ value }) => value));
	// One place is no company to be compared with.
	if (!place || plain.size < 2) return [];
	const groups = new Map<string, CubeRow[]>();
	for (const row of answer.rows.filter(({ key }) => plain.has(String(key[place.name])))) {
		const id = JSON.stringify(Object.entries(row.key).filter(([name]) => name !== place.name));
		groups.set(id, [...(groups.get(id) ?? []), row]);
	}
	return [...groups.values()].flatMap((rows): CubeRow[] => {
		const rated = rows.filter(({ value }) => value !== null);
		const average = rated.length === plain.size && rated.every(isExact) ? averageRate(rated) : undefined;
		const [first] = rated;
		if (!average || !first) return [];
		const { [place.name]: _, ...key } = first.key;
		const { value, low, high, population } = average;
		const distinct = (texts: string[]) => [...new Set(texts)].sort(ascending);
		return [
			{
				key,
				value,
				status: '',
				rate: {
					count: null,
					population,
					basis: first.rate?.basis ?? '',
					low,
					high,
					sources: distinct(rated.flatMap(({ rate }) => rate?.sources ?? []))
				},
				qualifier: '',
				denominator: null,
				sources: distinct(rated.flatMap(({ sources }) => sources)),
				confidence: distinct(rated.map(({ confidence }) => confidence)).at(-1) ?? '',
				notes: []
			}
		];
	});
}
