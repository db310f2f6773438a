import { describe, expect, it } from 'vitest';
import { describeChart } from '../../../../src/lib/charts/words/describe.ts';
import { breakAt, NOT_ADDITIVE, viewOf, type Figure } from '../fixture.ts';

const figures: Figure[] = [
	[2018, 'all', 10],
	[2019, 'all', 40],
	[2021, 'all', null, { status: '[c]' }],
	[2022, 'all', 30, { qualifier: 'more_than' }]
];

describe('alt text', () => {
	it('says what a line is, its range and extremes, its gap, its break and each withheld year', () => {
		expect(describeChart(viewOf({ figures, breaks: [breakAt('2022')] }))).toBe(
			'Line chart: Cases by year. Cases by year: 3 figures from 2018 to 2022; lowest 10 cases in 2018, highest 40 cases in ' +
				'2019; last more than 30 cases in 2022. 2020: no figure in these data for what is shown here. A gap is not a zero. ' +
				'2021: withheld for privacy. Break, 2022: New in 2022.'
		);
	});

	it('reads the bars, and every withheld one', () => {
		const view = viewOf({
			figures: [
				[2020, 'red', 40, { known: 200 }],
				[2020, 'green', null, { status: '[c]', known: 200 }],
				[2020, 'unknown', null, { status: '[c]', known: 200 }]
			],
			spec: { mark: 'bar', x: 'kind' },
			query: { dimensions: ['kind'], filters: { kind: ['red', 'green', 'unknown'], year: [2020] } },
			additivity: NOT_ADDITIVE
		});
		expect(describeChart(view)).toBe(
			'Bar chart: Cases by year, 2020. Red: 40 cases, 20% of the 200 for whom this is known. ' +
				'Green; Unknown: withheld for privacy. Non-cumulative: the figures must not be added.'
		);
	});

	it('speaks of the answer that is shown', () => {
		const view = viewOf({ figures });
		const other = viewOf({ figures: [[2018, 'all', 5]] }).answer;
		expect(describeChart(view, other)).toBe('Line chart: Cases by year. Cases by year: 5 cases in 2018.');
	});

	it('says that there is nothing rather than zero', () => {
		expect(describeChart(viewOf({ figures: [] }))).toContain('That does not mean zero.');
	});
});
