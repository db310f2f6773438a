import { expect, test } from './helpers/test.ts';
import { LINE, STACKED, charts } from './helpers/charts.ts';
import { oembedFaults } from '../unit/outputs/oembedFaults.ts';
import { openNewsroom, type Newsroom } from './helpers/newsroom.ts';
import { chartPages, siteFiles } from './helpers/site.ts';
import { asked, discover, sanitised } from './helpers/wordpress.ts';

const SITE = process.env.SITE_URL ?? '';

/** A column of lines, one that must not be added up, and one with several panels. */
const CHARTS = new Set(
	[
		LINE,
		charts.find(({ nonCumulative }) => nonCumulative.length > 0),
		charts.find(({ panels }) => panels > 1),
		STACKED
	].flatMap((chart) => chart?.id ?? [])
);

interface Answer {
	html: string;
	title: string;
	height: number;
	provider_url: string;
	thumbnail_url: string;
}

let newsroom: Newsroom;

test.beforeAll(async () => {
	newsroom = await openNewsroom(SITE);
});

test.afterAll(() => newsroom.close());

/** The answer that a page leads to, and the address that the site was built for. */
async function follow(page: string): Promise<{ answer: Answer; site: string }> {
	const endpoint = discover(await (await fetch(SITE + page)).text());
	const site = endpoint.slice(0, endpoint.indexOf('/oembed/'));
	expect(endpoint).toBe(`${site}${page.replace('/charts/', '/oembed/')}.json`);
	const response = await fetch(asked(endpoint, site + page).replace(site, SITE));
	expect(response.status, endpoint).toBe(200);
	expect(response.headers.get('content-type')).toMatch(/^application\/json/);
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
	return { answer: (await response.json()) as Answer, site };
}

test('every chart has an answer that its page leads to, and each is valid', async () => {
	const files = new Set(siteFiles());
	const titles = new Set<string>();
	const pages = chartPages();
	expect(pages.length).toBeGreaterThan(5);
	for (const page of pages) {
		const { answer, site } = await follow(page);
		expect(oembedFaults(answer), page).toEqual([]);
		expect(answer.provider_url).toBe(`${site}/`);
		expect(files).toContain(answer.thumbnail_url.slice(site.length));
		expect(answer.html).toContain(`src="${site}${page.replace('/charts/', '/embed/')}"`);
		titles.add(answer.title);
	}
	expect(titles.size).toBe(pages.length);
	expect((await fetch(`${SITE}/oembed/no-such-chart.json`)).status).toBe(404);
});

for (const id of CHARTS) {
	test(`${id} pasted as an address shows its figures and notes in a strange site`, async ({ page }) => {
		const { answer, site } = await follow(`/charts/${id}`);
		const html = sanitised(answer.html);
		expect(html).not.toMatch(/style=|loading=|allow-popups/);
		await page.goto(
			newsroom.page(
				`<!doctype html><title>Article</title><div style="width:700px">${html.replaceAll(site, SITE)}</div>`
			)
		);
		const frame = page.frameLocator('iframe.wp-embedded-content');
		await expect(frame.locator(`figure[data-chart="${id}"] svg.panel`).first()).toBeVisible();
		await expect(frame.locator('[data-notes] [data-note="limits"]')).toBeVisible();
		const chart = (await (await fetch(`${SITE}/charts/${id}.json`)).json()) as {
			limits: string;
			nonCumulative: unknown[];
			rows: { value: number | null }[];
		};
		await expect(frame.locator('[data-notes]')).toContainText(chart.limits);
		await expect(frame.locator('[data-note="non-cumulative"]')).toHaveCount(
			chart.nonCumulative.length ? 1 : 0
		);
		const table = await frame.locator('table').textContent();
		const values = chart.rows.flatMap(({ value }) => (value === null ? [] : [value.toLocaleString('en-US')]));
		expect(values.length).toBeGreaterThan(0);
		for (const value of values) expect(table).toContain(value);
		// The frame is never told its height here, so the guess must hold all that stands open.
		const hidden = await frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight);
		expect(hidden).toBeLessThanOrEqual(0);
	});
}
