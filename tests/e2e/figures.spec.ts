import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import {
	descriptor,
	headOf,
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
	return behind.some((each) => Number(each[value]) === row.value) || (parts.length > 1 && sum === row.value);
}

test.describe('tables as they were built', () => {
	let reader: Page;

	test.beforeAll(async ({ browser }) => {
		reader = await browser.newPage({ javaScriptEnabled: false });
	});

	test.afterAll(() => reader.close());

	for (const chart of descriptor.charts) {
		test(`the table of ${chart.id} has the figures of the data`, async () => {
			const html = fs.readFileSync(path.join(buildFolder(), 'charts', `${chart.id}.html`), 'utf8');
			await reader.setContent(/<figure[^]*<\/figure>/.exec(html)?.[0] ?? '');
			const rows = await tableRows(reader, chart.id);
			expect(rows.length).toBeGreaterThan(0);
			const queries = [chart.query, ...(chart.superseded ? [chart.superseded] : [])];
			expect(rows.filter((row) => !queries.some((query) => isPublished(query, row)))).toEqual([]);
		});
	}
});

async function figuresOf(page: Page, id: string, ...keys: string[]): Promise<(number | null)[]> {
	const rows = await tableRows(page, id);
	return rows.filter((row) => keys.every((key) => row.keys.includes(key))).map((row) => row.value);
}

test('the forms of 2016 stack to 7,572 cases', async ({ page }) => {
	await page.goto('/types');
	const figures = await figuresOf(page, 'cases-by-form', '2016');
	expect(figures).toEqual([5551, 1057, 268, 696]);
	await expect(page.locator('figure[data-chart="cases-by-form"] svg.panel').getByText('7,572')).toBeVisible();
});

test('2022 is a gap in cases, in the words and in the line', async ({ page }) => {
	await page.goto('/charts/cases-by-year');
	expect(await figuresOf(page, 'cases-by-year', '2022')).toEqual([]);
	const chart = page.locator('figure[data-chart="cases-by-year"]');
	await expect(chart.locator('[data-note="gap"]').first()).toContainText(/2022.*no figure/);
	// The years beside the gap stand in different pieces of the line: no piece spans it.
	const { bridges, pieces } = await chart.evaluate((figure) => {
		const paths = [...figure.querySelectorAll<SVGPathElement>('svg.lines path')];
		const pieces = paths.flatMap((path) => (path.getAttribute('d') ?? '').split('M').filter(Boolean));
		const spans = pieces.map((piece) =>
			[...piece.matchAll(/(-?[\d.]+)[ ,]-?[\d.]+/g)].map((match) => Number(match[1]))
		);
		const steps = spans.flatMap((xs) => xs.slice(1).map((x, index) => x - (xs[index] ?? x)));
		const step = Math.min(...steps.filter((each) => each > 0.01));
		return { bridges: steps.filter((each) => each > step * 1.5), pieces: pieces.length };
	});
	expect(bridges).toEqual([]);
	expect(pieces).toBeGreaterThanOrEqual(2);
});

test('all calls and substantive calls are two lines, and 2008 shows both', async ({ page }) => {
	await page.goto('/charts/calls-by-year');
	expect(await figuresOf(page, 'calls-by-year', '2008', 'Calls, substantive')).toContain(3514);
	expect(await figuresOf(page, 'calls-by-year', '2008', 'Calls, all')).toContain(5748);
	const hues = await page
		.locator('figure[data-chart="calls-by-year"] svg.lines path')
		.evaluateAll((paths) => new Set(paths.map((path) => path.getAttribute('class'))).size);
	expect(hues).toBe(2);
});

test('hotline and all lines are never one line: 2016 shows 7,572 and 8,042', async ({ page }) => {
	await page.goto('/trends');
	expect(await figuresOf(page, 'cases-by-year', '2016')).toContain(7572);
	expect(await figuresOf(page, 'cases-by-year', '2016')).not.toContain(8042);
	expect(await figuresOf(page, 'cases-all-lines-by-year', '2016')).toEqual([8042]);
});

test('charts that must not be added up say so, with the reason, and give no total', async ({ page }) => {
	await page.goto('/people');
	const charts = page.locator('figure[data-chart]');
	const count = await charts.count();
	expect(count).toBeGreaterThan(8);
	for (let index = 0; index < count; index += 1) {
		const chart = charts.nth(index);
		const id = (await chart.getAttribute('data-chart')) ?? '';
		await expect(chart.locator('[data-note="non-cumulative"]').first(), id).toContainText(
			/Non-cumulative.{40,}/
		);
	}
	const words = (await page.locator('main').innerText()).replaceAll(',', '');
	for (const total of ['7388', '7277']) expect(words).not.toContain(total);
});

test('the overview says what is counted, until when, and with which qualifier', async ({ page }) => {
	await page.goto('/');
	const text = await page.locator('main').innerText();
	expect(text).toMatch(/December 2007/);
	expect(text).toMatch(/more than|about|rounded/);
	await expect(page.locator('[data-statements] li').first()).toBeVisible();
});
