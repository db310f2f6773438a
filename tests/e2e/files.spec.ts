import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from './helpers/test.ts';
import { LINE } from './helpers/charts.ts';
import { FOLDER, KEPT, descriptor } from './helpers/data.ts';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { axeFaults } from './helpers/axe.ts';
import { watch } from './helpers/watch.ts';

const { version, asOf } = descriptor;
const CHART = LINE.address;
/** The oldest version that is kept. */
const [OLD = ''] = KEPT;
const NONE_KEPT = 'No version of the package is kept.';

const panel = (page: Page) => page.locator('[data-files]');
const notice = (page: Page) => page.locator('[data-version-notice]');

async function open(page: Page, address = CHART) {
	await page.goto(address);
	await page.locator('[data-files-later] summary').click();
	await expect(panel(page)).toBeVisible();
}

async function saved(page: Page, form: string): Promise<[name: string, bytes: Buffer]> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator(`[data-files-save=${form}]`).click()
	]);
	return [download.suggestedFilename(), await readFile(await download.path())];
}

test.describe('files, code and citation of a chart', () => {
	test('saves and copies what is shown, in every form, and asks nobody else', async ({
		page,
		context,
		baseURL
	}) => {
		test.skip(!descriptor.places, 'The package has no places.');
		const seen = watch(page, new URL(baseURL ?? '').origin);
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto('/charts/state-calls-and-cases?place=TX');
		await expect(page.locator('figure[data-chart] .deck')).toContainText('Texas');
		await page.locator('[data-files-later] summary').click();
		const [csvName, csv] = await saved(page, 'csv');
		expect(csvName).toBe('state-calls-and-cases-selection.csv');
		expect(String(csv)).toContain('# State: Texas');
		const [, json] = await saved(page, 'json');
		const { rows } = JSON.parse(String(json)) as { rows: { key: { year: number }; value: number }[] };
		const [parquetName, parquet] = await saved(page, 'parquet');
		expect(parquetName).toBe('state-calls-and-cases-selection.parquet');
		const file = new Uint8Array(parquet).buffer;
		const read = await parquetReadObjects({ file });
		expect(read.map(({ year, value }) => [Number(year), Number(value)])).toEqual(
			rows.map(({ key, value }) => [key.year, value])
		);
		const words = parquetMetadata(file).key_value_metadata?.find(({ key }) => key === 'caveats')?.value;
		expect(words).toContain(version);
		await page.locator('[data-files-copy=markdown]').click();
		await expect(page.locator('[data-files-told]')).toContainText('Copied');
		const markdown = await page.evaluate(() => navigator.clipboard.readText());
		expect(markdown.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(rows.length + 2);
		expect(markdown).toContain('Limits:');
		await page.locator('[data-files-copy=tsv]').click();
		await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('\t');
		expect(seen.faults).toEqual([]);
	});

	test('gives the text to mark where the page may not copy', async ({ page }) => {
		await open(page);
		await page.evaluate(() =>
			Object.defineProperty(navigator, 'clipboard', {
				value: { writeText: () => Promise.reject(new Error('no')) }
			})
		);
		await page.locator('[data-files-copy=markdown]').click();
		await expect(page.getByRole('textbox', { name: 'Text to copy' })).toHaveValue(/\| \w+ \| /);
	});

	test('cites with version, day and permanent link, by keyboard alone', async ({ page, baseURL }) => {
		await page.goto(CHART);
		const summary = page.locator('[data-files-later] summary');
		await summary.focus();
		await page.keyboard.press('Enter');
		const link = `${baseURL}${CHART}?data=${version}`;
		await expect(page.locator('[data-use-block=permalink] pre')).toHaveText(link);
		const cited = page.locator('[data-use-block=cite]').locator('pre, .words');
		await page.locator('[data-files-choice=apa]').focus();
		for (const name of ['apa', 'bibtex', 'ris', 'csl', 'plain']) {
			await expect(page.locator(`[data-files-choice=${name}]`)).toBeChecked();
			await expect(cited).toContainText(link);
			await expect(cited).toContainText(version);
			await expect(cited).toContainText(asOf.slice(0, 4));
			await page.keyboard.press('ArrowRight');
		}
		await page.locator('[data-files-choice=ris]').check();
		const [name, ris] = await saved(page, 'citation');
		expect(name).toBe(`${LINE.id}-${version}.ris`);
		expect(String(ris)).toMatch(/^TY {2}- DATA\r\n[^]*\r\nER {2}- \r\n$/);
	});

	test('gives programs whose addresses exist', async ({ page, request, baseURL }) => {
		await open(page, CHART);
		for (const [language, mark] of [
			['r', 'library(readr)'],
			['python', 'import pandas'],
			['duckdb', 'read_csv(']
		]) {
			await page.locator(`[data-files-choice=${language}]`).check();
			const code = page.locator('[data-use-block=code] pre');
			await expect(code).toContainText(mark ?? '');
			const text = (await code.textContent()) ?? '';
			const addresses = [...text.matchAll(new RegExp(`${baseURL}/data/[^"']*`, 'g'))].map(([each]) => each);
			expect(addresses.length).toBeGreaterThan(0);
			for (const address of new Set(addresses)) {
				const response = await request.get(address);
				expect(response.ok(), address).toBe(true);
				expect(response.headers()['access-control-allow-origin']).toBe('*');
			}
		}
	});

	test('fits 320 px, and axe finds nothing', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 800 });
		await open(page, `${CHART}?data=${OLD || '9.9.9'}`);
		await expect(page.locator('[data-use-block=code]')).toBeVisible();
		await expect(notice(page)).toContainText(OLD || '9.9.9');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		for (const button of await panel(page).getByRole('button').all())
			expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
		expect(await axeFaults(page)).toEqual([]);
	});
});

test.describe('a link that names a data version', () => {
	test('says that nothing changed, and that it is the newest', async ({ page }) => {
		test.skip(!OLD, NONE_KEPT);
		await page.goto(`${CHART}?data=${OLD}`);
		await expect(notice(page)).toContainText(
			/data version \d+\.\d+\.\d+\. None of the \d+ figures shown here has changed/
		);
		await page.goto(`${CHART}?data=${version}`);
		await expect(notice(page)).toContainText('which is the one shown here');
		await page.goto(CHART);
		await expect(page.locator('[data-files-later]')).toBeVisible();
		await expect(notice(page)).toHaveCount(0);
	});

	test('says what changed, figure by figure, also of a choice', async ({ page }) => {
		test.skip(!OLD || !descriptor.places, 'No version of the package is kept, or it has no places.');
		await page.route(`**/data/v${OLD}/states_by_year.csv`, async (route) => {
			const text = readFileSync(join(FOLDER, `releases/v${OLD}/states_by_year.csv`), 'utf8');
			await route.fulfill({ body: text.replace(/^(TX,.*,2015,cases,all,all,cases,)\d+/m, '$1123456') });
		});
		await page.goto(`/charts/state-calls-and-cases?place=TX&data=${OLD}`);
		await expect(notice(page)).toContainText(/Since then 1 of \d+ figures/);
		await expect(notice(page).getByRole('listitem')).toHaveText([/2015.*: was 123,456, is [\d,]+\./]);
		await page.locator('select[name=place]').selectOption('AL');
		await expect(notice(page)).toContainText('None of the');
		await page.locator('select[name=place]').selectOption('TX');
		await expect(notice(page)).toContainText('123,456');
	});

	test('says so where the version is not kept, cannot be read, or is none', async ({ page }) => {
		await page.goto(`${CHART}?data=9.9.9`);
		await expect(notice(page)).toContainText('9.9.9, which this site does not keep');
		await page.goto(`${CHART}?data=%3Cimg%20src=x%20onerror=alert(1)%3E${'9'.repeat(4000)}`);
		await expect(notice(page)).toContainText('no version number');
		await expect(notice(page)).not.toContainText('img');
		if (!OLD) return;
		await page.route(`**/data/v${OLD}/${LINE.query.table}.csv`, (route) =>
			route.fulfill({ body: 'year\n"' })
		);
		await page.goto(`${CHART}?data=${OLD}`);
		await expect(notice(page)).toContainText('could not be read');
		await expect(page.locator('figure[data-chart] svg').first()).toBeVisible();
	});
});
