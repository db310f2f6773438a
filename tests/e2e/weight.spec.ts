import { expect, test } from './helpers/test.ts';
import { saveData } from './helpers/saveData.ts';
import { oneOfEachKind } from './helpers/site.ts';
import { openAndWeigh, sumOf, WEIGHT_LIMIT } from './helpers/weight.ts';

// A reader who saves data gets the page without DuckDB, so that all that is asked for is the page's own.
for (const address of oneOfEachKind()) {
	test(`a reader who saves data loads no more than a page may weigh: ${address}`, async ({ page }) => {
		await saveData(page);
		const loaded = await openAndWeigh(page, address);
		await expect(page.locator('html')).toHaveAttribute('data-engine', 'waiting');
		const total = sumOf(loaded);
		const heaviest = JSON.stringify(loaded.slice(0, 5));
		expect(total, `${total} bytes, most of it ${heaviest}`).toBeLessThan(WEIGHT_LIMIT);
		expect(loaded.some(([path]) => path.endsWith('.css'))).toBe(true);
	});
}
