import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { contextOf, NOT_ADDITIVE, type Figure, type Fixture } from '../fixture.ts';
import { marksAsText } from '../marksAsText.ts';

const PARTS = ['red', 'green', 'unknown'];

function stack(figures: Figure[], more: Partial<Fixture> = {}) {
	return layoutChart(
		contextOf({
			figures,
			spec: { mark: 'stacked-bar', series: ['kind'] },
			query: { dimensions: ['year', 'kind'], filters: { kind: PARTS }, shareOf: 'kind' },
			...more
		})
	);
}

const complete: Figure[] = [
	[2019, 'all', 100],
	[2019, 'red', 60],
	[2019, 'green', 30],
	[2019, 'unknown', 10]
];

describe('stacked columns', () => {
	it('stacks parts that reach their published total, marks one that does not, leaves a gap for a missing year', () => {
		const figures: Figure[] = [
			...complete,
			[2021, 'all', 200],
			[2021, 'red', 120],
			[2021, 'green', null, { status: '[c]' }],
			[2022, 'all', 90],
			[2022, 'red', 60],
			[2022, 'green', 20],
			[2022, 'unknown', 10]
		];
		expect(marksAsText(stack(figures))).toMatchInlineSnapshot(`
			"stacked-bar key 2,1,0 ends
			series Red hue 1 solid circle
			series Green hue 2 7 3 square
			series Unknown hue 6 2 3 triangle grey
			panel - height 350 start 2 end 2/0 spare 0
			  grid 306 0 zero
			  grid 259.333 20
			  grid 212.667 40
			  grid 166 60
			  grid 119.333 80
			  grid 72.667 100
			  grid 26 120
			  tick 0.125 2019 all
			  tick 0.625 2021 all
			  tick 0.875 2022 all
			  band gap 0.25-0.5 26-306
			  bar plain hue 1 0.045-0.205 166+140 datum 0
			  bar plain hue 2 0.045-0.205 96+69 datum 1
			  bar grey hue 6 0.045-0.205 72.667+22.333 datum 2
			  bar plain hue 1 0.545-0.705 26+280 datum 3
			  bar top hue 6 0.545-0.705 16+9 datum -
			  bar plain hue 1 0.795-0.955 166+140 datum 5
			  bar plain hue 2 0.795-0.955 119.333+45.667 datum 6
			  bar grey hue 6 0.795-0.955 96+22.333 datum 7
			  text 0.375,298 4 start all soft turned "no figure|"
			  text 0.625,342 0 middle all soft "part|"
			  text 0.125,66.667 0 middle all ink "|100"
			  text 0.875,90 0 middle all ink "|90"
			  text 1,240.5 8 start broad hue "Red|"
			  text 1,147.167 8 start broad hue "Green|"
			  text 1,112.167 8 start broad hue "Unknown|"
			facts {"missing":[{"name":"","periods":["2020"]}],"leftOut":[],"seriesMissing":[],"partial":[{"period":"2021","parts":["Red"]}],"left":0,"denominator":null,"hasSuperseded":false}"
		`);
	});

	it('sets months beside each other, however many years they fill', () => {
		const months = ['2021-01', '2021-02', '2021-12', '2022-01', '2022-11', '2022-12'];
		const figures = months.flatMap((year) =>
			complete.map(([, kind, value]): Figure => [0, kind, value, { year }])
		);
		const [panel] = stack(figures).panels;
		const columns = [...new Map(panel?.bars.map(({ x0, x1 }) => [x0, x1]))].sort(([one], [two]) => one - two);
		expect(columns).toHaveLength(months.length);
		columns.forEach(([x0, x1], index) => {
			expect(x0).toBeGreaterThan(columns[index - 1]?.[1] ?? 0);
			expect(x1).toBeLessThan(1);
		});
	});

	it('names the published parts of a column that is no total', () => {
		const figures: Figure[] = [...complete, [2020, 'all', 100], [2020, 'red', 60], [2020, 'green', 30]];
		const layout = stack(figures);
		expect(layout.facts.partial).toEqual([{ period: '2020', parts: ['Red', 'Green'] }]);
		expect(layout.panels[0]?.bars.filter((bar) => bar.tone === 'top')).toHaveLength(1);
		expect(layout.panels[0]?.texts.filter((text) => text.lines[0] === 'part')).toHaveLength(1);
		expect(layout.endLabels).toBe(false);
	});

	it('calls no column complete in which a part is withheld, even if the others reach the total', () => {
		const figures: Figure[] = [
			[2019, 'all', 100],
			[2019, 'red', 100],
			[2019, 'green', null, { status: '[c]' }]
		];
		expect(stack(figures).facts.partial).toEqual([{ period: '2019', parts: ['Red'] }]);
	});

	it('refuses to stack what must not be added, and draws lines instead', () => {
		const query = { dimensions: ['year', 'kind'], filters: { kind: PARTS } };
		const layout = stack(complete, { additivity: NOT_ADDITIVE, query });
		expect(layout).toMatchObject({ kind: 'line', stackRefused: true });
		expect(layout.panels[0]?.bars).toEqual([]);
	});

	it('takes no published total as a part', () => {
		const query = { dimensions: ['year', 'kind'] };
		const layout = stack(complete, { query });
		expect(layout.series.map((each) => each.label)).toEqual(['Red', 'Green', 'Unknown']);
		expect(layout.panels[0]?.texts.map((text) => text.value)).toContain('100');
	});
});
