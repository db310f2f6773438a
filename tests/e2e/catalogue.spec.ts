import { expect, test, type Page } from '@playwright/test';
import { schemaFaults } from '../unit/outputs/catalogue/schemas.ts';

const jsonLd = async (page: Page): Promise<unknown> =>
	JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');

test('pages of the data are found: JSON-LD, a feed, every form of a table, in both languages', async ({
	page
}) => {
	const refused: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') refused.push(message.text());
	});
	await page.goto('/data');
	expect(schemaFaults('dataset-jsonld', await jsonLd(page))).toEqual([]);
	await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute('href', /releases\.xml$/);
	await expect(page.locator('#versions + p')).toBeVisible();
	await page.goto('/es/data/national_by_year');
	expect(await jsonLd(page)).toMatchObject({
		inLanguage: 'es-US',
		spatialCoverage: { name: 'Estados Unidos' }
	});
	expect(schemaFaults('dataset-jsonld', await jsonLd(page))).toEqual([]);
	const formats = page.locator('a[href$=".parquet"], a[href$=".csv-metadata.json"]');
	await expect(formats).toHaveCount(2);
	for (const link of await formats.all()) {
		const address = await link.evaluate((element: HTMLAnchorElement) => element.href);
		expect((await page.request.get(address)).status(), address).toBe(200);
	}
	expect(refused).toEqual([]);
});

test('an old version says so, and gives its files in any language', async ({ page }) => {
	await page.goto('/es/data/v1.0.0');
	await expect(page.locator('.old')).toContainText('versión anterior');
	const files = page.locator('main li a[download]');
	await expect(files.filter({ hasText: 'SHA256SUMS.txt' })).toHaveCount(1);
	const address = await files.first().evaluate((element: HTMLAnchorElement) => element.href);
	expect((await page.request.get(address)).status(), address).toBe(200);
});

test('files for catalogues stand at their addresses, open to other sites where they are data', async ({
	request
}) => {
	const sums = await (await request.get('/data/latest/SHA256SUMS.txt')).text();
	expect(sums.split('\n').length).toBeGreaterThan(50);
	for (const name of [
		'latest/national_by_year.parquet',
		'latest/datapackage.json',
		'all.zip',
		'releases.xml'
	]) {
		const answer = await request.get(`/data/${name}`);
		expect(answer.status(), name).toBe(200);
		expect(answer.headers()['access-control-allow-origin'], name).toBe('*');
	}
	const published: unknown = await (await request.get('/data/datapackage.json')).json();
	expect(schemaFaults('datapackage-2.0', published)).toEqual([]);
	expect(await (await request.get('/es/data/releases.xml')).text()).toContain('xml:lang="es-US"');
	expect(await (await request.get('/CITATION.cff')).text()).toContain('cff-version: 1.2.0');
	expect(await (await request.get('/robots.txt')).text()).toContain('User-agent: *');
});
