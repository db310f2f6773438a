import { expect, test } from '@playwright/test';
import { sitePages } from './helpers/site.ts';
import { WEIGHT_LIMIT } from './helpers/weight.ts';

// A reader who saves data gets the page without DuckDB, so that all that is asked for is the page's own.
test.beforeEach(async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'connection', {
			value: Object.assign(new EventTarget(), { saveData: true })
		});
	});
});

for (const address of sitePages().filter((each) => /^\/[a-z]*$/.test(each))) {
	test(`a reader who saves data loads less than 150 kB: ${address}`, async ({ page }) => {
		const sizes: Promise<[address: string, bytes: number]>[] = [];
		page.on('requestfinished', (request) => {
			const size = async (): Promise<[string, number]> => {
				const { responseBodySize } = await request.sizes();
				return [new URL(request.url()).pathname, responseBodySize];
			};
			sizes.push(size());
		});
		await page.goto(address, { waitUntil: 'networkidle' });
		await expect(page.locator('html')).toHaveAttribute('data-engine', 'waiting');
		const loaded = await Promise.all(sizes);
		const total = loaded.reduce((sum, [, bytes]) => sum + bytes, 0);
		const heaviest = loaded.sort((a, b) => b[1] - a[1]).slice(0, 5);
		expect(total, `${total} bytes, most of it ${JSON.stringify(heaviest)}`).toBeLessThan(WEIGHT_LIMIT);
		expect(loaded.some(([path]) => path.endsWith('.css'))).toBe(true);
	});
}
