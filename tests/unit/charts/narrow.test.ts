import { describe, expect, it } from 'vitest';
import {
	chartContext,
	chartNotes,
	chartParts,
	headline,
	layoutChart,
	narrow
} from '../../../src/lib/charts/index.ts';
import type { ChartPart } from '../../../src/lib/charts/types.ts';
import { viewOf, type Figure } from './fixture.ts';

const RISING: Figure[] = [
	[2012, 'all', 10],
	[2013, 'all', 20],
	[2014, 'all', 30],
	[2015, 'all', 40],
	[2016, 'all', 50]
];
const KINDS: Figure[] = [2015, 2016].flatMap((year): Figure[] => [
	[year, 'red', 4],
	[year, 'green', 6],
	[year, 'blue', 5]
]);

function narrowed(view: ReturnType<typeof viewOf>, part: ChartPart) {
	const found = narrow(chartContext(view), part);
	const context = chartContext(found.view, found.answer);
	const layout = layoutChart(context);
	return { context, layout, years: found.answer.rows.map((row) => row.key['year']) };
}

describe('a part of a chart', () => {
	it('has the years that were asked for, with their figures as they are', () => {
		const { years, context } = narrowed(viewOf({ figures: RISING }), { from: '2013', to: '2015' });
		expect(years).toEqual([2013, 2014, 2015]);
		expect(context.answer.rows.map((row) => row.value)).toEqual([20, 30, 40]);
	});

	it('may be open to one side', () => {
		expect(narrowed(viewOf({ figures: RISING }), { from: '2015' }).years).toEqual([2015, 2016]);
		expect(narrowed(viewOf({ figures: RISING }), { to: '2013' }).years).toEqual([2012, 2013]);
	});

	it('is not called the newest, the highest or the only', () => {
		const view = viewOf({ figures: RISING });
		const whole = chartContext(view);
		expect(headline(whole, layoutChart(whole))).toMatch(/highest/);
		for (const part of [{ to: '2015' }, { from: '2013', to: '2013' }]) {
			const { context, layout } = narrowed(view, part);
			expect(headline(context, layout)).not.toMatch(/highest|recent|newest|only/);
		}
	});

	it('is not called the largest where series are left out', () => {
		const view = viewOf({
			figures: KINDS.filter(([year]) => year === 2016),
			spec: { mark: 'bar', x: 'kind', series: ['kind'] },
			query: { dimensions: ['kind'], filters: { year: [2016] } }
		});
		const whole = chartContext(view);
		expect(headline(whole, layoutChart(whole))).toMatch(/largest/);
		const { context, layout } = narrowed(view, { series: ['red', 'blue'] });
		expect(headline(context, layout)).not.toMatch(/largest/);
	});

	it('says that there is more', () => {
		const { context, layout } = narrowed(viewOf({ figures: RISING }), { to: '2014' });
		expect(chartNotes(context, layout).filter((note) => note.kind === 'part')).toHaveLength(1);
		const whole = chartContext(viewOf({ figures: RISING }));
		expect(chartNotes(whole, layoutChart(whole)).some((note) => note.kind === 'part')).toBe(false);
	});

	it('has the series that were asked for, and offers those that there are', () => {
		const view = viewOf({
			figures: KINDS,
			spec: { series: ['kind'] },
			query: { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green', 'blue'] } }
		});
		const parts = chartParts(chartContext(view));
		expect(parts.periods).toEqual(['2015', '2016']);
		expect(parts.series.map(({ code }) => code)).toEqual(['red', 'green', 'blue']);
		const { layout } = narrowed(view, { series: ['green'] });
		expect(layout.series.map(({ label, hue }) => [label, hue])).toEqual([['Green', 2]]);
	});

	it('offers the panels where each has one series', () => {
		const view = viewOf({
			figures: KINDS,
			spec: { facet: 'kind' },
			query: { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green'] } }
		});
		expect(chartParts(chartContext(view)).series.map(({ label }) => label)).toEqual(['Red', 'Green']);
		expect(narrowed(view, { series: ['red'] }).layout.panels).toHaveLength(1);
	});

	it('never takes a stack apart', () => {
		const view = viewOf({
			figures: [...KINDS, [2015, 'all', 15], [2016, 'all', 15]],
			spec: { mark: 'stacked-bar', series: ['kind'] },
			query: { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green', 'blue'] } }
		});
		expect(layoutChart(chartContext(view)).kind).toBe('stacked-bar');
		expect(chartParts(chartContext(view)).series).toEqual([]);
	});

	it('counts the withheld figures that are left, and drops earlier figures of other years', () => {
		const view = viewOf({
			figures: [
				[2012, 'all', null, { status: '[c]' }],
				[2013, 'all', 20],
				[2014, 'all', null, { status: '[c]' }]
			],
			superseded: [
				[2012, 'all', 9],
				[2013, 'all', 19]
			]
		});
		const found = narrow(chartContext(view), { from: '2013' });
		expect(found.answer.withheld).toBe(1);
		expect(found.view.superseded?.rows.map((row) => row.key['year'])).toEqual([2013]);
	});
});
