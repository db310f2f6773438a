import { describe, expect, it } from 'vitest';
import type { Break } from '../../../src/lib/package/types.ts';
import { yearOnYear, type SeriesPoint } from '../../../src/lib/stats/index.ts';
import { breakAt } from '../engine/fixture.ts';
import { shownChange, years } from './fixture.ts';

const changes = (series: SeriesPoint[], breaks: Break[] = []) =>
	yearOnYear(series, breaks).map(({ change }) => shownChange(change));

describe('yearOnYear', () => {
	it('compares each year with the one before', () => {
		expect(changes(years(2012, 100, 150, 75))).toEqual(['[x]', '50 %', '-50 %']);
		expect(changes(years(2012, 100, 150, 75).reverse())).toEqual(['[x]', '50 %', '-50 %']);
		expect(yearOnYear(years(2012, 100, 150), []).map(({ period }) => period)).toEqual([2012, 2013]);
	});

	it('gives counts or marks where no percentage may be given', () => {
		expect(changes(years(2012, 0, 30, 19, '[c]', 40, '[x]', 50))).toEqual([
			'[x]',
			'0>30',
			'30>19',
			'[c]',
			'[c]',
			'[x]',
			'[x]'
		]);
		expect(changes(years(2012, '[c]'))).toEqual(['[c]']);
	});

	it('has limits of the level that is asked for', () => {
		const [inner, outer] = [0.95, 0.998].map(
			(level) => yearOnYear(years(2012, 100, 150), [], level)[1]?.change
		);
		if (inner?.kind !== 'percent' || outer?.kind !== 'percent') throw new Error('no percentage');
		expect(outer.high).toBeGreaterThan(inner.high);
		expect(outer.low).toBeLessThan(inner.low);
	});

	it('does not reach over a year without a row', () => {
		expect(changes(years(2012, 100, 150, 75).filter(({ period }) => period !== 2013))).toEqual([
			'[x]',
			'[x]'
		]);
	});

	it('is blocked by a break, on both sides of one within a year', () => {
		const series = years(2012, 100, 110, 120, 130, 140);
		expect(changes(series, [breakAt('new', '2014')])).toEqual(['[x]', '10 %', '[b]', '8 %', '8 %']);
		expect(changes(series, [breakAt('within', '2014-06')])).toEqual(['[x]', '10 %', '[b]', '[b]', '8 %']);
		const scope = { ...breakAt('scope', '2013'), to: '2013-12' };
		expect(changes(series, [scope])).toEqual(['[x]', '[b]', '[b]', '8 %', '8 %']);
		expect(changes(years(2012, 100, [110, '[b]'], 120))).toEqual(['[x]', '[b]', '9 %']);
		const known = { ...breakAt('known', '2014'), comparableAcross: true };
		expect(changes(series, [known])[2]).toBe('9 %');
	});

	it.each(['2013', '2013-12', '2013-12-31'])(
		'is blocked where a break that began before is over: %s',
		(to) => {
			const ended = { ...breakAt('ended', '2010'), to };
			expect(changes(years(2012, 100, 110, 120, 130), [ended])).toEqual(['[x]', '10 %', '[b]', '8 %']);
		}
	);

	it('leaves partial years out', () => {
		const series = years(2012, 100, 110, 120).map((point) => ({ ...point, full: point.period !== 2013 }));
		expect(changes(series)).toEqual(['[x]', '[x]', '[x]']);
	});

	it('compares months with the same month of the year before', () => {
		const months = Array.from({ length: 13 }, (_, place) => ({
			period: place === 12 ? '2021-03' : `2020-${String(place + 3).padStart(2, '0')}`,
			value: 100 + 10 * place,
			status: '' as const
		})).map((point, place) =>
			place >= 10 && place < 12 ? { ...point, period: `2021-0${place - 9}` } : point
		);
		expect(changes(months).at(-1)).toBe('120 %');
		expect(changes(months).slice(0, -1)).toEqual(Array<string>(12).fill('[x]'));
		const marked = months.map((point, place) => (place === 5 ? { ...point, status: '[b]' as const } : point));
		expect(changes(marked).at(-1)).toBe('[b]');
	});
});
