import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Chart from '../../../src/lib/charts/Chart.svelte';
import { mapView, type PlaceFigure } from './mapFixture.ts';

const figures: PlaceFigure[] = [
	['A', 1],
	['B', 5],
	['C', null, '[c]'],
	['D', 12, '[u]']
];

describe.each(['tile-map', 'map'] as const)('%s, rendered without a browser', (mark) => {
	const view = mapView({
		figures,
		spec: { mark, classes: [{ figure: 'count', limits: [2, 5, 10] }] }
	});
	const html = render(Chart, { props: { view } }).body;
	const part = (code: string) => new RegExp(`<[^>]*data-place="${code}"[^>]*>`).exec(html)?.[0] ?? '';

	it('keeps its ratio with an empty picture, without a style of its own', () => {
		const ratio = mark === 'map' ? '960 480' : '800 200';
		expect(html).toContain(`<svg class="spacer" viewBox="0 0 ${ratio}" aria-hidden="true">`);
		expect(html.match(/<svg[^>]*class="panel/g)).toHaveLength(1);
		expect(html).not.toMatch(/ style="/);
	});

	it('draws every place once, by its class or its sign', () => {
		for (const code of ['A', 'B', 'C', 'D', 'E']) {
			expect(html.split(`data-place="${code}"`)).toHaveLength(2);
		}
		expect(part('A')).toContain('step-1');
		expect(part('D')).toContain('step-6');
		expect(part('E')).toContain('unknown');
		expect(html).toMatch(
			mark === 'map' ? /withheld narrow" fill="url\(#s1-0-hatch-narrow\)/ : /fill="url\(#s1-0-hatch\)/
		);
		for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(html).toContain(`id="${id}"`);
		// One for small tiles, one for larger ones.
		const marks = html.match(/<circle class="low on-step-6"/g);
		expect(marks).toHaveLength(mark === 'tile-map' ? 2 : 1);
	});

	it('has no second tooltip, and the key in words', () => {
		expect(html).not.toContain('<title');
		expect(html.replace(/<!--.*?-->/g, '')).toContain('5 to under 10 (1 state)');
	});
});
