import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from './helpers/test.ts';
import Papa from 'papaparse';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import { axeFaults } from './helpers/axe.ts';
import { descriptor, readTable } from './helpers/data.ts';
import { chartFaults, sidewaysScroll } from './helpers/measures.ts';
import { saveData } from './helpers/saveData.ts';
import { placePages } from './helpers/site.ts';
import { watch } from './helpers/watch.ts';

const SOUND = { missing: [], small: [], cut: [], overlapping: [] };

test.skip(!descriptor.places, 'The package has no places.');

const states = descriptor.places ? readTable('states_by_year') : { rows: [] };
const codes = [...new Set(states.rows.map((row) => row.usps ?? ''))];

/** The published figure of a state, straight from the file. */
function published(code: string, year: string, measure: string): number {
	const row = states.rows.find(
		(each) =>
			each.usps === code &&
			each.year === year &&
			each.measure === measure &&
			each.form === 'all' &&
			each.channel === 'all'
	);
	return Number(row?.value);
}

async function cellsOf(page: Page, name: string): Promise<string[]> {
	const row = page.locator('table[data-places] tbody tr', { has: page.getByText(name, { exact: true }) });
	return (await row.locator('th, td').allTextContents()).map((cell) => cell.trim());
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the page of all places has its maps, a list by name, and says which years are published', async ({
		page
	}) => {
		await page.goto('/places');
		await expect(page.locator('h1')).toHaveText('States');
		await expect(page.locator('figure[data-chart="contact-rate-tiles"] svg').first()).toBeVisible();
		await expect(page.locator('figure[data-chart="contact-rate-map"] svg').first()).toBeVisible();
		const names = await page.locator('table[data-places] tbody th').allTextContents();
		expect(names).toHaveLength(codes.length);
		expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
		const years = page.locator('section[aria-labelledby="years"]');
		await expect(years).toContainText('Cases: a figure for all 51 in 2012 to 2016; for some only in 2017');
		await expect(page.locator('main')).toContainText('A place without a figure is unknown');
	});

	test('each line of the list is count, residents, rate and limits of the same year', async ({ page }) => {
		await page.goto('/places');
		const residents = readTable('state_population_by_year').rows;
		for (const [code, name] of [
			['AL', 'Alabama'],
			['VT', 'Vermont'],
			['CA', 'California']
		] as const) {
			const [, count = '', rate = '', limits = '', people = ''] = await cellsOf(page, name);
			const number = Number(count.replaceAll(',', ''));
			expect(number).toBe(published(code, '2016', 'calls'));
			const row = residents.find(
				(each) => each.usps === code && each.year === '2016' && each.kind?.startsWith('estimate')
			);
			expect(people.replaceAll(',', '')).toBe(row?.population);
			const expected = (number / Number(row?.population)) * 100_000;
			expect(Number(rate)).toBeCloseTo(expected, 1);
			const [low = NaN, high = NaN] = limits.split(' to ').map(Number);
			expect(low).toBeLessThan(expected);
			expect(high).toBeGreaterThan(expected);
		}
	});

	test('a place has its figures, charts, neighbours, help and files', async ({ page }) => {
		await page.goto('/places/TN');
		await expect(page.locator('h1')).toHaveText('Tennessee');
		const calls = published('TN', '2016', 'calls');
		await expect(page.locator('h1 + p')).toContainText(`${calls} calls`);
		await expect(page.locator('[data-rate]')).toContainText('per 100,000 residents, with limits from');
		for (const id of ['state-calls-and-cases', 'state-contact-rate', 'state-forms']) {
			const chart = page.locator(`figure[data-chart="${id}"]`);
			await expect(chart.locator('.deck')).toContainText('Tennessee');
			const own = chart.locator(`a[href$="/charts/${id}?place=TN"]`);
			await expect(own).toHaveCount(1);
			await expect(chart.locator(`a[href$="/embed/${id}?place=TN"]`)).toHaveCount(1);
		}
		// The line that the state runs counts for itself.
		const other = page.locator('[data-other="us_state_run_hotlines"]');
		await expect(other).toContainText('run by the state');
		await expect(other.locator('tbody tr')).toHaveCount(
			readTable('us_state_run_hotlines').rows.filter((row) => row.usps === 'TN').length
		);
		await expect(other.locator('tbody a').first()).toHaveAttribute('href', /\/data#source-/);
		await expect(page.locator('section[aria-labelledby="neighbours"] a[href$="/places/KY"]')).toBeVisible();
		await expect(page.locator('section[aria-labelledby="help-lines"] a[href^="tel:"]').first()).toBeVisible();
	});

	test('a chart without a figure for the place is a sentence', async ({ page }) => {
		const detailed = new Set(readTable('states_2015_detail').rows.map((row) => row.usps));
		const without = codes.find((code) => !detailed.has(code));
		await page.goto(`/places/${without}`);
		await expect(page.locator('figure[data-chart="state-forms"]')).toHaveCount(0);
		await expect(page.locator('[data-missing="state-forms"]')).toContainText('That does not mean zero.');
	});

	test('comparing shows a sample, and leads to each place', async ({ page }) => {
		await page.goto('/places/compare');
		await expect(page.locator('figure[data-chart]')).toHaveCount(2);
		await expect(page.locator('[data-compared]')).toContainText('sample');
		expect(await page.locator('table[data-places] tbody th').allTextContents()).toEqual([
			'Alabama',
			'Alaska',
			'Arizona'
		]);
		await expect(page.locator('section[aria-labelledby="pages"] a')).toHaveCount(codes.length);
	});

	test('nothing is wider than a small phone', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 800 });
		for (const address of ['/places', '/places/TX', '/places/DC', '/places/compare']) {
			await page.goto(address);
			expect(await sidewaysScroll(page), address).toBe(0);
			expect(await chartFaults(page), address).toEqual(SOUND);
		}
	});
});

test('every place has a page that names it, and files of its own', () => {
	expect(placePages().map((address) => address.slice('/places/'.length))).toEqual(codes.toSorted());
	for (const address of placePages()) {
		const html = fs.readFileSync(path.join(buildFolder(), `${address}.html`), 'utf8');
		expect(html, address).toMatch(/<h1[^>]*>[^<]+<\/h1>/);
		expect(html, address).not.toMatch(/hotspot|worst|top state|ranked (first|second|\d)/i);
		expect(fs.readFileSync(path.join(buildFolder(), `${address}.svg`), 'utf8')).toContain(address);
	}
});

test('the file of a place has each of its rows, with scope and limits on top', async ({ page }) => {
	await page.goto('/places/TX');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('a[data-download="csv"]').click()
	]);
	expect(download.suggestedFilename()).toBe('TX.csv');
	const lines = fs.readFileSync(await download.path(), 'utf8').split('\r\n');
	const head = lines.filter((line) => line.startsWith('#')).join('\n');
	for (const part of ['about Texas', 'Scope: ', 'Limits: Counts reports', 'Source ', 'version ']) {
		expect(head).toContain(part);
	}
	const body = lines.filter((line) => !line.startsWith('#')).join('\n');
	const { data } = Papa.parse<Record<string, string>>(body.trim(), { header: true });
	for (const name of [
		'states_by_year',
		'states_2015_detail',
		'states_cumulative',
		'state_population_by_year'
	]) {
		const wanted = readTable(name).rows.filter((row) => row.usps === 'TX');
		const found = data.filter((row) => row.table === name);
		expect(found.map((row) => Number(row.value)).sort(), name).toEqual(
			wanted.map((row) => Number(row.value ?? row.population)).sort()
		);
	}
});

test('a chart of the place opens narrowed to it, on its page and as an embed', async ({ page }) => {
	await saveData(page);
	await page.goto('/places/TX');
	await page.locator('a[href$="/charts/state-calls-and-cases?place=TX"]').click();
	await expect(page).toHaveURL(/\/charts\/state-calls-and-cases\?place=TX$/);
	await expect(page.locator('figure[data-chart]')).toHaveAttribute('data-answered-by', 'memory');
	await expect(page.locator('figure[data-chart] .deck')).toContainText('Texas');
	await page.goto('/embed/state-calls-and-cases?place=TX');
	await expect(page.locator('.deck')).toContainText('Texas');
});

test('the download of a chart on a place’s page has the figures of the place alone', async ({ page }) => {
	await saveData(page);
	await page.goto('/places/AK');
	const chart = page.locator('figure[data-chart="state-calls-and-cases"]');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		chart.getByRole('link', { name: /CSV/ }).click()
	]);
	const text = fs.readFileSync(await download.path(), 'utf8');
	expect(text).toContain('Alaska');
	expect(text).not.toContain('Alabama');
	expect(text).toContain(String(published('AK', '2016', 'calls')));
});

test.describe('comparing', () => {
	test.beforeEach(async ({ page }) => saveData(page));

	test('follows an address, answers from the page, and changes the address', async ({ page, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		await page.goto('/places/compare?places=TX,VT');
		const rates = page.locator('figure[data-chart="state-contact-rate"]');
		await expect(rates).toHaveAttribute('data-answered-by', 'memory');
		await expect(rates.locator('tbody').first()).toContainText('Vermont');
		await expect(rates.locator('tbody').first()).not.toContainText('Alabama');
		await page.locator('select[name="place-3"]').selectOption('AK');
		await expect(page).toHaveURL(/\?places=AK,TX,VT$/);
		await expect(page.locator('[data-compared]')).toHaveText('Shown: Alaska, Texas and Vermont.');
		await expect(page.locator('table[data-places] tbody tr')).toHaveCount(3);
		const counts = page.locator('figure[data-chart="state-calls-and-cases"] tbody');
		await expect(counts).toContainText(published('TX', '2016', 'calls').toLocaleString('en-US'));
		await page.getByRole('button', { name: 'Back to the sample' }).click();
		await expect(page).toHaveURL(/\/places\/compare$/);
		await expect(page.locator('[data-compared]')).toContainText('sample');
		expect(seen.faults).toEqual([]);
	});

	test('takes five places at most, and names what it does not know', async ({ page }) => {
		await page.goto('/places/compare?places=AL,AK,AZ,AR,CA,CO,banana,<i>x</i>');
		await expect(page.locator('table[data-places] tbody tr')).toHaveCount(5);
		const notices = page.locator('[data-notice]');
		await expect(notices).toHaveCount(3);
		await expect(notices.filter({ hasText: 'first 5' })).toHaveCount(1);
		await expect(notices.filter({ hasText: 'banana' })).toHaveCount(1);
		expect((await notices.allTextContents()).join()).not.toContain('<i>');
		await expect(page).toHaveURL(/\?places=AL,AK,AZ,AR,CA$/);
		await expect(page.locator('select[name="place-1"] option[value="AK"]')).toBeDisabled();
	});

	test('works from the keyboard', async ({ page }) => {
		await page.goto('/places/compare');
		const first = page.locator('select[name="place-1"]');
		await expect(first).toBeEnabled();
		await first.focus();
		await page.keyboard.type('Wyo');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?places=AK,AZ,WY$/);
		await expect(page.locator('[data-compared]')).toContainText('Wyoming');
	});

	test('stays readable with five places', async ({ page }) => {
		for (const width of [320, 768, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto('/places/compare?places=CA,DC,TX,VT,AK');
			await expect(page.locator('[data-compared]')).toContainText('Shown');
			expect(await chartFaults(page), `${width} px`).toEqual(SOUND);
			expect(await sidewaysScroll(page), `${width} px`).toBe(0);
		}
	});
});

test('five places side by side are sound for assistive technology', async ({ page }) => {
	await saveData(page);
	await page.goto('/places/compare?places=CA,DC,TX,VT,AK');
	await expect(page.locator('[data-compared]')).toContainText('Shown');
	expect(await axeFaults(page)).toEqual([]);
});
