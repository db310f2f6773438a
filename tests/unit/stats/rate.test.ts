import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/lib/package/types.ts';
import { RATE_PER, SMALL_COUNT, rateOf } from '../../../src/lib/stats/index.ts';
import { expectPublished } from './near.ts';
import oracles from './oracles.json';

const published = (value: number | null, status: Status = '') => ({ value, status });
const none = (status: Status) => ({ value: null, status, low: null, high: null });

describe('rates', () => {
	it.each(oracles.rate_per_100k)('$x among $n ($method)', ({ x, n, rate, ci: [low = NaN, high = NaN] }) => {
		const found = rateOf(published(x), n);
		expectPublished(found.value, rate, 4);
		expectPublished(found.low, low, 4);
		expectPublished(found.high, high, 4);
	});

	it('lie within their limits, and are the count per 100,000', () => {
		const counts = fc.integer({ min: 0, max: 20_000 });
		fc.assert(
			fc.property(counts, fc.integer({ min: 1, max: 40_000_000 }), (count, population) => {
				const { value, low, high } = rateOf(published(count), population);
				if (value === null || low === null || high === null) throw new Error('no rate');
				expect((value * population) / RATE_PER).toBeCloseTo(count, 6);
				expect(low).toBeLessThanOrEqual(value);
				expect(high).toBeGreaterThan(value);
				const wide = rateOf(published(count), population, 0.998);
				expect(wide.high).toBeGreaterThan(high);
				expect(wide.low).toBeLessThanOrEqual(low);
			})
		);
	});

	it('fall as the population grows', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 9999 }),
				fc.integer({ min: 1, max: 1e7 }),
				(count, population) => {
					const [few, many] = [
						rateOf(published(count), population),
						rateOf(published(count), population + 1)
					];
					expect(many.value).toBeLessThan(few.value ?? NaN);
				}
			)
		);
	});

	it('of the three small states of 2016 are of low reliability, with wide limits', () => {
		const read = <Row>(file: string) =>
			Papa.parse<Row>(readFileSync(`data/${file}`, 'utf8'), { header: true }).data;
		type Figure = { usps: string; year: string; measure: string; form: string; value: string };
		const cases = read<Figure>('states_by_year.csv').filter(
			({ year, measure, form }) => year === '2016' && measure === 'cases' && form === 'all'
		);
		const people = read<{ usps: string; pop_2016: string }>('state_population.csv');
		const rates = cases.map(({ usps, value }) => {
			const residents = people.find((each) => each.usps === usps)?.pop_2016;
			return { usps, count: Number(value), ...rateOf(published(Number(value)), Number(residents)) };
		});
		const small = rates.filter(({ usps }) => ['AK', 'RI', 'VT'].includes(usps));
		expect(small.map(({ count }) => count).sort((a, b) => b - a)).toEqual([10, 9, 5]);
		for (const { status, low, high } of small) {
			expect(status).toBe('[u]');
			expect((high ?? 0) / (low ?? Infinity)).toBeGreaterThan(3.5);
		}
		expect(rates.find(({ usps }) => usps === 'CA')).toMatchObject({ count: 1323, status: '' });
	});

	it('carry [u] under 20, whatever the mark of the count, and that mark from 20 on', () => {
		for (const status of ['', '[p]', '[r]', '[e]', '[b]'] as const) {
			expect(rateOf(published(SMALL_COUNT - 1, status), 1000).status).toBe('[u]');
			expect(rateOf(published(SMALL_COUNT, status), 1000).status).toBe(status);
		}
		expect(rateOf(published(0), 1000)).toMatchObject({ value: 0, low: 0, status: '[u]' });
	});

	it('show nothing of a count that is withheld or missing', () => {
		for (const status of ['[c]', '[x]', '[z]'] as const) {
			expect(rateOf(published(null, status), 1000)).toEqual(none(status));
			expect(rateOf(published(7, status), 1000)).toEqual(none(status));
		}
		expect(rateOf(published(null, '[c]'), null)).toEqual(none('[c]'));
		expect(rateOf(published(null), 1000)).toEqual(none('[x]'));
		expect(rateOf(published(null, '[p]'), 1000)).toEqual(none('[x]'));
	});

	it('are not available without a population', () => {
		expect(rateOf(published(30), null)).toEqual(none('[x]'));
		expect(rateOf(published(30), 0)).toEqual(none('[x]'));
	});

	it.each([-1, NaN, Infinity])('refuse a count or a population of %d', (wrong) => {
		expect(() => rateOf(published(wrong), 1000)).toThrow(RangeError);
		expect(() => rateOf(published(wrong), null)).toThrow(RangeError);
		expect(() => rateOf(published(30), wrong)).toThrow(RangeError);
	});
});
