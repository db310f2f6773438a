import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Chart from '../../../../src/lib/charts/Chart.svelte';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { composeImage } from '../../../../src/lib/outputs/image/index.ts';
import { placesContext, placesView, type PlaceFigure, type PlacesFixture } from '../placesFixture.ts';

const YEARS = [2018, 2019, 2020, 2021, 2022];
const spec = { mark: 'line', x: 'year', facet: 'place' } as const;

function figures(
	count: number,
	valueOf = (place: number, year: number): number | null => 20 * place + year - 2000
) {
	return Array.from({ length: count }, (_, place) =>
		YEARS.map((year): PlaceFigure => [place, year, valueOf(place, year), 1_000_000])
	).flat();
}

const fixture = (some: PlaceFigure[], rate: boolean): PlacesFixture => ({
	figures: some,
	spec,
	query: { rate }
});
const layOut = (some: PlaceFigure[], rate = false) => layoutChart(placesContext(fixture(some, rate)));

describe('many panels', () => {
	it('are small from the thirteenth on: a line, the outer years and the last value', () => {
		expect(layOut(figures(12)).panels[0]?.small).toBe(false);
		const layout = layOut(figures(13));
		const [panel] = layout.panels;
		expect(panel).toMatchObject({ small: true, height: 84, title: 'Ash' });
		expect(panel?.ticks.map(({ x, label }) => [x, label])).toEqual([
			[0, '2018'],
			[1, '2022']
		]);
		expect(panel?.texts.map(({ value }) => value)).toEqual(['22']);
		expect(panel?.dots.map(({ hidden }) => hidden)).toEqual([true, true, true, true, false]);
		expect(layout.data).toHaveLength(13 * YEARS.length);
	});

	it('have a scale each for counts, and one for rates', () => {
		const heights = (rate: boolean) =>
			[0, 12].map((at) => Math.round(layOut(figures(13), rate).panels[at]?.dots.at(-1)?.y ?? 0));
		const [low, high] = heights(true);
		expect(low).toBeGreaterThan((high ?? 0) + 20);
		const [first, last] = heights(false);
		expect(Math.abs((first ?? 0) - (last ?? 99))).toBeLessThan(15);
		expect(layOut(figures(13)).facts.small).toEqual({ scale: null });
		expect(layOut(figures(13), true).facts.small?.scale).toMatch(/^\d+$/);
	});

	it('say so where one lies so far above the others that it needs a scale of its own', () => {
		const layout = layOut(
			figures(13, (place, year) => (place === 4 ? 9000 : 100 + year - 2018)),
			true
		);
		const own = layout.panels.map(({ texts }) => texts.some(({ lines }) => lines[0] === 'own scale'));
		expect(own).toEqual(layout.panels.map((_, at) => at === 4));
	});

	it('leave gaps open, hatch what is withheld, and draw limits as a band', () => {
		const some = figures(13, (place, year) => (place === 0 && year === 2020 ? null : 100));
		const [panel, other] = layOut(some, true).panels;
		expect(panel?.bands).toMatchObject([{ tone: 'withheld' }]);
		expect(panel?.paths.map(({ tone }) => tone)).toEqual(['area', 'area', 'line', 'line']);
		expect(other?.paths.map(({ tone }) => tone)).toEqual(['area', 'line']);
		const without = some.filter(([place, year]) => place !== 0 || year !== 2020);
		expect(layOut(without).panels[0]?.paths).toHaveLength(2);
	});

	it('show in words that nothing is known', () => {
		const some = figures(13, (place) => (place === 2 ? null : 100));
		expect(layOut(some, true).panels[2]?.texts.map(({ lines }) => lines[0])).toEqual(['withheld']);
	});

	it('stay light: less than 2 kB of markup a panel', () => {
		const { body } = render(Chart, { props: { view: placesView(fixture(figures(20), true)) } });
		const plot = body.slice(body.indexOf('class="plot"'), body.indexOf('data-notes'));
		expect(plot.length).toBeGreaterThan(1000);
		expect(plot.length / 20).toBeLessThan(2000);
	});

	it('stand in a grid in a picture, as many as have room, and the others are counted', () => {
		const options = { form: 'wide', address: 'https://example.org/charts/test' } as const;
		const image = composeImage(placesContext(fixture(figures(20), false)), options);
		const titles = ['Ash', 'Birch', 'Cedar', 'Elm'].filter((name) => image.includes(`>${name}<`));
		expect(titles).toEqual(['Ash', 'Birch', 'Cedar', 'Elm']);
	});
});
