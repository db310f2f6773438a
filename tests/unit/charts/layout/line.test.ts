import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { breakAt, contextOf, type Figure } from '../fixture.ts';
import { marksAsText } from '../marksAsText.ts';

const years = (values: (number | null)[], first = 2018): Figure[] =>
	values.map((value, at) => [first + at, 'all', value]);

describe('line', () => {
	it('joins neighbouring years, and never bridges a missing one', () => {
		const figures = years([10, 20, 30, 40, 50]).filter(([year]) => year !== 2020);
		expect(marksAsText(layoutChart(contextOf({ figures })))).toMatchInlineSnapshot(`
			"line key - ends
			series Cases by year hue 1 solid circle
			panel - height 308 start 1 end 1/0 spare 0
			  grid 278 0 zero
			  grid 225.2 10
			  grid 172.4 20
			  grid 119.6 30
			  grid 66.8 40
			  grid 14 50
			  tick 0.1 2018 all
			  tick 0.3 2019 all
			  tick 0.5 2020 all
			  tick 0.7 2021 all
			  tick 0.9 2022 all
			  band gap 0.4-0.6 14-278
			  path hue 1 solid M100,225.2L300,172.4
			  path hue 1 solid M700,66.8L900,14
			  dot hue 1 circle 0.1,225.2 datum 0
			  dot hue 1 circle 0.3,172.4 datum 1
			  dot hue 1 circle 0.7,66.8 datum 2
			  dot hue 1 circle 0.9,14 datum 3
			  text 0.5,270 4 start all soft turned "no figure|"
			  text 1,19 8 start wide hue "|50"
			facts {"missing":[{"name":"","periods":["2020"]}],"leftOut":[],"seriesMissing":[],"partial":[],"left":0,"denominator":null,"hasSuperseded":false}"
		`);
	});

	it('breaks at a withheld value and hatches its year', () => {
		const figures: Figure[] = [
			...years([10, 20]),
			[2020, 'all', null, { status: '[c]' }],
			...years([40, 50], 2021)
		];
		const layout = layoutChart(contextOf({ figures }));
		expect(layout.panels[0]?.paths.map((path) => path.d)).toEqual([
			'M100,225.2L300,172.4',
			'M700,66.8L900,14'
		]);
		expect(layout.panels[0]?.bands).toMatchObject([{ tone: 'withheld' }]);
		expect(layout.panels[0]?.texts.map((text) => text.lines[0])).toContain('withheld');
		expect(layout.data).toHaveLength(5);
	});

	it('breaks the line where figures before and after must not be compared, and rules it', () => {
		const layout = layoutChart(contextOf({ figures: years([10, 20, 30, 40]), breaks: [breakAt('2020')] }));
		expect(marksAsText(layout)).toMatchInlineSnapshot(`
			"line key - ends
			series Cases by year hue 1 solid circle
			panel - height 322 start 1 end 1/0 spare 0
			  grid 292 0 zero
			  grid 226 10
			  grid 160 20
			  grid 94 30
			  grid 28 40
			  tick 0.125 2018 all
			  tick 0.375 2019 all
			  tick 0.625 2020 all
			  tick 0.875 2021 all
			  rule 0.5 9-292 wide
			  rule 0.5 9-292 narrow
			  path hue 1 solid M125,226L375,160
			  path hue 1 solid M625,94L875,28
			  dot hue 1 circle 0.125,226 datum 0
			  dot hue 1 circle 0.375,160 datum 1
			  dot hue 1 circle 0.625,94 datum 2
			  dot hue 1 circle 0.875,28 datum 3
			  text 0.5,19 4 start wide soft "New in 2020|"
			  text 0.5,19 4 start narrow soft "New in 2020|"
			  text 1,33 8 start wide hue "|40"
			facts {"missing":[],"leftOut":[],"seriesMissing":[],"partial":[],"left":0,"denominator":null,"hasSuperseded":false}"
		`);
	});

	it('goes on across a break that forbids nothing, and across one before or after all years', () => {
		const breaks = [breakAt('2020-03', { comparableAcross: true }), breakAt('2018'), breakAt('2022')];
		const [panel] = layoutChart(contextOf({ figures: years([10, 20, 30, 40]), breaks })).panels;
		expect(panel?.paths).toHaveLength(1);
		expect(panel?.rules.map((rule) => rule.comparable)).toEqual([true, true]);
	});

	it('breaks at both ends of an interval and shades it', () => {
		const breaks = [breakAt('2019', { to: '2021' })];
		const [panel] = layoutChart(contextOf({ figures: years([10, 20, 30, 40, 50]), breaks })).panels;
		expect(panel?.paths.map((path) => path.d)).toEqual(['M300,186.4L500,133.6', 'M700,80.8L900,28']);
		expect(panel?.bands).toMatchObject([{ tone: 'event', x0: 0.2, x1: 0.6 }]);
	});

	it('breaks before a row that carries the break marker', () => {
		const figures: Figure[] = [...years([10, 20]), [2020, 'all', 30, { status: '[b]' }], [2021, 'all', 40]];
		expect(layoutChart(contextOf({ figures })).panels[0]?.paths).toHaveLength(2);
	});

	it('shows a lone year as a dot without a path', () => {
		const [panel] = layoutChart(contextOf({ figures: years([10]) })).panels;
		expect(panel?.paths).toEqual([]);
		expect(panel?.dots).toMatchObject([{ x: 0.5, datum: 0 }]);
	});

	it('keeps two bases in lines of their own with a dash and a marker each', () => {
		const wide = years([15, 25]).map(([year, kind, value]): Figure => [year, kind, value, { basis: 'wide' }]);
		const layout = layoutChart(
			contextOf({
				figures: [...years([10, 20]), ...wide],
				query: { dimensions: ['year', 'basis'], basis: ['narrow', 'wide'] }
			})
		);
		expect(marksAsText(layout)).toMatchInlineSnapshot(`
			"line key 1,0 ends
			series Narrow hue 1 solid circle
			series Wide hue 6 7 3 square
			panel - height 308 start 1 end 2/0 spare 0
			  grid 278 0 zero
			  grid 225.2 5
			  grid 172.4 10
			  grid 119.6 15
			  grid 66.8 20
			  grid 14 25
			  tick 0.25 2018 all
			  tick 0.75 2019 all
			  path hue 1 solid M250,172.4L750,66.8
			  path hue 6 7 3 M250,119.6L750,14
			  dot hue 1 circle 0.25,172.4 datum 0
			  dot hue 1 circle 0.75,66.8 datum 1
			  dot hue 6 square 0.25,119.6 datum 2
			  dot hue 6 square 0.75,14 datum 3
			  text 1,71.3 8 start wide hue "Narrow|20"
			  text 1,19 8 start wide hue "Wide|25"
			facts {"missing":[],"leftOut":[],"seriesMissing":[],"partial":[],"left":0,"denominator":null,"hasSuperseded":false}"
		`);
	});

	it('draws superseded values faint, without those equal to the current one, of another basis or without a number', () => {
		const superseded: Figure[] = [
			[2017, 'all', null, { status: '[c]' }],
			[2018, 'all', 12],
			[2019, 'all', 20],
			[2019, 'all', 99, { basis: 'wide' }]
		];
		const query = { dimensions: ['year', 'basis'], basis: ['narrow', 'wide'] };
		const layout = layoutChart(contextOf({ figures: years([10, 20]), superseded, query }));
		expect(layout.panels[0]?.dots.filter((dot) => dot.faint)).toMatchObject([{ x: 0.25, faint: true }]);
		expect(layout.data.filter((datum) => datum.superseded).map((datum) => datum.row.value)).toEqual([12]);
		expect(layout.facts.hasSuperseded).toBe(true);
	});

	it('starts the value scale at zero', () => {
		const [panel] = layoutChart(contextOf({ figures: years([1000, 1001]) })).panels;
		expect(panel?.grid[0]).toMatchObject({ label: '0', zero: true });
	});

	it('tells years that the question left out from years without a figure', () => {
		const figures = years([10, 20, 30, 40, 50]).filter(([year]) => year !== 2021);
		const { facts, panels } = layoutChart(
			contextOf({ figures, query: { filters: { year: [2018, 2020, 2021, 2022] } } })
		);
		expect(facts.leftOut).toEqual(['2019']);
		expect(facts.missing).toEqual([{ name: '', periods: ['2021'] }]);
		expect(panels[0]?.bands).toHaveLength(1);
	});

	it('lays out nothing for an empty answer', () => {
		expect(layoutChart(contextOf({ figures: [] })).panels).toEqual([]);
	});
});
