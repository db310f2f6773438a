import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelCurves, type FunnelScale } from '../../../../src/lib/charts/layout/funnelCurves.ts';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { textWidth } from '../../../../src/lib/charts/layout/text.ts';
import { plotWidth } from '../../../../src/lib/charts/layout/panel.ts';
import { step } from '../../../../src/lib/charts/reading/step.ts';
import { funnelNotes } from '../../../../src/lib/charts/words/funnel.ts';
import { placesContext, type PlaceFigure } from '../placesFixture.ts';

/** Ratio limits of the chi-square form (FunnelPlotR): 99.8 % low, 95 % low, 95 % high, 99.8 % high. */
const PUBLISHED: [number, [number, number, number, number]][] = [
	[10, [0.296, 0.48, 1.839, 2.413]],
	[100, [0.719, 0.814, 1.216, 1.349]],
	[500, [0.867, 0.914, 1.092, 1.146]]
];

const funnel = { mark: 'funnel' } as const;

const even = (own: Record<number, number | null> = {}): PlaceFigure[] =>
	Array.from({ length: 12 }, (_, at) => {
		const population = 200_000 * 1.6 ** at;
		const count = own[at];
		return [at, 2020, count === undefined ? Math.round(population / 10_000) : count, population];
	});

describe('curves of a funnel', () => {
	it.each(PUBLISHED)('stand at the published limits for %i expected', (expected, limits) => {
		const scale: FunnelScale = {
			from: expected,
			to: expected * 10,
			xOf: (count) => Math.log10(count / expected),
			yOf: (rate) => 1000 - rate * 100,
			top: 10,
			average: 1
		};
		const first = funnelCurves(scale, 0)
			.filter(({ tone }) => tone === 'limit')
			.map(({ d }) => (1000 - Number(/^M0,([\d.]+)/.exec(d)?.[1])) / 100)
			.sort((a, b) => a - b);
		expect(first).toHaveLength(4);
		first.forEach((ratio, at) => expect(ratio).toBeCloseTo(limits[at] ?? NaN, 2));
	});

	it('are cut where they leave the plot', () => {
		const scale: FunnelScale = {
			from: 5,
			to: 500,
			xOf: (count) => Math.log10(count / 5) / 2,
			yOf: (rate) => 200 - rate * 100,
			top: 1.5,
			average: 1
		};
		const ys = funnelCurves(scale, 0.4).flatMap(({ d }) =>
			[...d.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y))
		);
		expect(Math.min(...ys)).toBe(50);
		expect(Math.max(...ys)).toBeLessThanOrEqual(200);
	});
});

describe('a funnel plot', () => {
	it('places rates over the count that the average would give, smallest first', () => {
		const layout = layoutChart(placesContext({ figures: even(), spec: funnel }));
		const [panel] = layout.panels;
		const xs = panel?.dots.map(({ x }) => x) ?? [];
		expect(xs).toEqual([...xs].sort((a, b) => a - b));
		expect(layout.facts.funnel).toMatchObject({
			shown: 12,
			outside95: 0,
			outside998: 0,
			outsideAdjusted: 0,
			without: []
		});
		expect(layout.facts.funnel?.average).toBeCloseTo(10, 1);
		expect(layout.data.map(({ position }) => position)).toEqual(xs.map((_, at) => at));
	});

	it('counts the places outside random variation, and names those without a rate', () => {
		const figures = even({ 2: 2, 9: 1000, 4: null });
		const context = placesContext({ figures, spec: funnel });
		const layout = layoutChart(context);
		expect(layout.facts.funnel).toMatchObject({ shown: 11, without: ['Fir'] });
		expect(layout.facts.funnel?.outside998).toBeGreaterThanOrEqual(2);
		expect(layout.facts.funnel?.outside95).toBeGreaterThanOrEqual(layout.facts.funnel?.outside998 ?? NaN);
		const [note] = funnelNotes(context, layout);
		expect(note?.text).toContain('Of these 11 woods');
		expect(note?.text).toContain('This is no ranking.');
		expect(note?.text).toContain('Fir');
	});

	it('is drawn as rows where it would mean nothing: counts, two places, no count at all', () => {
		const kindOf = (figures: PlaceFigure[], rate = true) =>
			layoutChart(placesContext({ figures, spec: funnel, query: { rate } })).kind;
		expect(kindOf(even())).toBe('funnel');
		expect(kindOf(even(), false)).toBe('dot');
		expect(kindOf(even().slice(0, 2))).toBe('dot');
		expect(kindOf(even().map(([at, year, , people]) => [at, year, 0, people]))).toBe('dot');
	});

	it('is read from left to right', () => {
		const { data } = layoutChart(placesContext({ figures: even(), spec: funnel }));
		expect(step(data, 0, 'ArrowRight', 'funnel')).toBe(1);
		expect(step(data, 1, 'ArrowLeft', 'funnel')).toBe(0);
	});

	it('has no two labels that meet at any width, and none outside', () => {
		const some = fc.array(
			fc.tuple(fc.integer({ min: 10, max: 3000 }), fc.integer({ min: 20_000, max: 40_000_000 })),
			{
				minLength: 3,
				maxLength: 20
			}
		);
		fc.assert(
			fc.property(some, (places) => {
				const figures = places.map(([count, people], at): PlaceFigure => [at, 2020, count, people]);
				const [panel] = layoutChart(placesContext({ figures, spec: funnel })).panels;
				if (!panel) return;
				for (const [variant, width] of [
					['narrow', 272],
					['narrow', 420],
					['wide', 480],
					['wide', 740]
				] as const) {
					const plot = plotWidth(panel, width);
					const labels = panel.texts
						.filter((text) => text.width === variant)
						.map(({ x, dx, y, anchor, lines }) => {
							const long = textWidth(lines[0] ?? '', 12);
							const left = x * plot + dx - (anchor === 'start' ? 0 : anchor === 'end' ? long : long / 2);
							return { left, right: left + long, y };
						});
					labels.forEach((one, at) => {
						expect(one.left).toBeGreaterThanOrEqual(0);
						expect(one.right).toBeLessThanOrEqual(plot + 14);
						for (const other of labels.slice(at + 1)) {
							const meet = one.left < other.right && other.left < one.right && Math.abs(one.y - other.y) < 12;
							expect(meet).toBe(false);
						}
					});
				}
			}),
			{ numRuns: 100 }
		);
	});
});
