import { expect, test, type Page } from './helpers/test.ts';
import { LINE, chartWith } from './helpers/charts.ts';
import { axeFaults } from './helpers/axe.ts';
import { sidewaysScroll } from './helpers/measures.ts';
import { saveData } from './helpers/saveData.ts';
import { chartPages } from './helpers/site.ts';
import { openAndWeigh, sumOf } from './helpers/weight.ts';

const cards = (page: Page) => page.locator('[data-card]');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Find a chart' });

async function open(page: Page, address = '/charts'): Promise<void> {
	await page.goto(address);
	await expect(search(page)).toBeEnabled();
}

test('lists every chart with its picture, its page and the way to use it', async ({ page }) => {
	await open(page);
	const ids = chartPages().map((address) => address.replace('/charts/', ''));
	const listed = await cards(page).evaluateAll((all) => all.map((card) => card.getAttribute('data-card')));
	expect([...listed].sort()).toEqual([...ids].sort());
	await expect(page.locator('[data-found]')).toHaveText(`${ids.length} of ${ids.length} charts`);
	const broken: string[] = [];
	for (const card of await cards(page).all()) {
		await card.scrollIntoViewIfNeeded();
		const picture = card.locator('img');
		await expect(picture).toHaveAttribute('alt', '');
		await expect(picture).toHaveJSProperty('complete', true);
		if (await picture.evaluate((image: HTMLImageElement) => image.naturalWidth === 0)) {
			broken.push((await picture.getAttribute('src')) ?? '');
		}
	}
	expect(broken).toEqual([]);
});

test('leads to a chart and to its panel', async ({ page }) => {
	await open(page);
	const card = page.locator(`[data-card="${LINE.id}"]`);
	await card.getByRole('link', { name: `Use this chart: ${LINE.title}` }).click();
	await expect(page).toHaveURL(new RegExp(`/charts/${LINE.id}#use$`));
	await expect(page.locator('#use')).toBeInViewport();
	await page.goBack();
	await page.locator(`[data-card="${LINE.id}"]`).getByRole('link', { name: LINE.title }).first().click();
	await expect(page.locator('h1')).toHaveText(LINE.title);
});

test('finds by every word, says how many, and keeps it to itself', async ({ page }) => {
	// The longest title says the most.
	const { id, title } = chartWith(() => true, [({ title }) => title.split(' ').length]);
	const asked = title
		.toUpperCase()
		.replace('A', 'Á')
		.replace('E', 'Ë')
		.replace(/[^\p{L} ]/gu, '');
	await open(page);
	await search(page).fill(asked);
	await expect(page.locator(`[data-card="${id}"]`)).toBeVisible();
	await expect.poll(() => cards(page).count()).toBeLessThan(chartPages().length);
	const found = (await page.locator('[data-found]').textContent()) ?? '';
	await expect(page.locator('[role="status"][data-announce]')).toHaveText(found);
	const entries = await page.evaluate(() => history.length);
	await search(page).fill(LINE.title);
	await expect(page.locator(`[data-card="${LINE.id}"]`)).toBeVisible();
	// What is searched for is nobody else's to see: neither in the address nor in the history.
	expect(await page.evaluate(() => history.length)).toBe(entries);
	expect(new URL(page.url()).search).toBe('');
});

test('narrows by tags that can be joined, each with the number of charts it leaves', async ({ page }) => {
	await open(page);
	await page.getByText('Narrow by topic').click();
	const lines = page.getByRole('button', { name: /^Lines/ });
	const expected = Number((await lines.locator('.count').textContent()) ?? '');
	await lines.click();
	await expect(lines).toHaveAttribute('aria-pressed', 'true');
	await expect(cards(page)).toHaveCount(expected);
	// What leaves fewer, but some; tags of one group are joined by “or”.
	const counts = page.locator('[data-tag][aria-pressed="false"]:not([data-tag^="form-"]) .count');
	const left = (await counts.allTextContents()).map(Number);
	const at = left.findIndex((count) => count > 0 && count < expected);
	test.skip(at < 0, 'All lines of the package have the same tags.');
	await counts.nth(at).click();
	await expect(cards(page)).toHaveCount(left[at] ?? 0);
	await expect(page).toHaveURL(/\?tag=[\w-]+,[\w-]+$/);
	await page.goto('/charts?tag=form-line');
	await search(page).fill('zzzz');
	await expect(cards(page)).toHaveCount(0);
	await expect(page.getByText('No chart has all of this.')).toBeVisible();
	await page.getByRole('button', { name: 'Show all charts' }).click();
	await expect(cards(page)).toHaveCount(chartPages().length);
	await expect(search(page)).toBeFocused();
	await expect(page).toHaveURL(/\/charts$/);
});

test('follows an address, and says which tags it cannot follow', async ({ page }) => {
	await open(page, `/charts?tag=topic-trends,%3Cimg%20src%3Dx%3E`);
	await expect(page.locator('[data-notice]')).toContainText('do not exist here: <img src=x>.');
	await expect(page.locator('[data-notice] img')).toHaveCount(0);
	await expect(page.getByRole('button', { name: /^Trends/ })).toHaveAttribute('aria-pressed', 'true');
	await expect(page.locator(`[data-card="${LINE.id}"]`)).toBeVisible();
	await expect(page).toHaveURL((url) => url.search === '?tag=topic-trends');
	expect(await axeFaults(page)).toEqual([]);
});

test('works by keyboard alone', async ({ page }) => {
	await open(page);
	await search(page).focus();
	await page.keyboard.type('by');
	await page.keyboard.press('Tab');
	await expect(page.locator('summary')).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: /^Trends/ })).toBeFocused();
	await page.keyboard.press('Space');
	await expect(page.getByRole('button', { name: /^Trends/ })).toHaveAttribute('aria-pressed', 'true');
	await search(page).focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/charts\?tag=topic-trends$/);
});

test('fits 320 px with all tags open', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await open(page, '/charts?tag=form-line');
	expect(await sidewaysScroll(page)).toBe(0);
	const small = await page
		.locator('[data-tag], summary, [data-card] .use')
		.evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 24).length);
	expect(small, 'targets under 24 px').toBe(0);
});

test('weighs less than 120 kB before its pictures', async ({ page }) => {
	await saveData(page);
	const loaded = await openAndWeigh(page, '/charts');
	const weight = sumOf(loaded.filter(([path]) => !path.endsWith('-small.svg')));
	expect(weight).toBeLessThan(120_000);
	expect(weight).toBeGreaterThan(20_000);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('lists everything and hides the search', async ({ page }) => {
		await page.goto('/charts');
		await expect(cards(page)).toHaveCount(chartPages().length);
		await expect(page.locator('form[role="search"]')).toBeHidden();
		await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
	});
});
