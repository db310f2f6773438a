import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ChartContext } from '../../../src/lib/charts/context.ts';
import type { ChartSpec } from '../../../src/lib/charts/types.ts';
import type { PlaceFigure } from './placesFixture.ts';

/** Places with a figure in two years each. */
const figures = (count: number) =>
	Array.from({ length: count }, (_, at): PlaceFigure[] => [
		[at, 2015, 10 + at, 100_000],
		[at, 2016, 12 + at, 100_000]
	]).flat();

const LINES: Partial<ChartSpec> = { mark: 'line', x: 'year', facet: 'place' };

describe('the kit for charts of places', () => {
	let needs: (spec: Partial<ChartSpec>, places: number, listed?: number) => boolean;
	let draw: (spec: Partial<ChartSpec>, places: number) => unknown;
	let load: () => Promise<void>;

	beforeAll(async () => {
		const { placesContext } = await import('./placesFixture.ts');
		const contextOf = (spec: Partial<ChartSpec>, places: number, listed = places): ChartContext =>
			placesContext({
				figures: figures(places),
				places: listed,
				spec,
				query: { dimensions: ['place', 'year'] }
			});
		// Modules of their own, in which nobody has set the kit yet.
		vi.resetModules();
		const { needsPlaceKit } = await import('../../../src/lib/charts/needsPlaceKit.ts');
		const { layoutChart } = await import('../../../src/lib/charts/layout/layoutChart.ts');
		load = (await import('../../../src/lib/charts/kit.ts')).loadPlaceKit;
		needs = (spec, places, listed) => needsPlaceKit(contextOf(spec, places, listed).view);
		draw = (spec, places) => layoutChart(contextOf(spec, places));
	});

	it.each(['tile-map', 'map', 'funnel'] as const)('is needed by every %s', (mark) => {
		expect(needs({ mark, x: 'place' }, 2)).toBe(true);
	});

	it.each(['bar', 'dot', 'stacked-bar'] as const)('is needed by no %s', (mark) => {
		expect(needs({ mark, x: 'place' }, 20)).toBe(false);
	});

	it('is needed by lines in more panels than are drawn large', () => {
		expect(needs(LINES, 12)).toBe(false);
		expect(needs(LINES, 13)).toBe(true);
	});

	it('is needed where a choice can bring as many panels', () => {
		expect(needs(LINES, 3, 13)).toBe(false);
		expect(needs({ ...LINES, filters: ['measure'] }, 3, 13)).toBe(true);
		expect(needs({ ...LINES, filters: ['measure'] }, 3, 12)).toBe(false);
	});

	it('is missed where it was not loaded, by those charts alone', async () => {
		expect(() => draw(LINES, 13)).toThrow('loadPlaceKit');
		expect(() => draw(LINES, 12)).not.toThrow();
		expect(() => draw({ mark: 'dot', x: 'place' }, 20)).not.toThrow();
		await load();
		expect(() => draw(LINES, 13)).not.toThrow();
	});
});
