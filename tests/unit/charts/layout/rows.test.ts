import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { contextOf, NOT_ADDITIVE, type Figure, type Fixture } from '../fixture.ts';

const kinds = { kind: ['red', 'green', 'unknown'] };

function layOut(figures: Figure[], spec: Fixture['spec']) {
	const query = { dimensions: ['kind', 'year'], filters: kinds };
	return layoutChart(contextOf({ figures, spec: { x: 'kind', ...spec }, query, additivity: NOT_ADDITIVE }));
}

const words = (layout: ReturnType<typeof layoutChart>) =>
	layout.panels.flatMap((panel) =>
		panel.texts.map(({ lines, value }) => [lines.join(' '), value].filter(Boolean).join(' '))
	);

describe('rows of dots', () => {
	const dot: Fixture['spec'] = { mark: 'dot', series: ['year'] };

	it('label the newest figure, also where it is the smaller one', () => {
		const layout = layOut(
			[
				[2020, 'red', 900],
				[2021, 'red', 500]
			],
			dot
		);
		expect(words(layout)).toEqual(['Red', '900', '500']);
		expect(layout.panels[0]?.texts.at(-1)).toMatchObject({ anchor: 'end', width: 'all' });
	});

	it('name the newest figure where it has no room on its own side', () => {
		const figures: Figure[] = [
			[2020, 'red', 30],
			[2021, 'red', 20],
			[2021, 'green', 900]
		];
		expect(words(layOut(figures, dot))).toContain('2021: 20');
		expect(words(layOut(figures, dot))).not.toContain('30');
	});

	it('leave an unknown row that is over three times the largest off the scale, in words', () => {
		const figures: Figure[] = [
			[2020, 'red', 90],
			[2021, 'red', 100],
			[2020, 'unknown', 250],
			[2021, 'unknown', 301]
		];
		const layout = layOut(figures, dot);
		expect(words(layout)).toContain('250 (2020), 301 (2021), off the scale');
		expect(Math.max(...(layout.panels[0]?.dots.map(({ x }) => x) ?? []))).toBe(1);
		expect(layout.panels[0]?.dots).toHaveLength(2);
		expect(layout.data).toHaveLength(4);
	});

	it('draw an unknown row up to three times the largest', () => {
		const figures: Figure[] = [
			[2020, 'red', 100],
			[2020, 'unknown', 300]
		];
		expect(layOut(figures, dot).panels[0]?.dots).toHaveLength(2);
	});
});

describe('rows of bars', () => {
	it('leave a large unknown row off the scale in every panel that shares it', () => {
		const figures: Figure[] = [
			[2020, 'red', 100],
			[2020, 'unknown', 400],
			[2021, 'red', 50],
			[2021, 'unknown', 290]
		];
		const layout = layOut(figures, { mark: 'bar', facet: 'year' });
		expect(words(layout)).toContain('400, off the scale');
		expect(words(layout)).toContain('290');
		expect(layout.panels.map((panel) => panel.bars.length)).toEqual([1, 2]);
	});
});
