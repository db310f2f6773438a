import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movingAverage } from '../../../src/lib/stats/index.ts';
import { breakAt } from '../engine/fixture.ts';
import { shown, years } from './fixture.ts';

describe('movingAverage', () => {
	it('is centred, and has no number at the ends', () => {
		expect(shown(movingAverage(years(2012, 1, 2, 6, 10, 20), 3, []))).toEqual(['[x]', 3, 6, 12, '[x]']);
		expect(shown(movingAverage(years(2012, 1, 2, 6, 10, 21), 5, []))[2]).toBe(8);
	});

	it('lies within the figures of its window, in whichever order they stand', () => {
		const values = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 5, maxLength: 5 });
		fc.assert(
			fc.property(values, (figures) => {
				const middle = movingAverage(years(2012, ...figures).reverse(), 5, [])[2]?.value ?? NaN;
				expect(middle).toBeGreaterThanOrEqual(Math.min(...figures));
				expect(middle).toBeLessThanOrEqual(Math.max(...figures));
			})
		);
	});

	it('never reaches over a missing year, with a row or without one', () => {
		const marked = years(2012, 1, 2, 3, '[x]', 5, 6, 7);
		expect(shown(movingAverage(marked, 3, []))).toEqual(['[x]', 2, '[x]', '[x]', '[x]', 6, '[x]']);
		expect(shown(movingAverage(years(2012, 1, [2, '[x]'], 3), 3, []))[1]).toBe('[x]');
		const absent = marked.filter(({ value }) => value !== null);
		expect(shown(movingAverage(absent, 3, []))).toEqual(['[x]', 2, '[x]', '[x]', 6, '[x]']);
	});

	it('shows [c] wherever its window holds a withheld figure, before all else', () => {
		const series = years(2012, 1, '[c]', 3, 4, 5);
		expect(shown(movingAverage(series, 3, []))).toEqual(['[c]', '[c]', '[c]', 4, '[x]']);
		expect(shown(movingAverage(series, 3, [breakAt('new', '2014')]))[2]).toBe('[c]');
		expect(shown(movingAverage(years(2012, 1, [2, '[c]'], 3), 3, []))[1]).toBe('[c]');
	});

	it('never reaches over a break', () => {
		const series = years(2012, 1, 2, 3, 4, 5, 6);
		const at2015 = ['[x]', 2, '[b]', '[b]', 5, '[x]'];
		expect(shown(movingAverage(series, 3, [breakAt('new', '2015')]))).toEqual(at2015);
		expect(shown(movingAverage(years(2012, 1, 2, 3, [4, '[b]'], 5, 6), 3, []))).toEqual(at2015);
		expect(shown(movingAverage(series, 3, [breakAt('within', '2014-06')])).slice(1, 5)).toEqual([
			'[b]',
			'[b]',
			'[b]',
			5
		]);
		const known = { ...breakAt('known', '2015'), comparableAcross: true };
		expect(shown(movingAverage(series, 3, [known]))[3]).toBe(4);
	});

	it('leaves partial periods out, and takes marks over', () => {
		const [first, second, third] = years(2012, 1, [2, '[p]'], 3);
		if (!first || !second || !third) throw new Error('no series');
		expect(movingAverage([first, second, third], 3, [])[1]).toMatchObject({ value: 2, status: '[p]' });
		expect(shown(movingAverage([first, second, { ...third, full: false }], 3, []))[1]).toBe('[x]');
	});

	it('joins December and January', () => {
		const months = ['2019-12', '2020-01', '2020-02'].map((period, place) => ({
			period,
			value: place,
			status: '' as const
		}));
		expect(shown(movingAverage(months, 3, []))).toEqual(['[x]', 1, '[x]']);
	});

	it.each([0, 1, 2, 4, -3, 3.5, NaN])('refuses a window of %d', (window) =>
		expect(() => movingAverage(years(2012, 1, 2, 3), window, [])).toThrow(RangeError)
	);
});
