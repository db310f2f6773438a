import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from './helpers/test.ts';
import { STACKED, charts } from './helpers/charts.ts';
import { sitePages } from './helpers/site.ts';
import { TESTED } from './helpers/tested.ts';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import {
	descriptor,
	headOf,
	publishedTotal,
	readTable,
	rowsOfChart,
	shownAs,
	type DataChart,
	type DataTable
} from './helpers/data.ts';

test.use({ javaScriptEnabled: false });

interface TableRow {
	heads: string[];
	keys: string[];
	value: number | null;
	text: string;
}

/** The table of a chart without its averages, which no row of the data has: key cells and figure, row by row. */
async function tableRows(page: Page, id: string): Promise<TableRow[]> {
	return page.locator(`figure[data-chart="${id}"] details.table table`).evaluate((table) => {
		const heads = [...table.querySelectorAll('thead th')];
		const at = heads.findIndex((head) => head.classList.contains('number'));
		const words = heads.slice(0, at).map((head) => head.textContent.trim());
		return [...table.querySelectorAll('tbody:not(.averages) tr')].map((row) => {
			const cells = [...row.children].map((cell) => cell.textContent.trim());
			const text = cells[at] ?? '';
			const digits = /[\d,]*\d(\.\d+)?/.exec(text)?.[0];
			return {
				heads: words,
				keys: cells.slice(0, at),
				value: digits ? Number(digits.replaceAll(',', '')) : null,
				text
			};
		});
	});
}

/** Whether a row of the data can be the one that a table row shows: each key cell is one of its cells in words. */
function fits(table: DataTable, row: Record<string, string>, { heads, keys }: TableRow): boolean {
	return keys.every((key, index) => {
		const named = table.fields.filter((field) => headOf(field) === heads[index]);
		return (named.length ? named : table.fields).some((field) => {
			const cell = row[field.name] ?? '';
			if (cell === '') return false;
			if (key === cell || key === shownAs(field, cell)) return true;
			// Dates and spans are written out: every year of the cell stands in the words.
			const years = cell.match(/\d{4}/g);
			return field.role === 'time' && cell.length > 4 && !!years?.every((year) => key.includes(year));
		});
	});
}

/** Whether a figure is one that the rows behind these keys publish, or the sum of their parts. */
function isPublished(query: DataChart['query'], row: TableRow): boolean {
	const table = readTable(query.table);
	const value = table.fields.find((field) => field.role === 'value')?.name ?? '';
	const kindOf = (field: DataTable['fields'][number], cell: string | undefined) =>
		field.categories?.find((category) => category.value === cell)?.kind;
	const behind = rowsOfChart(query, table).filter((each) => fits(table, each, row));
	const parts = behind.filter((each) =>
		table.fields.every((field) => !['total', 'composite'].includes(kindOf(field, each[field.name]) ?? ''))
	);
	const sum = parts.reduce((total, each) => total + Number(each[value]), 0);
	const isNumber = (each: Record<string, string>) => /\d/.test(each[value] ?? '');
	// What is withheld, or has a part that is, shows no number.
	if (row.value === null) return behind.some((each) => !isNumber(each));
	return behind.some((each) => Number(each[value]) === row.value) || (parts.length > 1 && sum === row.value);
}

test.describe('tables as they were built', () => {
	let reader: Page;

	test.beforeAll(async ({ browser }) => {
		reader = await browser.newPage({ javaScriptEnabled: false });
	});

	test.afterAll(() => reader.close());

	for (const chart of charts) {
		test(`the table of ${chart.id} has the figures of the data`, async () => {
			const html = fs.readFileSync(path.join(buildFolder(), TESTED, 'charts', `${chart.id}.html`), 'utf8');
			await reader.setContent(/<figure[^]*<\/figure>/.exec(html)?.[0] ?? '');
			const rows = await tableRows(reader, chart.id);
			expect(rows.length).toBeGreaterThan(0);
			const { query = chart.query, superseded } = descriptor.charts?.find(({ id }) => id === chart.id) ?? {};
			const queries = [query, ...(superseded ? [superseded] : [])];
			expect(rows.filter((row) => !queries.some((query) => isPublished(query, row)))).toEqual([]);
		});
	}
});

test('parts that add up stack to the total that is published', async ({ page }) => {
	await page.goto(STACKED.address);
	const figure = page.locator(`figure[data-chart="${STACKED.id}"]`);
	const { time, total } = publishedTotal(STACKED.query);
	const rows = STACKED.rows.filter(({ key }) =>
		STACKED.rows.every((row) => row.key[time] !== key[time] || row.value !== null)
	);
	const periods = [...new Set(rows.map(({ key }) => String(key[time])))];
	expect(periods.length).toBeGreaterThan(0);
	for (const period of periods) {
		const parts = rows.filter(({ key }) => String(key[time]) === period).map(({ value }) => value ?? 0);
		const sum = parts.reduce((a, b) => a + b, 0);
		expect(sum, period).toBe(total(period));
		// Where a part is withheld in any year, no column stands as high as its total.
		if (rows.length < STACKED.rows.length) continue;
		await expect(figure.locator('svg.panel').getByText(sum.toLocaleString('en-US')).first()).toBeVisible();
	}
});

test('a period without a figure is a gap, in the words and in the line', async ({ page }) => {
	const gap = charts.find(
		({ mark, panels, html }) => mark === 'line' && panels === 1 && /data-note="gap"/.test(html)
	);
	test.skip(!gap, 'No line of the package has a gap.');
	if (!gap) return;
	await page.goto(gap.address);
	const chart = page.locator(`figure[data-chart="${gap.id}"]`);
	await expect(chart.locator('[data-note="gap"]').first()).toContainText(/\d{4}.*no figure|no figure.*\d{4}/);
	// The years beside the gap stand in different pieces of the line: no piece spans it.
	const { bridges } = await chart.evaluate((figure) => {
		const paths = [...figure.querySelectorAll<SVGPathElement>('svg.lines path')];
		const pieces = paths.flatMap((path) => (path.getAttribute('d') ?? '').split('M').filter(Boolean));
		const spans = pieces.map((piece) =>
			[...piece.matchAll(/(-?[\d.]+)[ ,]-?[\d.]+/g)].map((match) => Number(match[1]))
		);
		const steps = spans.flatMap((xs) => xs.slice(1).map((x, index) => x - (xs[index] ?? x)));
		const step = Math.min(...steps.filter((each) => each > 0.01));
		return { bridges: steps.filter((each) => each > step * 1.5) };
	});
	expect(bridges).toEqual([]);
	const words = await chart.locator('[data-note="gap"]').first().innerText();
	for (const year of words.match(/\b\d{4}\b(?!–|\/)/g) ?? []) {
		const along = gap.query.dimensions[0] ?? '';
		expect(gap.rows.filter(({ key, value }) => String(key[along]) === year && value !== null)).toEqual(
			gap.series > 1 ? expect.any(Array) : []
		);
	}
});

test('figures of two measures or on two bases are never one line', () => {
	for (const { id, mark, query, rows, panels, html } of charts) {
		if (mark !== 'line' || panels > 1) continue;
		const { fields } = readTable(query.table);
		const apart = fields.filter(({ role }) => role === 'measure' || role === 'basis').map(({ name }) => name);
		const kinds = new Set(rows.map(({ key }) => apart.map((name) => key[name] ?? '').join('|')));
		const hues = new Set(
			[...html.matchAll(/<path class="([^"]*)" d="M[^"]*" vector-effect/g)].map(([, hue]) => hue)
		);
		if (kinds.size > 1)
			expect(html.match(/data-use-series/g)?.length ?? hues.size, id).toBeGreaterThanOrEqual(kinds.size);
	}
});

test('charts that must not be added up say so, with the reason, and give no total', async ({ page }) => {
	const address = ['/people', '/types'].find((each) => sitePages().includes(each));
	test.skip(!address, 'The package has no breakdown of what must not be added up.');
	await page.goto(address ?? '/');
	const words = (await page.locator('main').innerText()).replaceAll(',', '');
	const shown = await page
		.locator('figure[data-chart]')
		.evaluateAll((all) => all.map((each) => each.getAttribute('data-chart')));
	const none = charts.filter(({ id, nonCumulative }) => shown.includes(id) && nonCumulative.length > 0);
	expect(none.length).toBeGreaterThan(0);
	for (const { id, query, rows } of none) {
		const note = page.locator(`figure[data-chart="${id}"] [data-note="non-cumulative"]`).first();
		await expect(note, id).toContainText(/Non-cumulative.{40,}/);
		const time = readTable(query.table).fields.find(({ role }) => role === 'time')?.name ?? '';
		const others = query.dimensions.filter((name) => name !== query.dimensions[0] && name !== time);
		const sums = new Map<string, number>();
		for (const { key, value } of rows) {
			const slice = [time, ...others].map((name) => key[name]).join('|');
			sums.set(slice, (sums.get(slice) ?? 0) + (value ?? 0));
		}
		for (const sum of sums.values()) {
			if (sum > 5000 && !rows.some(({ value }) => value === sum)) expect(words, id).not.toContain(`${sum}`);
		}
	}
});

test('the overview says what is counted, until when, and with which qualifier', async ({ page }) => {
	await page.goto('/');
	const text = await page.locator('main').innerText();
	const [year = '?'] = (descriptor.since ?? '').split('-');
	if (descriptor.since) expect(text).toContain(year);
	const qualified = descriptor.resources.some(
		({ name, schema }) =>
			schema.fields.some(({ role }) => role === 'qualifier') &&
			JSON.stringify(descriptor.headline ?? []).includes(name)
	);
	if (qualified) expect(text).toMatch(/more than|about|rounded/);
	await expect(page.locator('[data-statements] li').first()).toBeVisible();
});
