import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { descriptor, readTable } from './helpers/data.ts';
import { chartPages } from './helpers/site.ts';

function splitCsv(text: string): { header: string[]; rows: Record<string, string>[] } {
	const lines = text.split(/\r?\n/);
	const header = lines.filter((line) => line.startsWith('#'));
	const body = lines
		.filter((line) => !line.startsWith('#'))
		.join('\n')
		.trim();
	return { header, rows: Papa.parse<Record<string, string>>(body, { header: true }).data };
}

test('the CSV of a chart carries its figures, limits, notes, sources, version and date', async ({ page }) => {
	await page.goto('/charts/cases-by-form');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('a[data-download="csv"]').click()
	]);
	const { header, rows } = splitCsv(fs.readFileSync(await download.path(), 'utf8'));
	const words = header.join('\n');
	for (const part of [
		'Limits: Counts reports',
		'Break 2017',
		'Source POL2016PDF',
		`version ${descriptor.version}`,
		'as of 20'
	]) {
		expect(words).toContain(part);
	}
	const of2016 = rows.filter((row) => row.year === '2016').map((row) => Number(row.value));
	expect(of2016.reduce((a, b) => a + b, 0)).toBe(7572);
});

test('every chart has a CSV and a JSON, and no cell can run as a formula', async ({ request }) => {
	for (const address of chartPages()) {
		const csv = await request.get(`${address}.csv`);
		expect(csv.headers()['content-type'], address).toBe('text/csv; charset=utf-8');
		const { header, rows } = splitCsv(await csv.text());
		expect(header.length, address).toBeGreaterThan(3);
		expect(rows.length, address).toBeGreaterThan(0);
		const cells = rows.flatMap((row) => Object.values(row));
		expect(
			cells.filter((cell) => /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell)),
			address
		).toEqual([]);
		const json: unknown = await (await request.get(`${address}.json`)).json();
		expect(json, address).toEqual(expect.any(Object));
	}
});

test('the CSV of what is shown has the choice of the reader', async ({ page }) => {
	await page.goto('/charts/gender-of-victims?form=labor');
	await expect(page.locator('figure[data-chart]')).not.toHaveAttribute('data-answered-by', 'build');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download what is shown' }).click()
	]);
	const { rows } = splitCsv(fs.readFileSync(await download.path(), 'utf8'));
	const figures = readTable('gender_by_year').rows.filter((row) => row.form === 'labor');
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) expect(figures.map((each) => each.value)).toContain(row.value);
});

test('every table of the package is there, byte for byte', async ({ request }) => {
	for (const { name, path } of descriptor.resources as { name: string; path: string }[]) {
		const answer = await request.get(`/data/${name}.csv`);
		expect(await answer.body(), name).toEqual(fs.readFileSync(`data/${path}`));
	}
	expect(await (await request.get('/data/datapackage.json')).json()).toHaveProperty('resources');
});
