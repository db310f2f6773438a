import { expect, test } from './helpers/test.ts';
import { descriptor, inEnglish } from './helpers/data.ts';
import { TESTED } from './helpers/tested.ts';
import { chartPages } from './helpers/site.ts';

test.use({ javaScriptEnabled: false });

test('has a text to quote with its limits, source and version', async ({ page }) => {
	await page.goto('/journalists');
	const quote = page.locator('[data-quote]');
	const limits = inEnglish(descriptor.limits).split('. ').at(-1) ?? '';
	await expect(quote).toContainText(limits);
	await expect(quote).toContainText(/Source: .+ data version \d+\.\d+\.\d+, gathered by/);
});

test('shows what not to write so that it cannot be taken for a statement', async ({ page }) => {
	await page.goto('/journalists');
	const wrong = page.locator('[data-example] .wrong');
	expect(await wrong.count()).toBeGreaterThan(1);
	for (const each of await wrong.all()) {
		await expect(each).toContainText(/^\s*Don’t write:/);
		await expect(each).toContainText(/End of what not to write\.\s*$/);
		await expect(each).toHaveAttribute('data-nosnippet', '');
		await expect(each).toHaveCSS('user-select', 'none');
		await expect(each.locator('s')).toHaveCSS('text-decoration-line', 'line-through');
		const sentence = (await each.locator('s').textContent()) ?? '';
		expect(sentence.trim()).not.toBe('');
		const elsewhere = await page.locator('main').evaluate((main, text) => {
			const copy = main.cloneNode(true) as HTMLElement;
			for (const struck of copy.querySelectorAll('s')) struck.remove();
			return copy.textContent.includes(text);
		}, sentence);
		expect(elsewhere, `“${sentence}” stands unstruck as well`).toBe(false);
	}
});

test('each example leads to its chart, and gives what to write instead', async ({ page }) => {
	await page.goto('/journalists');
	for (const example of await page.locator('[data-example]').all()) {
		await expect(example.locator('.right')).toContainText('data version');
		const address = await example.locator('.chart a').getAttribute('href');
		expect(chartPages()).toContain(new URL(address ?? '', page.url()).pathname.slice(TESTED.length));
	}
});

test('names help, sources, terms and the charts', async ({ page }) => {
	await page.goto('/journalists');
	const main = page.locator('main');
	await expect(main.getByRole('link', { name: /^Call / }).first()).toBeVisible();
	await expect(main.getByRole('link', { name: 'All charts' })).toHaveAttribute('href', /\/charts$/);
	await expect(main.getByRole('heading', { name: 'Terms of use' })).toBeVisible();
	await expect(main.getByRole('heading', { name: 'The people you write about' })).toBeVisible();
});

test('prints the examples whole', async ({ page }) => {
	await page.goto('/journalists');
	await page.emulateMedia({ media: 'print' });
	for (const example of await page.locator('[data-example]').all()) {
		await expect(example).toHaveCSS('break-inside', 'avoid');
		await expect(example.locator('.wrong strong')).toBeVisible();
	}
});

test('all pages stand in two rows of the header on a wide screen', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto('/journalists');
	const tops = await page
		.locator('header nav li')
		.evaluateAll((items) => [...new Set(items.map((item) => Math.round(item.getBoundingClientRect().top)))]);
	expect(tops).toHaveLength(2);
	await expect(page.locator('header nav li').last()).toHaveText('For journalists');
});
