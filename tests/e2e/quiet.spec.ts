import { expect, test } from './helpers/test.ts';
import { sitePages } from './helpers/site.ts';
import { traces, watch } from './helpers/watch.ts';

test('walking through the site leaves no trace', async ({ page, context, baseURL }) => {
	const seen = watch(page, baseURL ?? '');
	await page.goto('/');
	for (const name of ['Trends', 'Types', 'People', 'Data', 'Method'].filter((each) =>
		sitePages().includes(`/${each.toLowerCase()}`)
	)) {
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
