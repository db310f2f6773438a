import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { brokenLinks } from './helpers/links.ts';
import { siteFiles, sitePages } from './helpers/site.ts';
import { engineReady, watch } from './helpers/watch.ts';

// Another line's package, published below a path: nothing of the default data may show.
const FOLDER = path.resolve('test-results/other-site');
const ORIGIN = 'http://other.test';
const BASE = '/stats';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.csv': 'text/csv',
	'.svg': 'image/svg+xml',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2'
};

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	test.setTimeout(240_000);
	await promisify(execFile)(process.execPath, ['scripts/build.mjs'], {
		env: {
			...process.env,
			HOTLINE_DATA: 'tests/fixtures/other-line',
			BUILD_DIR: FOLDER,
			SITE_ADDRESS: ORIGIN + BASE,
			BASE_PATH: ''
		}
	});
});

/** Serves the folder below the path, as a plain host would. */
async function host(page: Page): Promise<void> {
	await page.route(`${ORIGIN}/**`, async (route) => {
		const { pathname } = new URL(route.request().url());
		const wanted = pathname.slice(BASE.length).replace(/^\/$/, '/index.html');
		const file = [wanted, `${wanted}.html`]
			.map((each) => path.join(FOLDER, each))
			.find((each) => fs.existsSync(each) && fs.statSync(each).isFile());
		if (!pathname.startsWith(`${BASE}/`) || !file) return route.fulfill({ status: 404, body: 'Not found' });
		return route.fulfill({
			path: file,
			contentType: TYPES[path.extname(file)] ?? 'application/octet-stream'
		});
	});
}

test('has the pages for which it has tables, and no others', () => {
	const pages = sitePages(FOLDER);
	for (const address of [
		'/',
		'/trends',
		'/channels',
		'/charts',
		'/data',
		'/method',
		'/journalists',
		'/data/contacts'
	]) {
		expect(pages).toContain(address);
	}
	for (const address of ['/types', '/people', '/world']) expect(pages).not.toContain(address);
	expect(pages.filter((address) => address.startsWith('/charts/')).length).toBeGreaterThan(2);
});

test('has no link that leads nowhere', () => {
	expect(brokenLinks(FOLDER, BASE).broken).toEqual([]);
});

test('says nothing of the default hotline', () => {
	const names =
		/polaris|befree|human ?trafficking ?hotline|888-?373|CTDC|types_by_year|national_by_year|calls_all/i;
	const found = siteFiles(FOLDER)
		.filter((file) => /\.(html|json|csv)$/.test(file))
		.flatMap((file) => {
			const hit = names.exec(fs.readFileSync(path.join(FOLDER, file), 'utf8'));
			return hit ? [`${file}: ${hit[0]}`] : [];
		});
	expect(found).toEqual([]);
});

test('shows a withheld figure as withheld, and a missing year as a gap', async ({ page }) => {
	await host(page);
	await page.goto(`${ORIGIN}${BASE}/charts/contacts-contacts-trend`);
	const row = page.locator('figure[data-chart] tbody tr', { hasText: '2020' });
	await expect(row.locator('td.number')).toHaveText('[c] withheld for privacy');
	await page.goto(`${ORIGIN}${BASE}/charts/contacts-cases-trend`);
	await expect(page.locator('figure[data-chart] tbody tr', { hasText: '2021' })).toHaveCount(0);
	await expect(page.locator('[data-notes]')).toContainText(/2021/);
});

test('tells journalists only of mistakes that its own figures invite', async ({ page }) => {
	await host(page);
	await page.goto(`${ORIGIN}${BASE}/journalists`);
	const kinds = await page
		.locator('[data-example]')
		.evaluateAll((all) => all.map((each) => each.getAttribute('data-example')));
	expect(kinds).toEqual(['cause', 'withheld']);
	await expect(page.locator('[data-example="withheld"] s')).toHaveText('There were no contacts in 2020.');
	await expect(page.locator('[data-quote]')).toContainText('the Harbour Line counted 498 reports');
	await expect(page.getByRole('heading', { name: 'Terms of use' })).toHaveCount(0);
});

test('works below its path, DuckDB too', async ({ page }) => {
	const seen = watch(page, ORIGIN);
	await host(page);
	await page.goto(`${ORIGIN}${BASE}/`);
	await page.getByRole('navigation').getByRole('link', { name: 'Data', exact: true }).click();
	await expect(page.locator('h1')).toHaveText('Data');
	await engineReady(page);
	await expect(page.locator('[data-engine-tables] tr[data-table="contacts"] [data-loaded]')).toHaveText('7');
	expect(seen.faults).toEqual([]);
	expect(new URL(page.url()).pathname).toBe(`${BASE}/data`);
});
