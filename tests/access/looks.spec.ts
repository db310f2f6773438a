import { test } from '@playwright/test';
import { expectFaultless, looks, take } from '../e2e/helpers/looks.ts';
import { saveData, takenOver } from '../e2e/helpers/saveData.ts';
import { accessPages } from './pages.ts';

for (const scripts of [true, false]) {
	test.describe(scripts ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled: scripts });

		for (const address of accessPages()) {
			test(`${address}, in both themes and widths`, async ({ page }) => {
				test.setTimeout(180_000);
				if (scripts) await saveData(page);
				await page.goto(address);
				if (scripts) await takenOver(page);
				for (const look of looks(scripts)) {
					await take(page, look);
					await expectFaultless(page, look, `${address}, ${look.theme}, ${look.width} px`);
				}
			});
		}
	});
}
