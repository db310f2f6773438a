import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import ChartHead from '../../../src/lib/ui/ChartHead.svelte';
import { chartPreview } from '../../../src/lib/ui/preview.ts';
import { viewOf } from '../charts/fixture.ts';

const view = viewOf({
	figures: [
		[2018, 'all', 1234],
		[2019, 'all', 2345]
	]
});

/** The tags of a head, as `name content` or `rel href`. */
function tagsOf(head: string): string[] {
	return [...head.matchAll(/<(?:meta|link) ([^>]*?)\/?>/g)].map(([, written = '']) =>
		[...written.matchAll(/[a-z-]+="([^"]*)"/g)].map(([, value]) => value).join(' ')
	);
}

describe('the preview of a chart', () => {
	it('has a title without a figure, and says what is counted and what it cannot say', () => {
		const preview = chartPreview(view, 'https://figures.example/stats');
		expect(preview.title).toBe('Cases by year');
		expect(preview.description).toMatch(/Cases by year\..*2018–2019\..*Counts reports, not events\.$/);
		expect(preview.alt).toMatch(/2,345.*[^.]\. Counts reports, not events\.$/);
	});

	it('stands in the head with absolute addresses, and leads to the embed', () => {
		const preview = chartPreview(view, 'https://figures.example/stats');
		const { head } = render(ChartHead, { props: { preview } });
		const tags = tagsOf(head);
		const site = 'https://figures.example/stats';
		for (const tag of [
			`canonical ${site}/charts/test`,
			`alternate application/json+oembed ${site}/oembed/test.json Cases by year`,
			'og:type article',
			'og:title Cases by year',
			`og:url ${site}/charts/test`,
			`og:image ${site}/charts/test.png`,
			'og:image:width 2400',
			'og:image:height 1350',
			'og:image:type image/png',
			`og:image:alt ${preview.alt}`,
			`og:description ${preview.description}`,
			'og:site_name Test data',
			'twitter:card summary_large_image',
			`twitter:image ${site}/charts/test.png`
		]) {
			expect(tags).toContain(tag);
		}
	});

	it('lets no markup of a package into the head', () => {
		const spec = { ...view.spec, title: '"><script>alert(1)</script>' };
		const { head } = render(ChartHead, {
			props: { preview: chartPreview({ ...view, spec }, 'https://x.example') }
		});
		expect(head).not.toContain('"><script');
	});
});
