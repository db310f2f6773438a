import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTo } from '../../../src/lib/stats/index.ts';
import { breakAt } from '../engine/fixture.ts';
import { shown, years } from './fixture.ts';

const SERIES = years(2012, 100, 150, '[c]', '[x]', 50);

describe('indexTo', () => {
	it('makes the base 100 and keeps the marks of missing figures', () => {
		expect(shown(indexTo(SERIES, 2012, []))).toEqual([100, 150, '[c]', '[x]', 50]);
		expect(shown(indexTo(years(2012, 120, [240, '[p]']), '2012', []))).toEqual([100, 200]);
	});

	it('takes marks over from the figure and from the base', () => {
		const statuses = (series: ReturnType<typeof years>) =>
			indexTo(series, 2012, []).map(({ status }) => status);
		expect(statuses(years(2012, 120, [240, '[p]']))).toEqual(['', '[p]']);
		expect(statuses(years(2012, [120, '[e]'], 240))).toEqual(['[e]', '[e]']);
	});

	it('has the base at 100 and keeps ratios, in whichever order the series stands', () => {
		const counts = fc.array(fc.integer({ min: 100, max: 90_000 }), { minLength: 2, maxLength: 12 });
		fc.assert(
			fc.property(counts, (values) => {
				const index = indexTo(years(2001, ...values).reverse(), 2002, []);
				expect(index.map(({ period }) => period)).toEqual(values.map((_, place) => 2001 + place));
				expect(index[1]?.value).toBe(100);
				index.forEach(({ value }, place) =>
					expect(value).toBeCloseTo((100 * (values[place] ?? NaN)) / (values[1] ?? NaN), 6)
				);
			})
		);
	});

	it('marks figures on the other side of a break', () => {
		const series = years(2012, 100, 110, 120, 130);
		expect(shown(indexTo(series, 2012, [breakAt('new', '2014')]))).toEqual([
			100,
			expect.closeTo(110),
			'[b]',
			'[b]'
		]);
		expect(shown(indexTo(series, 2015, [breakAt('new', '2014-01-01')])).slice(0, 2)).toEqual(['[b]', '[b]']);
		expect(shown(indexTo(years(2012, 100, [200, '[b]'], 300), 2012, []))).toEqual([100, '[b]', '[b]']);
		const kept = { ...breakAt('known', '2014'), comparableAcross: true };
		expect(shown(indexTo(series, 2012, [kept]))[3]).toBeCloseTo(130);
	});

	it.each([
		['is withheld', years(2012, '[c]', 300), '[c]'],
		['is missing', years(2012, '[x]', 300), '[x]'],
		['has no row', years(2013, 300, 300), '[x]'],
		['is under 100', years(2012, 99, 300), '[x]'],
		['is zero', years(2012, 0, 300), '[x]'],
		['is partial', [{ period: 2012, value: 500, status: '' as const, full: false }], '[x]'],
		['is marked as a break', years(2012, [500, '[b]'], 300), '[b]']
	])('has no number where the base %s', (_, series, status) => {
		expect(new Set(shown(indexTo(series, 2012, [])))).toEqual(new Set([status]));
	});

	it.each([
		['2014', undefined, '[b]'],
		['2014-03', undefined, '[b]'],
		['2013-06', '2014-02', '[b]'],
		['2010', '2020', '[b]'],
		['2012-03', '2013', 100],
		['2015', undefined, 100]
	])('takes no base in which a break falls: %s to %s', (from, to, expected) => {
		const entry = { ...breakAt('event', from), comparableAcross: true, ...(to === undefined ? {} : { to }) };
		expect(shown(indexTo(years(2012, 500, 500, 500, 500), 2014, [entry]))[2]).toBe(expected);
	});

	it('reads months', () => {
		const months = ['2020-01', '2020-02'].map((period, place) => ({
			period,
			value: 100 + place,
			status: '' as const
		}));
		expect(shown(indexTo(months, '2020-01', []))).toEqual([100, 101]);
	});

	it('refuses periods that it cannot place', () => {
		const at = (...periods: (string | number)[]) =>
			periods.map((period) => ({ period, value: 200, status: '' as const }));
		expect(() => indexTo(at('spring'), 2012, [])).toThrow(/not a year/);
		expect(() => indexTo(at('2012-01-01'), 2012, [])).toThrow(/days/);
		expect(() => indexTo(at(2012, '2012'), 2012, [])).toThrow(/twice/);
		expect(() => indexTo(at(2012, '2013-02'), 2012, [])).toThrow(/mixed/);
	});
});
