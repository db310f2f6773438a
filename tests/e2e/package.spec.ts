import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Locator, type Page } from '@playwright/test';
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
	'.png': 'image/png',
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
	await page.locator('summary', { hasText: 'Rows of each table' }).click();
	await page.getByRole('button', { name: 'Load all tables' }).click();
	await expect(page.locator('[data-engine-tables] tr[data-table="contacts"] [data-loaded]')).toHaveText('7');
	expect(seen.faults).toEqual([]);
	expect(new URL(page.url()).pathname).toBe(`${BASE}/data`);
});

/** What each form of a frozen embed says, opened in the browser: its text, and its picture as both files. */
async function frozen(page: Page, id: string, version: string) {
	const address = `${ORIGIN}${BASE}/embed/v${version}/${id}`;
	await host(page);
	expect((await page.goto(`${address}.png`))?.status()).toBe(200);
	const size = await page
		.locator('img')
		.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
	expect(size).toEqual([2400, 1350]);
	expect((await page.goto(`${address}.svg`))?.status()).toBe(200);
	const svg = (await page.locator('svg text').allTextContents()).join(' ');
	expect((await page.goto(address))?.status()).toBe(200);
	const html = await page.locator('main').innerText();
	// Its title and alt text stand in a PNG as they are, before the colours; what is drawn is that of the SVG.
	const [png = ''] = fs.readFileSync(path.join(FOLDER, `embed/v${version}/${id}.png`), 'utf8').split('PLTE');
	return { html, svg, png };
}

/** Where the only link leads; links of embeds open beside the page that holds them. */
const leadsTo = (within: Locator) =>
	within.getByRole('link').evaluate((link: HTMLAnchorElement) => link.href);

const figuresOf = (version: string, id: string) => path.join(FOLDER, `embed/v${version}/${id}.js`);

test('keeps the numbers of an earlier version, and names the newer one', async ({ page }) => {
	const forms = await frozen(page, 'contacts-contacts-trend', '0.3.0');
	for (const text of Object.values(forms)) {
		expect(text).toContain('7,301');
		expect(text).not.toContain('498');
	}
	const figures = fs.readFileSync(figuresOf('0.3.0', 'contacts-contacts-trend'), 'utf8');
	expect(figures).toContain('7301');
	expect(figures).not.toContain('498');
	const newer = page.locator('[data-newer]');
	await expect(newer).toContainText('the numbers of version 0.3.0, as of December 1, 2022');
	await expect(newer).toContainText('Newer data exist: version 0.4.0, as of February 1, 2023');
	const live = await leadsTo(newer);
	expect(live).toBe(`${ORIGIN}${BASE}/embed/contacts-contacts-trend`);
	await page.goto(live);
	await expect(page.locator('h1')).toContainText('498 reports');
	await expect(newer).toHaveCount(0);
});

test('says nothing of newer data in a frozen embed of the newest version', async ({ page }) => {
	const { html, svg } = await frozen(page, 'contacts-contacts-trend', '0.4.0');
	expect(html).toContain('Version 0.4.0, as of February 1, 2023; these numbers stay as they are.');
	expect(svg).toContain('498');
	await expect(page.locator('[data-newer]')).toHaveCount(0);
});

for (const [version, id, date, reason] of [
	['0.3.0', 'channels-channel', 'March 15, 2023', 'The calls of 2022 were counted twice.'],
	['0.4.0', 'contacts-cases-trend', 'April 20, 2023', 'A case of 2020 was closed late.']
] as const) {
	test(`says when and why a chart of version ${version} was withdrawn, and has none of its figures`, async ({
		page
	}) => {
		const forms = await frozen(page, id, version);
		for (const text of Object.values(forms)) {
			expect(text.replace(/\s+/g, ' ')).toContain(
				`On ${date} the publisher withdrew version ${version} of this chart: ${reason}`
			);
			expect(text).not.toMatch(/\b(280|218|300|222|61|64|70)\b/);
		}
		expect(forms.svg).toContain(`${ORIGIN}${BASE}/charts/${id}`);
		expect(fs.existsSync(figuresOf(version, id))).toBe(false);
		await expect(page.locator('svg, table')).toHaveCount(0);
		expect(await leadsTo(page.locator('main'))).toBe(`${ORIGIN}${BASE}/charts/${id}`);
	});
}

test('says that a version is no longer kept, and leads to what there is', async ({ page }) => {
	for (const [id, place] of [
		['contacts-contacts-trend', 'charts/contacts-contacts-trend'],
		['contacts-letters-trend', 'charts']
	] as const) {
		const forms = await frozen(page, id, '0.2.0');
		for (const text of Object.values(forms)) {
			expect(text.replace(/\s+/g, ' ')).toContain(
				'Version 0.2.0 is older than the versions that this site keeps.'
			);
		}
		expect(forms.svg.split(' ')).toContain(`${ORIGIN}${BASE}/${place}`);
		expect(fs.existsSync(figuresOf('0.2.0', id))).toBe(false);
		expect(await leadsTo(page.locator('main'))).toBe(`${ORIGIN}${BASE}/${place}`);
	}
});

test('has a withdrawn figure in no file', () => {
	const holds = (...figures: string[]) =>
		siteFiles(FOLDER).filter((file) => {
			const bytes = fs.readFileSync(path.join(FOLDER, file));
			return figures.some((figure) => bytes.includes(figure));
		});
	expect(holds('8642097', '8,642,097')).toEqual([]);
	expect(holds('"value":7301')).toContain('/embed/v0.3.0/contacts-contacts-trend.js');
});

test('freezes a chart at a version that is kept, and not one that was withdrawn', async ({ page }) => {
	await host(page);
	const block = (name: string) => page.locator(`[data-use-block=${name}]`).locator('pre, .words');
	const id = 'contacts-contacts-trend';
	await page.goto(`${ORIGIN}${BASE}/charts/${id}`);
	await expect(page.locator('[data-use=theme]')).toBeEnabled();
	await page.getByRole('radio', { name: /Frozen/ }).check();
	await expect(block('iframe')).toContainText(`/embed/v0.4.0/${id}"`);
	await expect(block('picture')).toContainText(`/embed/v0.4.0/${id}.png"`);
	await expect(block('element')).toContainText('version="0.4.0"');
	await expect(block('citation')).toContainText(`/embed/v0.4.0/${id}`);
	await expect(page.frameLocator('[data-use-preview]').locator('.about')).toContainText('stay as they are');
	await page.goto(`${ORIGIN}${BASE}/charts/contacts-cases-trend`);
	await expect(page.locator('[data-use=theme]')).toBeEnabled();
	const radio = page.getByRole('radio', { name: /Frozen.*the publisher withdrew this version of the chart/ });
	await expect(radio).toBeDisabled();
});
