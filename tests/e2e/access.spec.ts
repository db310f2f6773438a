import { expect, test } from '@playwright/test';
import { axeFaults } from './helpers/axe.ts';
import { chartFaults, faintMarks, sidewaysScroll } from './helpers/measures.ts';
import { sitePages } from './helpers/site.ts';

for (const address of sitePages()) {
	test(`axe, contrast and labels, light and dark: ${address}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		await page.goto(address);
		await page.locator('form[data-filters] select:enabled, main').first().waitFor();
		expect(await axeFaults(page)).toEqual([]);
		expect(await faintMarks(page)).toEqual([]);
		expect(await chartFaults(page)).toEqual({ missing: [], small: [], cut: [], overlapping: [] });

		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await axeFaults(page, { runOnly: ['color-contrast'] }), 'dark').toEqual([]);
		expect(await faintMarks(page), 'dark').toEqual([]);

		await page.setViewportSize({ width: 320, height: 800 });
		expect(await sidewaysScroll(page)).toBe(0);
	});
}
