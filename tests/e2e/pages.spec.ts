import { expect, test } from '@playwright/test';
import { axeFaults } from './helpers/axe.ts';
import { chartFaults, faintMarks, sidewaysScroll } from './helpers/measures.ts';
import { sitePages } from './helpers/site.ts';
import { engineReady, traces, watch } from './helpers/watch.ts';
import { noteEngineStart, WEIGHT_LIMIT, weightBeforeEngine } from './helpers/weight.ts';

for (const address of sitePages()) {
	test(`with scripts: ${address}`, async ({ page, context, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		await noteEngineStart(page);
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		await page.goto(address);
		await engineReady(page);
		const weight = await weightBeforeEngine(page);
		expect.soft(weight, 'compressed bytes before DuckDB').toBeLessThan(WEIGHT_LIMIT);
		expect.soft(weight).toBeGreaterThan(20_000);

		await test.step('light', async () => {
			expect.soft(await axeFaults(page)).toEqual([]);
			expect.soft(await faintMarks(page)).toEqual([]);
			expect.soft(await chartFaults(page)).toEqual({ missing: [], small: [], cut: [], overlapping: [] });
		});
		await test.step('dark', async () => {
			await page.emulateMedia({ colorScheme: 'dark' });
			expect.soft(await axeFaults(page, { runOnly: ['color-contrast'] })).toEqual([]);
			expect.soft(await faintMarks(page)).toEqual([]);
		});
		await test.step('narrow', async () => {
			await page.setViewportSize({ width: 320, height: 800 });
			expect.soft(await sidewaysScroll(page)).toBe(0);
		});
		await test.step('asks nobody else, stores nothing, reports no error', async () => {
			// What a page keeps for coming back to it, it would write now.
			await page.evaluate(() => {
				Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
				document.dispatchEvent(new Event('visibilitychange'));
				window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
				window.dispatchEvent(new Event('pagehide'));
			});
			expect(await traces(page, context)).toEqual([]);
			expect(seen.faults).toEqual([]);
		});
	});
}
