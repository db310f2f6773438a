import { expect, test } from './helpers/test.ts';
import { descriptor, inEnglish } from './helpers/data.ts';

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('says what the line did, measure by measure, with what must stand beside it', async ({ page }) => {
		await page.goto('/reach');
		await expect(page.getByText('Service activity.')).toBeVisible();
		const measures = page.locator('[data-measure]');
		expect(await measures.count()).toBeGreaterThan(1);
		for (const measure of await measures.all()) {
			await expect(measure.locator('dd')).toContainText(/\d/);
		}
		const sentences = await measures.locator('dd').allTextContents();
		for (const sentence of sentences.flatMap((text) => text.split(/(?<=\.) /))) {
			if (/\d%/.test(sentence))
				expect(sentence, 'a change without limits').toMatch(/(?=.*95% limits)(?=.*random variation)/);
			if (/not comparable/.test(sentence)) expect(sentence, 'a percentage across a break').not.toMatch(/%/);
		}
	});

	test('says plainly what is not published', async ({ page }) => {
		await page.goto('/reach');
		const empty = (descriptor.reach ?? []).find(({ measures }) => !measures.length);
		test.skip(!empty, 'Something is published on everything that the package lists.');
		const hours = page.locator('[data-reach]', { hasText: inEnglish(empty?.heading ?? '') });
		await expect(hours).toContainText('No figures on this are published here.');
	});

	test('opens a table of every figure with unit, basis, letter and source', async ({ page }) => {
		await page.goto('/reach');
		const hasLetters = descriptor.resources.some(({ schema }) =>
			schema.fields.some(({ role }) => role === 'confidence')
		);
		const group = page.locator('[data-reach]').first();
		await group.locator('summary').click();
		const rows = group.locator('tbody tr:not(.measure)');
		expect(await rows.count()).toBeGreaterThan(3);
		for (const row of await rows.all()) {
			await expect(row.locator('td').nth(2)).not.toBeEmpty();
			await expect(row.locator('td').nth(3)).not.toBeEmpty();
			if (hasLetters) await expect(row.locator('td').nth(4)).toHaveText(/^[A-D]$/);
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

test('prints its tables whole', async ({ page }) => {
	await page.goto('/reach');
	await page.emulateMedia({ media: 'print' });
	for (const table of await page.locator('[data-reach] table').all()) await expect(table).toBeVisible();
});
