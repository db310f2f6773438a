import { expect, test, type Page } from './helpers/test.ts';
import { STACKED } from './helpers/charts.ts';
import { sitePages } from './helpers/site.ts';
import { saveData, takenOver } from './helpers/saveData.ts';
import { watch } from './helpers/watch.ts';

const CHART = `figure[data-chart="${STACKED.id}"]`;
/** A page with several charts. */
const PAGE = sitePages().find((address) => /^\/(types|trends)$/.test(address)) ?? '/';
const PLOT = `${CHART} .plot`;

/** Marks the nodes of a chart, to tell whether they are still the same ones later. */
async function markNodes(page: Page): Promise<void> {
	await page
		.locator(`${CHART} svg`)
		.first()
		.evaluate((svg) => svg.setAttribute('data-marked', ''));
}

test.beforeEach(async ({ page }) => saveData(page));

test('a chart is drawn by the build, and comes to life under the pointer without being drawn again', async ({
	page
}) => {
	await page.goto(STACKED.address);
	await takenOver(page);
	await markNodes(page);
	await expect(page.locator(PLOT)).not.toHaveAttribute('tabindex');
	const loaded: string[] = [];
	page.on('request', (request) => loaded.push(request.url()));
	await page.locator(`${CHART} .bars rect`).nth(1).hover();
	await expect(page.locator(`${CHART} .tooltip`)).toBeVisible();
	await expect(page.locator(PLOT)).toHaveAttribute('tabindex', '0');
	expect(loaded.some((address) => address.endsWith('.js'))).toBe(true);
	await expect(page.locator(`${CHART} svg[data-marked]`)).toHaveCount(1);
});

test('the first key of a reader gives every chart its tab stop', async ({ page }) => {
	await page.goto(PAGE);
	await takenOver(page);
	await expect(page.locator('.plot[tabindex="0"]')).toHaveCount(0);
	await page.keyboard.press('Tab');
	const charts = await page.locator('figure[data-chart]').count();
	await expect(page.locator('.plot[tabindex="0"]')).toHaveCount(charts);
});

test('where the code cannot be loaded the chart stays, the reader is told, and can try again', async ({
	page
}) => {
	await page.goto(STACKED.address);
	await takenOver(page);
	await page.context().setOffline(true);
	const before = await page.locator(`${CHART} table`).textContent();
	await page.locator(`${CHART} svg`).first().hover();
	const told = page.getByText('The code for this chart could not be loaded');
	await expect(told).toBeVisible();
	expect(await page.locator(`${CHART} table`).textContent()).toBe(before);
	await page.context().setOffline(false);
	await told.getByRole('button', { name: 'Try again' }).click();
	await expect(page.locator(PLOT)).toHaveAttribute('tabindex', '0');
	await expect(told).toBeHidden();
});

test('a page that is reached by a link shows its charts alive', async ({ page }) => {
	await page.goto('/method');
	await takenOver(page);
	await page.getByRole('navigation').getByRole('link', { name: 'Trends' }).first().click();
	await expect(page).toHaveURL(/\/trends$/);
	await expect(page.locator('.plot[tabindex="0"]').first()).toBeVisible();
});

test('a chart whose code comes after its page was left does not come to life any more', async ({
	page,
	baseURL
}) => {
	let release = () => {};
	const left = new Promise<void>((resolve) => (release = resolve));
	const held: string[] = [];
	let isHolding = false;
	// Before the page opens: a page that is busy can miss a route that comes later.
	await page.route('**/_app/immutable/**', async (route) => {
		if (isHolding) {
			held.push(route.request().url());
			await left;
		}
		await route.continue();
	});
	await page.goto(PAGE);
	await takenOver(page);
	const seen = watch(page, baseURL ?? '');
	isHolding = true;
	await page.keyboard.press('Shift');
	await expect.poll(() => held.length).toBeGreaterThan(0);
	isHolding = false;
	await page.getByRole('link', { name: 'Safety', exact: true }).first().click();
	await expect(page).toHaveURL(/\/safety$/);
	const [last = ''] = held.slice(-1);
	const loaded = page.waitForResponse(last);
	release();
	await loaded;
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
	expect(seen.faults).toEqual([]);
});
