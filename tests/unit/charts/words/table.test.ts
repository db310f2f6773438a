import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { chartTable } from '../../../../src/lib/charts/words/table.ts';
import { contextOf, type Figure } from '../fixture.ts';

const figures: Figure[] = [
	[2018, 'all', 1234, { known: 5000, note: 'a remark' }],
	[2019, 'all', null, { status: '[c]', known: 5000 }],
	[2020, 'all', 30, { status: '[p]', qualifier: 'more_than' }]
];

describe('table of a chart', () => {
	it('has a row for every mark and every withheld figure, the marker with its words', () => {
		const context = contextOf({ figures, superseded: [[2018, 'all', 1200]] });
		const table = chartTable(context);
		expect(table.rows.length + table.superseded.length).toBe(layoutChart(context).data.length);
		expect(table.heads).toEqual(['Year']);
		expect(
			table.rows.map(({ keys, value, status, known, share, remark }) => [
				keys[0],
				value,
				status,
				known,
				share,
				remark
			])
		).toEqual([
			['2018', '1,234', '', '5,000', '25%', 'a remark'],
			['2019', '[c]', 'withheld for privacy', '5,000', '', ''],
			['2020', '30', '[p] provisional', '', '', 'more than']
		]);
		expect(table.superseded.map(({ keys, value, standing }) => [keys[0], value, standing])).toEqual([
			['2018', '1,200', 'earlier or other published figure']
		]);
	});

	it('puts the axis first, whatever the order of the question', () => {
		const query = { dimensions: ['basis', 'year'], basis: ['narrow', 'wide'] };
		expect(chartTable(contextOf({ figures, query })).heads).toEqual(['Year', 'Basis']);
	});
});
