import { expect, test } from './helpers/test.ts';
import { STACKED } from './helpers/charts.ts';

test.use({ hasTouch: true });

test('a figure is read by a tap, and put away by a tap beside it', async ({ page }) => {
	await page.goto(STACKED.address);
	await expect(page.locator('.plot')).toHaveAttribute('tabindex', '0');
	const bars = page.locator('.bars rect');
	const tallest = await bars.evaluateAll((all) => {
		const heights = all.map((each) => each.getBoundingClientRect().height);
		return heights.indexOf(Math.max(...heights));
	});
	await bars.nth(tallest).tap();
	const tooltip = page.locator('.plot .tooltip');
	await expect(tooltip).toBeVisible();
	const written = STACKED.rows.map(({ value }) => value?.toLocaleString('en-US'));
	const numbers = (await tooltip.innerText()).match(/\d[\d,]*\d/g) ?? [];
	expect(numbers.filter((number) => written.includes(number))).not.toEqual([]);
	await page.locator('.plot').tap({ position: { x: 2, y: 2 } });
	await expect(tooltip).toHaveCount(0);
});
