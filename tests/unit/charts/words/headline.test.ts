import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { headline } from '../../../../src/lib/charts/words/headline.ts';
import { breakAt, contextOf, NOT_ADDITIVE, type Figure, type Fixture } from '../fixture.ts';

const years = (...values: number[]): Figure[] => values.map((value, at) => [2018 + at, 'all', value]);

function headlineOf(fixture: Fixture): string {
	const context = contextOf(fixture);
	return headline(context, layoutChart(context));
}

const bar = { mark: 'bar', x: 'kind' } as const;
const kinds = { dimensions: ['kind'], filters: { kind: ['red', 'green', 'unknown'], year: [2020] } };

describe('headline of a line', () => {
	it('gives the most recent year, not a claim about a rise', () => {
		expect(headlineOf({ figures: years(10, 40, 30) })).toBe(
			'Cases by year: 30 in 2020, the most recent year published'
		);
	});

	it('names a month in words, and calls it no year', () => {
		const months = ['2023-09', '2023-10', '2023-11', '2023-12'];
		const figures = months.map((year, at): Figure => [0, 'all', 10 + at, { year }]);
		expect(headlineOf({ figures })).toBe('Cases by year: 13, December 2023');
	});

	it('says highest only of at least four exact years with nothing between that forbids comparing', () => {
		const highest = 'Cases by year: 40 in 2021, the highest of the 4 years published';
		const latest = 'Cases by year: 40 in 2021, the most recent year published';
		expect(headlineOf({ figures: years(10, 20, 30, 40) })).toBe(highest);
		expect(headlineOf({ figures: years(10, 20, 50, 40) })).toBe(latest);
		expect(headlineOf({ figures: years(10, 20, 30, 40), breaks: [breakAt('2020')] })).toBe(latest);
		const hidden: Figure[] = [...years(10, 20, 30, 40), [2017, 'all', null, { status: '[c]' }]];
		expect(headlineOf({ figures: hidden })).toBe(latest);
		const rounded: Figure[] = [...years(10, 20, 30), [2021, 'all', 40, { qualifier: 'more_than' }]];
		expect(headlineOf({ figures: rounded })).toBe(
			'Cases by year: more than 40 in 2021, the most recent year published'
		);
	});

	it('names the basis where there are two, and does not compare them', () => {
		const figures: Figure[] = [...years(10, 20), [2019, 'all', 90, { basis: 'wide' }]];
		const query = { dimensions: ['year', 'basis'], basis: ['narrow', 'wide'] };
		expect(headlineOf({ figures, query })).toBe(
			'Cases by year, narrow: 20 in 2019, the most recent year published; cases by year, wide: 90'
		);
	});

	it('gives the last figure that is known, where the last is withheld', () => {
		const figures: Figure[] = [...years(10, 20), [2020, 'all', null, { status: '[c]' }]];
		expect(headlineOf({ figures })).toBe('Cases by year: 20 in 2019, the most recent year published');
	});

	it('says so where there is one year, nothing, or nothing but withheld figures', () => {
		expect(headlineOf({ figures: years(7) })).toBe('Cases by year: 7 in 2018, the only year published');
		expect(headlineOf({ figures: [] })).toBe('These data have no figure for this choice');
		const figures: Figure[] = [[2018, 'all', null, { status: '[c]' }]];
		expect(headlineOf({ figures })).toBe('Every figure here is withheld for privacy');
	});
});

describe('headline of parts', () => {
	it('gives the largest plain part, and a larger unknown one with it', () => {
		const figures: Figure[] = [
			[2020, 'red', 40],
			[2020, 'green', 30],
			[2020, 'unknown', 500]
		];
		expect(headlineOf({ figures, spec: bar, query: kinds, additivity: NOT_ADDITIVE })).toBe(
			'Kind not known for 500 cases in 2020; of the groups named, Red is the largest: 40'
		);
	});

	it('calls a part the largest known one only in its own period, beside an unknown one that is smaller', () => {
		const figures: Figure[] = [
			[2020, 'red', 40],
			[2020, 'green', 30],
			[2020, 'unknown', 20],
			[2019, 'red', 900]
		];
		const query = { dimensions: ['kind', 'year'], filters: { kind: ['red', 'green', 'unknown'] } };
		const spec = { mark: 'bar', x: 'kind', facet: 'year' } as const;
		expect(headlineOf({ figures, spec, query, additivity: NOT_ADDITIVE })).toBe(
			'Red: 40 cases, the largest known group in 2020'
		);
		const known = figures.filter(([, kind]) => kind !== 'unknown');
		expect(headlineOf({ figures: known, spec, query, additivity: NOT_ADDITIVE })).toBe(
			'Red: 40 cases, the largest group published for 2020'
		);
	});

	it('claims no largest where another figure is withheld', () => {
		const figures: Figure[] = [
			[2020, 'red', 40],
			[2020, 'green', 30],
			[2020, 'blue', null, { status: '[c]' }]
		];
		const query = { dimensions: ['kind'], filters: { kind: ['red', 'green', 'blue'], year: [2020] } };
		expect(headlineOf({ figures, spec: bar, query, additivity: NOT_ADDITIVE })).toBe('Red: 40 cases in 2020');
	});

	it('gives it as part of those for whom it is known', () => {
		const figures: Figure[] = [
			[2020, 'red', 40, { known: 200 }],
			[2020, 'green', 30, { known: 200 }]
		];
		expect(headlineOf({ figures, spec: bar, query: kinds, additivity: NOT_ADDITIVE })).toBe(
			'Red: 40 of the 200 cases for whom this is known in 2020'
		);
	});

	it('gives it as part of the published total of the newest year', () => {
		const figures: Figure[] = [
			[2019, 'all', 500],
			[2019, 'red', 400],
			[2020, 'all', 100],
			[2020, 'red', 60],
			[2020, 'green', 40]
		];
		const query = { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green'] }, shareOf: 'kind' };
		expect(headlineOf({ figures, spec: { mark: 'stacked-bar', series: ['kind'] }, query })).toBe(
			'Red: 60 of 100 cases in 2020'
		);
	});

	it('calls one group alone no largest', () => {
		const figures: Figure[] = [[2020, 'red', 40]];
		expect(headlineOf({ figures, spec: bar, query: kinds, additivity: NOT_ADDITIVE })).toBe(
			'Red: 40 cases in 2020'
		);
	});
});
