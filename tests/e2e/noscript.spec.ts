import { expect, test } from '@playwright/test';
import { chartFaults, sidewaysScroll } from './helpers/measures.ts';
import { sitePages } from './helpers/site.ts';

test.use({ javaScriptEnabled: false });

for (const address of sitePages()) {
	test(`without scripts, at 320 and 1280 px: ${address}`, async ({ page }) => {
		await page.goto(address);
		await expect(page.locator('h1')).toHaveCount(1);
		for (const width of [320, 1280]) {
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

test('every chart page shows its chart', async ({ page }) => {
	const addresses = sitePages().filter((address) => address.startsWith('/charts/'));
	expect(addresses.length).toBeGreaterThan(20);
	for (const address of addresses) {
		await page.goto(address);
		await expect(page.locator('figure[data-chart]')).toHaveAttribute('data-answered-by', 'build');
	}
});

test('the navigation names the page that is open', async ({ page }) => {
	for (const address of ['/', '/trends', '/data', '/charts', '/journalists', '/charts/cases-by-year']) {
		await page.goto(address);
		const current = page.getByRole('navigation').locator('[aria-current=page]');
		await expect(current).toHaveCount(1);
	}
});
