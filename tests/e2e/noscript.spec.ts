import { expect, test } from '@playwright/test';
import { chartFaults, sidewaysScroll } from './helpers/measures.ts';
import { chartPages, sitePages } from './helpers/site.ts';

test.use({ javaScriptEnabled: false });

const charts = chartPages();

for (const address of sitePages()) {
	// A chart by itself is measured in all its widths as an embed, and in a wide page with scripts.
	const widths = charts.includes(address) ? [320] : [320, 1280];

	test(`without scripts, at ${widths.join(' and ')} px: ${address}`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 900 });
		await page.goto(address);
		await expect(page.locator('h1')).toHaveCount(1);
		const drawn = await page
			.locator('figure[data-chart]')
			.evaluateAll((figures) => figures.map((figure) => figure.getAttribute('data-answered-by')));
		expect(drawn.filter((by) => by !== 'build')).toEqual([]);
		if (charts.includes(address)) expect(drawn).toHaveLength(1);
		for (const width of widths) {
			await page.setViewportSize({ width, height: 900 });
			expect(await chartFaults(page), `charts at ${width} px`).toEqual({
				missing: [],
				small: [],
				cut: [],
				overlapping: []
			});
			expect(await sidewaysScroll(page), `sideways scroll at ${width} px`).toBe(0);
		}
	});
}

test('the navigation names the page that is open', async ({ page }) => {
	for (const address of ['/', '/trends', '/data', '/charts', '/journalists', '/charts/cases-by-year']) {
		await page.goto(address);
		const current = page.getByRole('navigation').locator('[aria-current=page]');
		await expect(current).toHaveCount(1);
	}
});
