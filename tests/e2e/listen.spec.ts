import { expect, test, type Page } from './helpers/test.ts';
import { LINE } from './helpers/charts.ts';

/** Notes the height of each tone that a page plays; the tones are played as well. */
async function listen(page: Page) {
	await page.clock.install();
	await page.addInitScript(() => {
		const tones: number[] = [];
		Object.assign(window, { tones });
		window.OscillatorNode = class extends OscillatorNode {
			constructor(context: BaseAudioContext, options?: OscillatorOptions) {
				super(context, options);
				tones.push(options?.frequency ?? 0);
			}
		};
	});
	return () => page.evaluate(() => (window as unknown as { tones: number[] }).tones);
}

/** Opens the tones of a chart by keyboard, and chooses its first line. */
async function open(page: Page) {
	await page.goto(LINE.address);
	await page.locator('.plot').first().hover();
	const summary = page.locator('[data-listen] summary').first();
	await summary.focus();
	await page.keyboard.press('Enter');
	const panel = page.locator('[data-listen] .tones').first();
	await expect(panel.getByRole('button', { name: 'Play' })).toBeVisible();
	return panel;
}

test('each figure of a line is a tone, as high as its number, and words say the rest', async ({ page }) => {
	const tones = await listen(page);
	const panel = await open(page);
	expect(await tones()).toEqual([]);
	const which = panel.getByRole('combobox');
	if (await which.count()) await which.selectOption('0');
	await panel.getByRole('button', { name: 'Play' }).focus();
	await page.keyboard.press('Enter');
	await expect(panel.getByRole('status')).toContainText('the high tone is');
	await page.clock.runFor(120_000);
	await expect(panel.getByRole('status')).toHaveText('End of the tones.');
	const heard = await tones();
	const name = (await which.count()) ? await which.locator('option').nth(1).textContent() : '';
	const figures = LINE.rows
		.filter((row) => row.value !== null && (!name || Object.values(row.labels).includes(name)))
		.map((row) => row.value ?? NaN);
	expect(heard.length).toBe(figures.length);
	const ranks = (values: number[]) => values.map((value) => values.filter((other) => other < value).length);
	expect(ranks(heard)).toEqual(ranks(figures));
	await expect(panel.getByRole('button', { name: 'Play' })).toBeFocused();
});

test('leaving the page silences it at once', async ({ page, context }) => {
	await context.route(/^https:/, (route) =>
		route.fulfill({ contentType: 'text/html', body: '<p>Elsewhere</p>' })
	);
	const tones = await listen(page);
	const panel = await open(page);
	const play = panel.getByRole('button', { name: 'Play' });
	const stop = panel.getByRole('button', { name: 'Stop' });

	await play.click();
	await expect(stop).toBeFocused();
	await expect
		.poll(async () => {
			await page.clock.runFor(500);
			return (await tones()).length;
		})
		.toBeGreaterThan(0);
	const before = (await tones()).length;
	await page.keyboard.press('Escape');
	await expect(panel.getByRole('status')).toHaveText('Stopped.');
	await page.clock.runFor(10_000);
	expect((await tones()).length).toBe(before);

	await play.click();
	await expect(stop).toBeVisible();
	const closed = await page.locator('[data-exit]').evaluate((link: HTMLElement) => {
		let count = 0;
		const close = AudioContext.prototype.close;
		AudioContext.prototype.close = function () {
			count += 1;
			return close.call(this);
		};
		link.click();
		return count;
	});
	expect(closed).toBe(1);
});
