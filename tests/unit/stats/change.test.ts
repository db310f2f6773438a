import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/lib/package/types.ts';
import { changeBetween, ratioOfCounts, type Figure } from '../../../src/lib/stats/index.ts';
import { expectNear, expectPublished } from './near.ts';
import oracles from './oracles.json';

const counted = (value: number | null, status: Status = ''): Figure => ({ value, status });
const LIKE = { comparable: true, full: true };
const mark = (status: Status) => ({ kind: 'mark', status });
const counts = fc.integer({ min: 1, max: 30_000 });

describe('the ratio of two counts', () => {
	it.each(oracles.yoy_ratio_exact_95_pct)(
		'$from to $to',
		({ from, to, pct, ci: [low = NaN, high = NaN] }) => {
			const ratio = ratioOfCounts(from, to);
			expectPublished(((ratio?.value ?? NaN) - 1) * 100, pct, 1);
			expectPublished(((ratio?.low ?? NaN) - 1) * 100, low, 1);
			expectPublished(((ratio?.high ?? NaN) - 1) * 100, high, 1);
		}
	);

	it.each(oracles.ratio_wide)('$from to $to, large', ({ from, to, low, high }) => {
		expectNear(ratioOfCounts(from, to)?.low, low, 8);
		expectNear(ratioOfCounts(from, to)?.high, high, 8);
	});

	it('turned round has the reciprocal limits', () => {
		fc.assert(
			fc.property(counts, counts, (from, to) => {
				const [there, back] = [ratioOfCounts(from, to), ratioOfCounts(to, from)];
				expectNear(there?.low, 1 / (back?.high ?? NaN), 6);
				expectNear(there?.high, 1 / (back?.low ?? NaN), 6);
			})
		);
	});

	it('lies within its limits, which rise with the second count and widen with the level', () => {
		fc.assert(
			fc.property(counts, counts, (from, to) => {
				const ratio = ratioOfCounts(from, to);
				const more = ratioOfCounts(from, to + 1);
				const wide = ratioOfCounts(from, to, 0.998);
				if (!ratio || !more || !wide) throw new Error('no ratio');
				expect(ratio.low).toBeLessThan(ratio.value);
				expect(ratio.high).toBeGreaterThan(ratio.value);
				expect(more.low).toBeGreaterThan(ratio.low);
				expect(more.high).toBeGreaterThan(ratio.high);
				expect(wide.low).toBeLessThan(ratio.low);
				expect(wide.high).toBeGreaterThan(ratio.high);
			})
		);
	});

	it('to zero has a lower limit of zero; from zero there is none', () => {
		expect(ratioOfCounts(30, 0)).toMatchObject({ value: 0, low: 0 });
		expect(ratioOfCounts(30, 0)?.high).toBeGreaterThan(0);
		expect(ratioOfCounts(0, 30)).toBeNull();
		expect(ratioOfCounts(0, 0)).toBeNull();
	});

	it.each([-1, NaN, Infinity])('refuses a count of %d', (wrong) => {
		expect(() => ratioOfCounts(wrong, 30)).toThrow(RangeError);
		expect(() => ratioOfCounts(30, wrong)).toThrow(RangeError);
		expect(() => ratioOfCounts(0, wrong)).toThrow(RangeError);
		expect(() => ratioOfCounts(30, 40, wrong)).toThrow(RangeError);
	});
});

describe('the change between two counts', () => {
	it('is a percentage with limits where both are 20 or more', () => {
		const change = changeBetween(counted(20), counted(30), LIKE);
		expect(change).toMatchObject({ kind: 'percent', value: 50, status: '' });
		if (change.kind !== 'percent') throw new Error('no percentage');
		expectPublished(change.low, -17.6, 1);
		expectPublished(change.high, 178.7, 1);
		expect(changeBetween(counted(5748), counted(20650), LIKE)).toMatchObject({
			value: expect.closeTo(259.3, 1) as number
		});
	});

	it('has limits of the level that is asked for', () => {
		const [inner, outer] = [0.95, 0.998].map((level) =>
			changeBetween(counted(100), counted(150), LIKE, level)
		);
		if (inner?.kind !== 'percent' || outer?.kind !== 'percent') throw new Error('no percentage');
		expect(outer.high).toBeGreaterThan(inner.high);
	});

	it('is two counts where one is under 20', () => {
		expect(changeBetween(counted(19), counted(400), LIKE)).toEqual({
			kind: 'counts',
			from: 19,
			to: 400,
			reason: 'small'
		});
		expect(changeBetween(counted(400), counted(19), LIKE)).toMatchObject({ kind: 'counts', reason: 'small' });
		expect(changeBetween(counted(20), counted(20), LIKE).kind).toBe('percent');
	});

	it('from zero is two counts, never infinite', () => {
		expect(changeBetween(counted(0), counted(500), LIKE)).toEqual({
			kind: 'counts',
			from: 0,
			to: 500,
			reason: 'from-zero'
		});
	});

	it('shows [c] before all else where either is withheld', () => {
		const apart = { comparable: false, full: false };
		expect(changeBetween(counted(null, '[c]'), counted(30), apart)).toEqual(mark('[c]'));
		expect(changeBetween(counted(null, '[x]'), counted(null, '[c]'), LIKE)).toEqual(mark('[c]'));
		expect(changeBetween(counted(30, '[c]'), counted(30), LIKE)).toEqual(mark('[c]'));
	});

	it('shows [x] where one is missing or partial', () => {
		expect(changeBetween(counted(null), counted(30), LIKE)).toEqual(mark('[x]'));
		expect(changeBetween(counted(30), counted(null, '[z]'), LIKE)).toEqual(mark('[x]'));
		expect(changeBetween(counted(30, '[x]'), counted(40), LIKE)).toEqual(mark('[x]'));
		expect(changeBetween(counted(30), counted(40), { comparable: true, full: false })).toEqual(mark('[x]'));
	});

	it('shows [b] where they are not comparable', () => {
		expect(changeBetween(counted(30), counted(40), { comparable: false, full: true })).toEqual(mark('[b]'));
		expect(changeBetween(counted(30), counted(40, '[b]'), LIKE)).toEqual(mark('[b]'));
		expect(changeBetween(counted(30, '[b]'), counted(40), LIKE).kind).toBe('percent');
	});

	it('takes over the gravest mark of the two', () => {
		const order = ['[e]', '[p]', '[u]', '[r]', ''] as const;
		order.forEach((graver, place) => {
			for (const milder of order.slice(place)) {
				for (const [from, to] of [[graver, milder] as const, [milder, graver] as const])
					expect(changeBetween(counted(30, from), counted(40, to), LIKE)).toMatchObject({ status: graver });
			}
		});
	});

	it.each([-1, NaN, Infinity])('refuses a count of %d', (wrong) => {
		expect(() => changeBetween(counted(wrong), counted(30), LIKE)).toThrow(RangeError);
		expect(() => changeBetween(counted(30), counted(wrong), LIKE)).toThrow(RangeError);
	});
});
