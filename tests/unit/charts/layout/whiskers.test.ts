import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { valueScale, withoutFar } from '../../../../src/lib/charts/layout/scale.ts';
import type { ChartLayout } from '../../../../src/lib/charts/layout/types.ts';
import type { ChartSpec } from '../../../../src/lib/charts/types.ts';
import { marksAsText } from '../marksAsText.ts';
import { placesContext, type PlaceFigure } from '../placesFixture.ts';

const line: Partial<ChartSpec> = { mark: 'line', x: 'year', series: ['place'] };

/** Each dot that is drawn on a value axis, with the whiskers at its place. */
function pairs(layout: ChartLayout) {
	const onAxis = layout.panels.filter(({ ticks }) => ticks.length);
	return onAxis.flatMap((panel) =>
		panel.dots
			.filter(({ hidden }) => !hidden)
			.map((dot) => {
				const own = panel.whiskers.filter(({ x0, x1, y0, y1 }) =>
					y0 === y1
						? Math.abs(y0 - dot.y) < 1e-9 && x0 <= dot.x + 1e-9 && dot.x <= x1 + 1e-9
						: Math.abs(x0 - dot.x) < 1e-9 && y0 <= dot.y + 1e-9 && dot.y <= y1 + 1e-9
				);
				return { dot, own };
			})
	);
}

describe('limits of rates', () => {
	it('lie behind the dots of rows, hollow where the count is small, and not where it is withheld', () => {
		const figures: PlaceFigure[] = [
			[0, 2020, 40, 100_000],
			[1, 2020, 10, 100_000],
			[2, 2020, null, 100_000],
			[3, 2020, 30, null]
		];
		const layout = layoutChart(placesContext({ figures, places: 4 }));
		expect(marksAsText(layout)).toMatchInlineSnapshot(`
			"dot key -
			series Rates hue 1 solid circle
			panel - height 220 start 0 end 1/1 spare 0
			  tick 0 0 all
			  tick 0.333 20 all
			  tick 0.667 40 all
			  tick 1 60 all
			  thread 0-1 32
			  thread 0-1 80
			  thread 0-1 128
			  thread 0-1 176
			  whisker hue 1 0.476,32 0.908,32
			  whisker hue 1 0.08,80 0.307,80
			  bar withheld hue 6 0-0.1 122+12 datum 2
			  dot hue 1 circle 0.667,32 datum 0
			  dot hue 1 circle hollow 0.167,80 datum 1
			  text 0,17 0 start all ink "Ash|"
			  text 0.908,36.5 10 start all ink "|40.0"
			  text 0,65 0 start all ink "Birch|"
			  text 0.307,84.5 10 start all ink "|10.0"
			  text 0,113 0 start all ink "Cedar|"
			  text 0.1,132.5 6 start all soft "withheld for privacy|"
			  text 0,161 0 start all ink "Elm|"
			  text 0,180.5 6 start all soft "not available|"
			facts {"missing":[],"leftOut":[],"seriesMissing":[],"partial":[],"left":0,"denominator":null,"hasSuperseded":false,"limits":{"shown":true,"cut":false}}"
		`);
	});

	it('stand up and down behind the dots of lines', () => {
		const figures: PlaceFigure[] = [
			[0, 2020, 40, 100_000],
			[0, 2021, 50, 100_000],
			[0, 2022, null, 100_000]
		];
		const layout = layoutChart(placesContext({ figures, spec: line }));
		expect(marksAsText(layout)).toMatchInlineSnapshot(`
			"line key - ends
			series Ash hue 1 solid circle
			panel - height 308 start 1 end 1/0 spare 0
			  grid 278 0 zero
			  grid 212 20
			  grid 146 40
			  grid 80 60
			  grid 14 80
			  tick 0.167 2020 all
			  tick 0.5 2021 all
			  tick 0.833 2022 all
			  band withheld 0.7-0.967 14-278
			  whisker hue 1 0.167,98.249 0.167,183.708
			  whisker hue 1 0.5,60.463 0.5,155.543
			  path hue 1 solid M166.7,146L500,113
			  dot hue 1 circle 0.167,146 datum 0
			  dot hue 1 circle 0.5,113 datum 1
			  text 0.833,270 4 start all soft turned "withheld|"
			  text 1,117.5 8 start wide hue "|50.0"
			facts {"missing":[],"leftOut":[],"seriesMissing":[],"partial":[],"left":0,"denominator":null,"hasSuperseded":false,"limits":{"shown":true,"cut":false}}"
		`);
	});

	it('reach to an arrow where an extreme one would press all values together', () => {
		const figures: PlaceFigure[] = [
			[0, 2020, 100, 1_000_000],
			[1, 2020, 1, 10_000]
		];
		const layout = layoutChart(placesContext({ figures }));
		expect(layout.panels[0]?.whiskers.map(({ cut, x1 }) => [cut, x1 === 1])).toEqual([
			[false, false],
			[true, true]
		]);
		expect(layout.facts.limits).toEqual({ shown: true, cut: true });
	});

	it('are not drawn for counts', () => {
		const layout = layoutChart(placesContext({ figures: [[0, 2020, 40, 100_000]], query: { rate: false } }));
		expect(layout.panels[0]?.whiskers).toEqual([]);
		expect(layout.facts.limits).toBeUndefined();
	});

	it('stay in the panel, hold their dot, and belong to every shown rate and to no other', () => {
		const figure = fc.tuple(
			fc.nat(17),
			fc.integer({ min: 2018, max: 2021 }),
			fc.option(fc.nat(400), { freq: 5 }),
			fc.option(fc.integer({ min: 1000, max: 5_000_000 }), { freq: 9 })
		);
		const figures = fc.uniqueArray(figure, {
			minLength: 1,
			maxLength: 40,
			selector: ([place, year]) => `${place} ${year}`
		});
		const spec = fc.constantFrom<Partial<ChartSpec>>({}, { series: ['year'] }, line, {
			mark: 'line',
			x: 'year',
			facet: 'place'
		});
		fc.assert(
			fc.property(figures, spec, (some, own) => {
				const rows = 'x' in own || 'series' in own ? some : some.filter(([, year]) => year === some[0]?.[1]);
				const layout = layoutChart(placesContext({ figures: rows, spec: own }));
				for (const panel of layout.panels) {
					for (const { x0, x1, y0, y1 } of panel.whiskers) {
						expect(0 <= x0 && x0 <= x1 && x1 <= 1).toBe(true);
						expect(0 <= y0 && y0 <= y1 && y1 <= panel.height).toBe(true);
					}
				}
				if (layout.facts.small) return;
				for (const { own: whiskers } of pairs(layout)) expect(whiskers.length).toBeGreaterThan(0);
				const shown = pairs(layout).length;
				expect(layout.panels.flatMap(({ whiskers }) => whiskers)).toHaveLength(shown);
			}),
			{ numRuns: 150 }
		);
	});
});

describe('a scale of rates', () => {
	it('holds limits up to two and a half times the largest rate, and ticks between whole numbers', () => {
		expect(valueScale([10], 'en-US', [24]).top).toBeGreaterThanOrEqual(24);
		expect(valueScale([10], 'en-US', [26]).top).toBe(10);
		expect(valueScale([0], 'en-US', [3]).top).toBeGreaterThanOrEqual(3);
		expect(valueScale([1.4], 'en-US', []).ticks.map(({ label }) => label)).toEqual(['0', '0.5', '1', '1.5']);
	});

	it('leaves out up to three values that are over twice the next', () => {
		expect(withoutFar([3, 50, 4, 5])).toEqual([5, 4, 3]);
		expect(withoutFar([3, 50, 40, 5])).toEqual([5, 3]);
		expect(withoutFar([3, 9, 4, 5])).toEqual([3, 9, 4, 5]);
	});
});
