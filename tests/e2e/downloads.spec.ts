import fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './helpers/test.ts';
import { FILTERED, STACKED, chosenRows } from './helpers/charts.ts';
import Papa from 'papaparse';
import { FOLDER, descriptor, inEnglish, publishedTotal } from './helpers/data.ts';
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
	await page.goto(STACKED.address);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('a[data-download="csv"]').click()
	]);
	const { header, rows } = splitCsv(fs.readFileSync(await download.path(), 'utf8'));
	const words = header.join('\n');
	for (const part of [
		`Limits: ${inEnglish(descriptor.limits).slice(0, 20)}`,
		...STACKED.breaks.map(({ from }) => `Break ${from.slice(0, 4)}`),
		`version ${descriptor.version}`,
		'as of 20'
	]) {
		expect(words).toContain(part);
	}
	for (const source of STACKED.rows.flatMap(({ sources }) => sources))
		expect(words).toContain(`Source ${source}`);
	const { time, total } = publishedTotal(STACKED.query);
	const full = rows.filter((row) =>
		rows.every((each) => each[time] !== row[time] || /^\d/.test(each['value'] ?? ''))
	);
	const periods = [...new Set(full.map((row) => row[time] ?? ''))];
	expect(periods.length).toBeGreaterThan(0);
	for (const period of periods) {
		const of = full.filter((row) => row[time] === period).map((row) => Number(row['value']));
		expect(
			of.reduce((a, b) => a + b, 0),
			period
		).toBe(total(period));
	}
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
	test.skip(!FILTERED, 'No chart of the package can be narrowed to one part.');
	if (!FILTERED) return;
	const { chart, name, value } = FILTERED;
	await page.goto(`${chart.address}?${name}=${value}`);
	await expect(page.locator('figure[data-chart]')).not.toHaveAttribute('data-answered-by', 'build');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download what is shown' }).click()
	]);
	const { rows } = splitCsv(fs.readFileSync(await download.path(), 'utf8'));
	const figures = chosenRows(FILTERED);
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) expect(figures.map((each) => each['value'])).toContain(row['value']);
});

test('every table of the package is there, byte for byte', async ({ request }) => {
	for (const { name, path } of descriptor.resources as { name: string; path: string }[]) {
		const answer = await request.get(`/data/${name}.csv`);
		expect(await answer.body(), name).toEqual(fs.readFileSync(join(FOLDER, path)));
	}
	expect(await (await request.get('/data/datapackage.json')).json()).toHaveProperty('resources');
});
