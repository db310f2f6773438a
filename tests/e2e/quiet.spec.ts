import { expect, test } from '@playwright/test';
import { sitePages } from './helpers/site.ts';
import { engineReady, traces, watch } from './helpers/watch.ts';

for (const address of sitePages()) {
	test(`asks nobody else, stores nothing, no error, DuckDB ready: ${address}`, async ({
		page,
		context,
		baseURL
	}) => {
		const seen = watch(page, baseURL ?? '');
		await page.goto(address);
		await engineReady(page);
		// What a page keeps for coming back to it, it would write now.
		await page.evaluate(() => {
			Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
			document.dispatchEvent(new Event('visibilitychange'));
			window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
			window.dispatchEvent(new Event('pagehide'));
		});
		expect(await traces(page, context)).toEqual([]);
		expect(seen.faults).toEqual([]);
	});
}

test('walking through the site leaves no trace', async ({ page, context, baseURL }) => {
	const seen = watch(page, baseURL ?? '');
	await page.goto('/');
	for (const name of ['Trends', 'Types', 'People', 'Data', 'Method']) {
		await page.getByRole('navigation').getByRole('link', { name }).click();
		await expect(page.locator('h1')).toHaveText(name);
	}
	await page.goBack();
	await page.reload();
	await expect(page.locator('h1')).toHaveText('Data');
	expect(await traces(page, context)).toEqual([]);
	expect(seen.faults).toEqual([]);
});

test('a missing page says so, with its own status', async ({ page }) => {
	const response = await page.goto('/nothing/here');
	expect(response?.status()).toBe(404);
	await expect(page.locator('h1')).toHaveText('Page not found');
	await page.getByRole('link', { name: 'Go to the overview' }).click();
	await expect(page.locator('h1')).not.toHaveText('Page not found');
});
