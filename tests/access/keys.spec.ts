import { expect, test } from '@playwright/test';
import { saveData, takenOver } from '../e2e/helpers/saveData.ts';
import { walkByTab } from '../e2e/helpers/walk.ts';
import { accessPages } from './pages.ts';

for (const address of accessPages()) {
	test(`by Tab through ${address}`, async ({ page }) => {
		test.setTimeout(180_000);
		await saveData(page);
		await page.goto(address);
		await takenOver(page);
		// The first key brings the charts to life, which are one stop each from then on.
		await page.keyboard.press('Shift');
		await expect(page.locator('.plot:not([tabindex="0"])')).toHaveCount(0);
		const { stops, charts, faults } = await walkByTab(page);
		expect.soft(faults).toEqual([]);
		expect.soft(charts).toBe(await page.locator('.plot:visible').count());
		expect(stops).toBeGreaterThan(15);
	});
}
