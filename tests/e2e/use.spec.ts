import { expect, test, type Page } from './helpers/test.ts';
import { LINE, charts } from './helpers/charts.ts';
import { KEPT, descriptor } from './helpers/data.ts';
import { watch } from './helpers/watch.ts';

const [FROM = '', TO = ''] = LINE.years.slice(-3);
const SPAN = `${FROM.slice(0, 4)}-${TO.slice(0, 4)}`;
const LAST = LINE.years.at(-1) ?? '';
const MANY = charts.find(({ series, mark }) => series > 1 && mark === 'line');

const block = (page: Page, name: string) => page.locator(`[data-use-block=${name}]`).locator('pre, .words');
const preview = (page: Page) => page.frameLocator('[data-use-preview]');

async function open(page: Page, path: string) {
	await page.goto(path);
	await expect(page.locator('[data-use=theme]')).toBeEnabled();
}

test.describe('the panel “Use this chart”', () => {
	test('gives codes that follow the settings, and shows what they give', async ({ page, baseURL }) => {
		await open(page, LINE.address);
		await page.locator('[data-use=from]').selectOption(FROM);
		await page.locator('[data-use=to]').selectOption(TO);
		await page.locator('[data-use=theme]').selectOption('dark');
		await page.locator('[data-use=untitled]').check();
		const address = `${baseURL}/embed/${LINE.id}?years=${SPAN}&theme=dark&title=off`;
		await expect(block(page, 'iframe')).toContainText(`src="${address.replaceAll('&', '&amp;')}"`);
		await expect(block(page, 'script')).toContainText(`data-years="${SPAN}"`);
		await expect(block(page, 'element')).toContainText(`years="${SPAN}" theme="dark" title="off"`);
		await expect(page.locator('[data-use-preview]')).toHaveAttribute('src', new RegExp(`years=${SPAN}`));
		const figure = preview(page).locator('figure');
		await expect(figure).toHaveAttribute('data-answered-by', 'memory');
		await expect(preview(page).locator('html')).toHaveAttribute('data-theme', 'dark');
		await figure.getByText('Table of these figures').click();
		const within = LINE.rows.filter((row) =>
			[FROM, TO].includes(String(row.key[LINE.query.dimensions[0] ?? '']).slice(0, 4))
		);
		await expect(figure.locator('tbody').first().locator('tr')).toHaveCount(within.length);
	});

	test('quotes what is set: the sentence and the alt text follow the years', async ({ page }) => {
		await open(page, LINE.address);
		await page.locator('[data-use=to]').selectOption(TO);
		await expect(block(page, 'sentence')).toContainText(`In ${TO}`);
		await expect(block(page, 'alt')).toContainText(`to ${TO}`);
		await expect(block(page, 'alt')).not.toContainText(LAST);
	});

	test('takes over the filter of the page', async ({ page }) => {
		test.skip(!descriptor.places, 'The package has no places.');
		await page.goto('/charts/state-calls-and-cases?place=TX');
		await expect(block(page, 'link')).toContainText('/charts/state-calls-and-cases?place=TX');
		await expect(block(page, 'iframe')).toContainText('/embed/state-calls-and-cases?place=TX');
		await expect(preview(page).locator('.deck')).toContainText('Texas');
	});

	test('offers to freeze where the version of the data is kept, else it says who can keep it', async ({
		page
	}) => {
		const isKept = KEPT.includes(descriptor.version);
		await open(page, LINE.address);
		const words = isKept ? /Frozen.*stay as they are/ : /Frozen.*not kept.*npm run data -- release/;
		await expect(page.getByRole('radio', { name: words })).toBeEnabled({ enabled: isKept });
	});

	test('copies a code, and says how where it may not', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await open(page, LINE.address);
		await page.getByRole('button', { name: 'Copy: Frame' }).click();
		await expect(page.locator('[data-use-block=iframe] [role=status]')).toHaveText('Copied.');
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toBe(await block(page, 'iframe').textContent());
		await page.evaluate(() =>
			Object.defineProperty(navigator, 'clipboard', {
				value: { writeText: () => Promise.reject(new Error('no')) }
			})
		);
		await page.getByRole('button', { name: 'Copy: Link' }).click();
		await expect(page.locator('[data-use-block=link] [role=status]')).toContainText('Ctrl+C');
		const marked = await page.evaluate(() => String(getSelection()));
		expect(marked.trim()).toBe(await block(page, 'link').textContent());
	});

	test('shows the chart in any width, by buttons, keys and pointer', async ({ page }) => {
		await open(page, LINE.address);
		const frame = page.locator('[data-use-preview]');
		const width = async () => Math.round((await frame.boundingBox())?.width ?? 0);
		const full = await width();
		await page.getByRole('button', { name: '320 px' }).click();
		await expect.poll(width).toBeLessThan(330);
		const handle = page.getByRole('separator', { name: 'Width of the preview' });
		await handle.press('ArrowRight');
		await expect(handle).toHaveAttribute('aria-valuenow', '340');
		await handle.press('Home');
		await expect(handle).toHaveAttribute('aria-valuenow', '280');
		await handle.press('End');
		await expect.poll(width).toBe(full);
		await handle.scrollIntoViewIfNeeded();
		const box = await handle.boundingBox();
		if (!box) throw new Error('There is no handle.');
		const inSight = Math.max(box.y, 0) + 60;
		await page.mouse.move(box.x + box.width / 2, inSight);
		await page.mouse.down();
		await page.mouse.move(box.x - 190, inSight, { steps: 5 });
		await page.mouse.up();
		await expect.poll(width).toBeLessThan(full - 150);
	});

	test('gives the preview the height that it needs', async ({ page }) => {
		await open(page, LINE.address);
		await page.locator('[data-use-preview]').scrollIntoViewIfNeeded();
		await page.getByRole('button', { name: '320 px' }).click();
		const inner = preview(page).locator('body');
		await expect
			.poll(async () => {
				const needed = Math.ceil((await inner.boundingBox())?.height ?? 0);
				const given = (await page.locator('[data-use-preview]').boundingBox())?.height ?? 0;
				return given - needed;
			})
			.toBe(0);
	});

	test('keeps one series at least', async ({ page }) => {
		test.skip(!MANY, 'No line chart of the package has several lines.');
		await open(page, MANY?.address ?? LINE.address);
		const boxes = page.locator('[data-use-series]');
		const count = await boxes.count();
		expect(count).toBeGreaterThan(1);
		for (let at = 1; at < count; at++) await boxes.nth(at).uncheck();
		await expect(boxes.first()).toBeDisabled();
		await expect(block(page, 'iframe')).toContainText('series=');
	});

	test('asks for nothing but its own site, and leaves the address alone', async ({ page, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		await open(page, LINE.address);
		await page.locator('[data-use=theme]').selectOption('dark');
		await page.locator('[data-use-preview]').scrollIntoViewIfNeeded();
		await expect(preview(page).locator('figure')).toBeVisible();
		expect(new URL(page.url()).search).toBe('');
		expect(seen.faults).toEqual([]);
	});

	test('fits a phone', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 700 });
		await open(page, LINE.address);
		await page.locator('#use').scrollIntoViewIfNeeded();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	});
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the codes of the standard chart stand in the page, and the preview shows it', async ({ page }) => {
		await page.goto(LINE.address);
		await expect(block(page, 'iframe')).toContainText(`/embed/${LINE.id}"`);
		await expect(block(page, 'sentence')).toContainText('counted');
		await expect(page.locator('[data-use=theme]')).toBeDisabled();
		await expect(preview(page).locator('figure svg').first()).toBeVisible();
	});
});
