import { describe, expect, it } from 'vitest';
import { chartContext } from '../../../../src/lib/charts/context.ts';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { commonRate } from '../../../../src/lib/charts/layout/average.ts';
import type { ChartSpec } from '../../../../src/lib/charts/types.ts';
import { datumWords } from '../../../../src/lib/charts/words/rowWords.ts';
import { chartParts } from '../../../../src/lib/charts/narrow.ts';
import { averageAt, placeRow, placesContext, placesView, type PlaceFigure } from '../placesFixture.ts';

const figures: PlaceFigure[] = [
	[1, 2019, 80, 1_000_000],
	[1, 2020, 90, 1_000_000],
	[1, 2021, 100, 1_000_000]
];
const spec: Partial<ChartSpec> = { mark: 'line', x: 'year', series: ['place'], average: true };
const averages = [2018, 2019, 2020, 2021, 2022].map((year) => averageAt(year, year - 2010));

describe('the average of all places', () => {
	it('weighs each place by its residents, and leaves out those without count or residents', () => {
		const rows = (
			[
				[0, 2020, 10, 1000],
				[1, 2020, 10, 3000],
				[2, 2020, null, 9000],
				[3, 2020, 5, null]
			] as PlaceFigure[]
		).map((figure) => placeRow(figure));
		expect(commonRate(rows)).toBe((20 / 4000) * 1e5);
		expect(commonRate([])).toBeNull();
	});

	it('is one more grey line between the first and the last time shown, named at its end', () => {
		const layout = layoutChart(placesContext({ figures, spec, averages }));
		const [panel] = layout.panels;
		expect(layout.series.map(({ label }) => label)).toEqual(['Birch']);
		expect(layout.average).toMatchObject({ label: 'All woods, average by residents', hue: 6, grey: true });
		expect(panel?.paths.map(({ hue }) => hue)).toEqual([1, 6]);
		const ends = panel?.texts.filter(({ tone }) => tone === 'hue') ?? [];
		expect(ends.map(({ lines, value }) => [...lines, value].join(' ').trim())).toEqual(
			expect.arrayContaining(['Birch 10.0', expect.stringMatching(/^All woods,.*residents 11\.0$/)])
		);
		expect(panel?.ticks.map(({ label }) => label)).toEqual(['2019', '2020', '2021']);
	});

	it('has no limits and no dots, but is read after the series, by its name', () => {
		const context = placesContext({ figures, spec, averages });
		const layout = layoutChart(context);
		expect(layout.panels[0]?.whiskers).toHaveLength(3);
		expect(layout.panels[0]?.dots.filter(({ hidden }) => hidden)).toHaveLength(3);
		const read = layout.data.filter(({ series }) => series === 1);
		expect(read.map(({ row }) => row.value)).toEqual([9, 10, 11]);
		const [first] = read;
		if (!first) throw new Error('no average');
		expect(datumWords(context, layout, first, ['year']).label).toBe('2019, All woods, average by residents');
	});

	it('is no choice of a series, and none of the figures of the answer', () => {
		const context = placesContext({ figures, spec, averages });
		expect(context.answer.rows).toHaveLength(3);
		expect(chartParts(context).series).toEqual([]);
	});

	it('is drawn only beside what it counts, and never beside counts', () => {
		const measured = (measure: string) => averages.map((row) => ({ ...row, key: { ...row.key, measure } }));
		const view = placesView({ figures, spec, averages: [...measured('calls'), ...measured('cases')] });
		const rows = view.answer.rows.map((row) => ({ ...row, key: { ...row.key, measure: 'cases' } }));
		const context = chartContext(view, { ...view.answer, rows });
		expect(context.averages.map(({ key }) => key['measure'])).toEqual(['cases', 'cases', 'cases']);
		const counts = placesContext({ figures, spec, averages, query: { rate: false } });
		expect(layoutChart(counts).average).toBeNull();
	});
});
