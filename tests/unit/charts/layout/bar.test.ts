import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import type { ChartSpec } from '../../../../src/lib/charts/types.ts';
import { contextOf, NOT_ADDITIVE, type Figure } from '../fixture.ts';
import { marksAsText } from '../marksAsText.ts';

const KINDS = ['red', 'green', 'blue', 'unknown'];

function bars(figures: Figure[], spec: Partial<ChartSpec> = {}, dimensions = ['kind']) {
	const filters = { kind: KINDS, ...(dimensions.includes('year') ? {} : { year: [2020] }) };
	return layoutChart(
		contextOf({
			figures,
			additivity: NOT_ADDITIVE,
			spec: { mark: 'bar', x: 'kind', ...spec },
			query: { dimensions, filters }
		})
	);
}

const labels = (layout: ReturnType<typeof bars>) => [
	...new Set(layout.data.map((datum) => String(datum.row.key['kind'])))
];

describe('bar', () => {
	it('draws a row a category: label above, value at the end, withheld as a hatch, unknown last and grey', () => {
		const figures: Figure[] = [
			[2020, 'unknown', 50],
			[2020, 'red', 40],
			[2020, 'green', null, { status: '[c]' }],
			[2020, 'blue', 10]
		];
		expect(marksAsText(bars(figures))).toMatchInlineSnapshot(`
			"bar key -
			series Cases by year hue 1 solid circle
			panel - height 229 start 0 end 1/1 spare 0
			  bar plain hue 1 0-0.8 25+18 datum 0
			  bar plain hue 1 0-0.2 97+18 datum 1
			  bar withheld hue 1 0-0.2 151+18 datum 2
			  bar grey hue 6 0-1 205+18 datum 3
			  text 0,17 0 start all ink "Red|"
			  text 0.8,38.5 6 start all ink "|40"
			  text 0,71 0 start narrow ink "Blue with a very long label that has/to be wrapped on a phone|"
			  text 0,89 0 start wide ink "Blue with a very long label that has to be wrapped on a phone|"
			  text 0.2,110.5 6 start all ink "|10"
			  text 0,143 0 start all ink "Green|"
			  text 0.2,164.5 6 start all ink "|withheld for privacy"
			  text 0,197 0 start all ink "Unknown|"
			  text 1,218.5 6 start all ink "|50"
			facts {"missing":[],"leftOut":[],"seriesMissing":[],"partial":[],"left":0,"denominator":null,"hasSuperseded":false}"
		`);
	});

	it('orders by value, withheld after all figures by name, unknown last', () => {
		const figures: Figure[] = [
			[2020, 'unknown', 99],
			[2020, 'red', null, { status: '[c]' }],
			[2020, 'green', null, { status: '[c]' }],
			[2020, 'blue', 10]
		];
		expect(labels(bars(figures, { order: 'value' }))).toEqual(['blue', 'green', 'red', 'unknown']);
	});

	it('says what is known beside the share of it, shorter on a narrow panel', () => {
		const [panel] = bars([[2020, 'red', 1066, { known: 4947 }]]).panels;
		const values = panel?.texts.filter((text) => text.value).map((text) => `${text.width} ${text.value}`);
		expect(values).toEqual(['wide 1,066 of 4,947 known (22%)', 'narrow 1,066 (22%)']);
	});

	it('cuts at the limit, keeps unknown, and counts what it leaves to the table', () => {
		const figures: Figure[] = KINDS.map((kind, at) => [2020, kind, 10 * (at + 1)]);
		const layout = bars(figures, { order: 'value', limit: 1 });
		expect(labels(layout)).toEqual(['blue', 'unknown']);
		expect(layout.facts.left).toBe(2);
	});

	it('gives panels of years one scale', () => {
		const figures: Figure[] = [
			[2020, 'red', 40],
			[2021, 'red', 80]
		];
		const layout = bars(figures, { facet: 'year' }, ['kind', 'year']);
		expect(layout.panels.map((panel) => panel.title)).toEqual(['2020', '2021']);
		expect(layout.panels.map((panel) => panel.bars[0]?.x1)).toEqual([0.5, 1]);
		expect(layout.data.map((datum) => datum.panel)).toEqual([0, 1]);
		expect(layout.panels[1]?.bars[0]?.datum).toBe(1);
	});

	it('draws series of a category as bars of their own', () => {
		const figures: Figure[] = [
			[2020, 'red', 40],
			[2021, 'red', 80]
		];
		const layout = bars(figures, { series: ['year'] }, ['kind', 'year']);
		expect(layout.panels[0]?.bars.map((bar) => bar.hue)).toEqual([1, 2]);
		expect(layout.key).toEqual([0, 1]);
	});
});

describe('dot', () => {
	it('puts the years of a category on one row with a thread between', () => {
		const figures: Figure[] = [
			[2020, 'red', 10],
			[2021, 'red', 90],
			[2020, 'green', 50],
			[2021, 'green', null, { status: '[c]' }],
			[2020, 'blue', null, { status: '[c]' }]
		];
		expect(marksAsText(bars(figures, { mark: 'dot', series: ['year'] }, ['kind', 'year'])))
			.toMatchInlineSnapshot(`
				"dot key 0,1
				series 2020 hue 1 solid circle
				series 2021 hue 2 7 3 square
				panel - height 190 start 0 end 1/1 spare 0
				  tick 0 0 all
				  tick 0.2 20 all
				  tick 0.4 40 all
				  tick 0.6 60 all
				  tick 0.8 80 all
				  tick 1 100 all
				  thread 0-1 32
				  thread 0.1-0.9 32 strong
				  thread 0-1 80
				  thread 0.5-0.5 80 strong
				  thread 0-1 146
				  bar withheld hue 6 0-0.1 74+12 datum 3
				  bar withheld hue 6 0-0.1 140+12 datum 4
				  dot hue 1 circle 0.1,32 datum 0
				  dot hue 2 square 0.9,32 datum 1
				  dot hue 1 circle 0.5,80 datum 2
				  text 0,17 0 start all ink "Red|"
				  text 0.9,36.5 10 start all ink "|90"
				  text 0.1,36.5 -10 end wide ink "|10"
				  text 0,65 0 start all ink "Green|"
				  text 0.5,84.5 10 start all ink "|50"
				  text 0,113 0 start narrow ink "Blue with a very long label that has/to be wrapped on a phone|"
				  text 0,131 0 start wide ink "Blue with a very long label that has to be wrapped on a phone|"
				  text 0.1,150.5 6 start all soft "2020: withheld for privacy|"
				facts {"missing":[],"leftOut":[],"seriesMissing":[],"partial":[],"left":0,"denominator":null,"hasSuperseded":false}"
			`);
	});
});
