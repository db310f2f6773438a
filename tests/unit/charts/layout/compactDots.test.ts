import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { slicesOf } from '../../../../src/lib/outputs/image/slices.ts';
import { placesContext, type PlaceFigure, type PlacesFixture } from '../placesFixture.ts';

const MANY = 16;

/** Rates of many places, all of about ten; some may be set. */
function figures(own: Record<number, [number | null, number | null]> = {}): PlaceFigure[] {
	return Array.from({ length: MANY }, (_, at): PlaceFigure => {
		const [count, population] = own[at] ?? [100 + at, 1_000_000];
		return [at, 2020, count, population];
	});
}

function layOut(own: Parameters<typeof figures>[0] = {}, more: Partial<PlacesFixture> = {}) {
	const layout = layoutChart(placesContext({ figures: figures(own), places: MANY, ...more }));
	const [panel] = layout.panels;
	if (!panel) throw new Error('no panel');
	return { layout, panel, wide: panel.texts.filter(({ width }) => width === 'wide') };
}

const words = (texts: ReturnType<typeof layOut>['wide']) =>
	texts.map(({ lines, value }) => [lines.join(' '), value].filter(Boolean).join(' '));

describe('many rows of places', () => {
	it('stand 28 px apart in their own order, whatever order is asked for', () => {
		const { panel, layout } = layOut({ 3: [10, null] }, { spec: { order: 'value' } });
		const heights = panel.threads.map(({ y }) => y);
		expect(heights.slice(1).map((y, at) => y - (heights[at] ?? 0))).toEqual(Array(MANY - 1).fill(28));
		expect(layout.data.map(({ row }) => row.key['place'])).toEqual(figures().map(([at]) => `P${at}`));
	});

	it('keep their order also where counts are shown in place of rates', () => {
		const spec = { order: 'value' as const, query: { table: 'figures', dimensions: ['place'], rate: true } };
		const { layout } = layOut({}, { spec, query: { rate: false } });
		expect(layout.data[0]?.row.key['place']).toBe('P0');
	});

	it('have their names beside them in wide panels and above them in narrow ones, values at the right', () => {
		const { panel, wide } = layOut();
		const narrow = panel.texts.filter(({ width }) => width === 'narrow');
		expect(words(wide)).toContain('Ash');
		expect(words(narrow)).toContain('Ash');
		expect(wide.find(({ lines }) => lines[0] === 'Ash')?.dx).toBe(-150);
		expect(wide.find(({ value }) => value === '10.0')).toMatchObject({ x: 1, dx: 10 });
		expect(narrow.find(({ value }) => value === '10.0')).toMatchObject({ x: 1, anchor: 'end' });
	});

	it('mark a rate on a small count by a hollow dot and in words', () => {
		const { panel, wide } = layOut({ 2: [10, 100_000] });
		expect(panel.dots.map(({ hollow }) => hollow).indexOf(true)).toBe(2);
		expect(panel.dots.filter(({ hollow }) => hollow)).toHaveLength(1);
		expect(words(wide)).toContain('10.0 [u]');
	});

	it('say why there is no value, and draw no limits of a withheld one', () => {
		const { panel, wide } = layOut({ 2: [null, 100_000], 4: [30, null] });
		expect(words(wide)).toContain('withheld for privacy');
		expect(panel.bars).toMatchObject([{ tone: 'withheld' }]);
		expect(panel.dots).toHaveLength(MANY - 2);
		expect(panel.whiskers).toHaveLength(MANY - 2);
	});

	it('leave a rate far beyond all others off the scale, with an arrow and its value', () => {
		const { panel, wide, layout } = layOut({ 5: [100, 100_000] });
		expect(Math.max(...panel.ticks.map(({ label }) => Number(label)))).toBeLessThan(20);
		expect(panel.whiskers.filter(({ beyond }) => beyond)).toMatchObject([{ x1: 1, cut: true }]);
		expect(words(wide)).toEqual(expect.arrayContaining(['off the scale', '100']));
		expect(panel.dots[5]?.hidden).toBe(true);
		expect(layout.facts.limits).toEqual({ shown: true, cut: true });
	});

	it('have a rule at the average by residents, through all rows', () => {
		const { panel } = layOut({ 0: [900, 9_000_000], 1: [10, 1_000_000] });
		const top = Math.max(...panel.ticks.map(({ label }) => Number(label)));
		const [all, residents] = figures({ 0: [900, 9_000_000], 1: [10, 1_000_000] }).reduce(
			([count, people], figure) => [count + (figure[2] ?? 0), people + (figure[3] ?? 0)],
			[0, 0]
		);
		expect(panel.rules).toHaveLength(2);
		expect(panel.rules[0]?.x).toBeCloseTo(((all / residents) * 1e5) / top, 10);
		expect(panel.rules[0]?.y1).toBeGreaterThan(panel.dots.at(-1)?.y ?? Infinity);
		expect(panel.texts[0]?.lines.join(' ')).toMatch(/^All woods, average by residents: \d/);
	});

	it('have no average where one place has no figure', () => {
		expect(layOut({ 3: [null, 1000] }).panel.rules).toEqual([]);
		expect(layOut({ 3: [30, null] }).panel.rules).toEqual([]);
		expect(layOut({}, { places: MANY + 1 }).panel.rules).toEqual([]);
	});

	it('are set in columns in a picture, each row once and under the axis', () => {
		const { layout, panel } = layOut({ 5: [100, 100_000] });
		const columns = slicesOf(layout, 3) ?? [];
		expect(columns).toHaveLength(3);
		const names = columns.map((column) =>
			column.texts.flatMap(({ lines, width }) => (width === 'narrow' ? lines : []))
		);
		expect(names.flat().filter((name) => name === 'Ash')).toHaveLength(1);
		expect(columns.flatMap(({ dots }) => dots.map(({ datum }) => datum)).sort((a, b) => a - b)).toEqual(
			panel.dots.map(({ datum }) => datum)
		);
		expect(columns.flatMap(({ whiskers }) => whiskers)).toHaveLength(panel.whiskers.length);
		for (const column of columns) {
			expect(column.ticks.length).toBe(panel.ticks.length / 2);
			for (const { y } of [...column.dots, ...column.threads]) expect(y).toBeLessThan(column.height);
			for (const { y1 } of [...column.rules, ...column.axes]) expect(y1).toBeLessThanOrEqual(column.height);
		}
	});
});
