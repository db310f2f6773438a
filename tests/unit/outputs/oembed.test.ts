import { beforeAll, describe, expect, it } from 'vitest';
import { chartContext, layoutChart } from '../../../src/lib/charts/index.ts';
import { embedHeight } from '../../../src/lib/outputs/embedHeight.ts';
import { oembed, type OEmbedInput } from '../../../src/lib/outputs/oembed.ts';
import { chartSpecs, chartView } from '../../../src/lib/server/charts.ts';
import { oembedFaults } from './oembedFaults.ts';

const INPUT: OEmbedInput = {
	address: 'https://figures.example/stats',
	id: 'cases-by-form',
	title: 'Cases by form',
	siteTitle: 'Figures',
	publisher: 'A line',
	height: 640
};

/** The attributes of the one element, with their entities read. */
function attributesOf(html: string): Record<string, string> {
	const [, written = ''] = /^<iframe ([^<>]*)><\/iframe>$/.exec(html) ?? [];
	return Object.fromEntries(
		[...written.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
			name,
			value
				.replaceAll('&quot;', '"')
				.replaceAll('&#39;', "'")
				.replaceAll('&lt;', '<')
				.replaceAll('&gt;', '>')
				.replaceAll('&amp;', '&')
		])
	);
}

describe('the oEmbed answer', () => {
	it('is valid, with absolute addresses below the path of the site', () => {
		const answer = oembed(INPUT);
		expect(oembedFaults(answer)).toEqual([]);
		expect(answer).toMatchObject({
			title: 'Cases by form',
			author_name: 'A line',
			provider_name: 'Figures',
			provider_url: 'https://figures.example/stats/',
			thumbnail_url: 'https://figures.example/stats/charts/cases-by-form.png',
			thumbnail_width: 2400,
			thumbnail_height: 1350,
			width: 700,
			height: 640
		});
	});

	it('is one frame that fills its column, with a name, and that needs no style', () => {
		expect(attributesOf(oembed(INPUT).html)).toEqual({
			src: 'https://figures.example/stats/embed/cases-by-form',
			title: 'Cases by form – Figures',
			width: '100%',
			height: '640',
			frameborder: '0',
			scrolling: 'auto',
			loading: 'lazy',
			style: 'border:0',
			sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox'
		});
	});

	it('lets no markup out of a title', () => {
		const title = `"><script>alert(1)</script> & 'x'`;
		const { html } = oembed({ ...INPUT, title });
		expect(html).not.toContain('<script');
		expect(attributesOf(html)['title']).toBe(`${title} – Figures`);
	});

	it('is held against the specification by a check that finds faults', () => {
		const { html: _html, ...rest } = oembed(INPUT);
		expect(oembedFaults(rest)).toContain('html is no text');
		expect(oembedFaults({ ...oembed(INPUT), version: 1 })).toContain('version is not "1.0"');
		expect(oembedFaults({ ...oembed(INPUT), width: '100%' })).toContain('width is no whole number');
		const { thumbnail_width: _width, ...half } = oembed(INPUT);
		expect(oembedFaults(half)).toContain('thumbnail_width is no whole number');
	});
});

describe('the guessed height of an embed', () => {
	let heights: { id: string; narrow: number; middle: number; panels: number }[];
	beforeAll(async () => {
		heights = await Promise.all(
			(await chartSpecs()).map(async (spec) => {
				const context = chartContext(await chartView(spec));
				const layout = layoutChart(context);
				return {
					id: spec.id,
					narrow: embedHeight(context, layout, 320),
					middle: embedHeight(context, layout, 700),
					panels: Math.max(...layout.panels.map((panel) => panel.height))
				};
			})
		);
	});

	it('is a whole number that holds the plot and the words around it, more where it is narrow', () => {
		expect(heights.length).toBeGreaterThan(10);
		for (const { id, narrow, middle, panels } of heights) {
			expect(Number.isInteger(middle), id).toBe(true);
			expect(middle, id).toBeGreaterThan(panels + 200);
			expect(narrow, id).toBeGreaterThan(middle);
		}
	});
});
