import { expect, test } from '@playwright/test';
import { axeFaults } from './helpers/axe.ts';

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('says what the line did, measure by measure, with what must stand beside it', async ({ page }) => {
		await page.goto('/reach');
		await expect(page.getByText('Service activity.')).toBeVisible();
		const measures = page.locator('[data-measure]');
		expect(await measures.count()).toBeGreaterThan(10);
		for (const measure of await measures.all()) {
			await expect(measure.locator('dd')).toContainText(/\d/);
		}
		await expect(page.locator('main')).toContainText(
			'rose from 2,042 in 2016 to 2,374 in 2017, counted on two bases (Hotline and BeFree Textline; Hotline): not comparable.'
		);
		const sentences = await measures.locator('dd').allTextContents();
		for (const sentence of sentences.flatMap((text) => text.split(/(?<=\.) /))) {
			if (/\d%/.test(sentence))
				expect(sentence, 'a change without limits').toMatch(/95% limits .*random variation/);
			if (/not comparable/.test(sentence)) expect(sentence, 'a percentage across a break').not.toMatch(/%/);
		}
	});

	test('says plainly what is not published', async ({ page }) => {
		await page.goto('/reach');
		const hours = page.locator('[data-reach]', { hasText: 'Languages and hours' });
		await expect(hours).toContainText('No figures on this are published here.');
	});

	test('opens a table of every figure with unit, basis, letter and source', async ({ page }) => {
		await page.goto('/reach');
		const group = page.locator('[data-reach]').first();
		await group.locator('summary').click();
		const rows = group.locator('tbody tr:not(.measure)');
		expect(await rows.count()).toBeGreaterThan(15);
		for (const row of await rows.all()) {
			await expect(row.locator('td').nth(2)).not.toBeEmpty();
			await expect(row.locator('td').nth(3)).not.toBeEmpty();
			await expect(row.locator('td').nth(4)).toHaveText(/^[A-D]$/);
			await expect(row.locator('td').nth(5).getByRole('link').first()).toHaveAttribute('href', /#source-/);
		}
	});
});

test('leads to the brief, and is led to by the navigation', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('navigation').first().getByRole('link', { name: 'Reach', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Reach' })).toBeVisible();
	await page.locator('aside').getByRole('link').click();
	await expect(page.locator('[data-report]')).toBeVisible();
});

test('fits a small screen and passes axe, light and dark', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await page.goto('/reach');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		expect(await axeFaults(page)).toEqual([]);
	}
});

test('prints its tables whole', async ({ page }) => {
	await page.goto('/reach');
	await page.emulateMedia({ media: 'print' });
	for (const table of await page.locator('[data-reach] table').all()) await expect(table).toBeVisible();
});
