import { schemaFaults } from '../unit/outputs/catalogue/schemas.ts';
import { descriptor, KEPT, readTable } from './helpers/data.ts';
import { otherLanguages } from './helpers/site.ts';
import { expect, test, type Page } from './helpers/test.ts';

/** Where each language of the package stands: the main one at the root. */
const LANGUAGES = ['', ...otherLanguages()].map((path, at) => ({
	path,
	tag: descriptor.languages[at] ?? ''
}));
const LAST = LANGUAGES.at(-1) ?? { path: '', tag: '' };
const TABLE = descriptor.resources[0]?.name ?? '';

const jsonLd = async (page: Page): Promise<unknown> =>
	JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');

test('pages of the data are found: JSON-LD, a feed, every form of a table, in the first and the last language', async ({
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
	await page.goto(`${LAST.path}/data/${TABLE}`);
	const spatial = descriptor.spatial;
	const place = typeof spatial === 'string' ? spatial : spatial?.[LAST.tag.slice(0, 2)];
	const table: unknown = await jsonLd(page);
	expect(table).toMatchObject({ inLanguage: LAST.tag });
	const covered = place === undefined ? undefined : { '@type': 'Place', name: place };
	expect((table as { spatialCoverage?: unknown }).spatialCoverage).toEqual(covered);
	expect(schemaFaults('dataset-jsonld', table)).toEqual([]);
	const formats = page.locator('a[href$=".parquet"], a[href$=".csv-metadata.json"]');
	await expect(formats).toHaveCount(2);
	for (const link of await formats.all()) {
		const address = await link.evaluate((element: HTMLAnchorElement) => element.href);
		expect((await page.request.get(address)).status(), address).toBe(200);
	}
	expect(refused).toEqual([]);
});

test('an old version says so, and gives its files in any language', async ({ page }) => {
	test.skip(KEPT.length < 2, 'No older version of the package is kept.');
	await page.goto(`${LAST.path}/data/v${KEPT[0]}`);
	await expect(page.locator('.old')).toContainText(
		LAST.tag.startsWith('es') ? 'versión anterior' : 'old version'
	);
	const files = page.locator('main li a[download]');
	await expect(files.filter({ hasText: 'SHA256SUMS.txt' })).toHaveCount(1);
	const address = await files.first().evaluate((element: HTMLAnchorElement) => element.href);
	expect((await page.request.get(address)).status(), address).toBe(200);
});

test('files for catalogues stand at their addresses, open to other sites where they are data', async ({
	request
}) => {
	// These stand at the root in whichever language is read; `fetch` takes addresses as they are.
	const sums = await (await request.fetch('/data/latest/SHA256SUMS.txt')).text();
	const geometry = descriptor.places?.geometry?.path;
	const files = [
		'datapackage.json',
		...(geometry ? [geometry] : []),
		...descriptor.resources.flatMap(({ name }) => [
			...[`${name}.csv`, `${name}.csv-metadata.json`],
			...(readTable(name).rows.length ? [`${name}.parquet`] : [])
		])
	];
	const named = sums
		.trim()
		.split('\n')
		.map((line) => line.replace(/^\w+ +/, ''));
	expect(named.sort()).toEqual(files.sort());
	for (const name of [`latest/${TABLE}.parquet`, 'latest/datapackage.json', 'all.zip', 'releases.xml']) {
		const answer = await request.fetch(`/data/${name}`);
		expect(answer.status(), name).toBe(200);
		expect(answer.headers()['access-control-allow-origin'], name).toBe('*');
	}
	const published: unknown = await (await request.fetch('/data/datapackage.json')).json();
	expect(schemaFaults('datapackage-2.0', published)).toEqual([]);
	for (const { path, tag } of LANGUAGES) {
		const feed = await request.fetch(`${path}/data/releases.xml`);
		expect(await feed.text()).toContain(`xml:lang="${tag}"`);
	}
	expect(await (await request.fetch('/CITATION.cff')).text()).toContain('cff-version: 1.2.0');
	expect(await (await request.fetch('/robots.txt')).text()).toContain('User-agent: *');
});
