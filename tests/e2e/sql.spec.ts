import fs from 'node:fs';
import { expect, inEnglish, test, type Page } from './helpers/test.ts';
import { GROUPS, headOf, readTable } from './helpers/data.ts';
import { axeFaults } from './helpers/axe.ts';
import { saveData } from './helpers/saveData.ts';
import { runSql, writeSql } from './helpers/sql.ts';
import { engineReady, watch } from './helpers/watch.ts';

const example = (page: Page, id: string) => page.locator(`[data-sql-example="${id}"] button`);
const rows = (page: Page) => page.locator('[data-sql-result] tbody tr[aria-rowindex]');
const fault = (page: Page) => page.locator('[data-sql-error]');

async function opened(page: Page, search = '') {
	await page.goto(`/explore/sql${search}`);
	await engineReady(page);
	await expect(page.locator('[data-sql-editor="full"]')).toBeVisible();
}

test('an example runs, is warned of above its result and in its file, and stands in the address', async ({
	page,
	baseURL
}) => {
	const seen = watch(page, baseURL ?? '');
	await opened(page);
	await example(page, 'refused').click();
	const warnings = page.locator('[data-sql-warnings]');
	await expect(page.locator('[data-sql-timing]')).toHaveText(/^\d+ rows?, \d+ columns?, in [\d,]+ ms$/);
	const table = /FROM "?(\w+)/.exec(new URL(page.url()).searchParams.get('q') ?? '')?.[1] ?? '?';
	await expect(warnings).toContainText(`(${table})`);
	await expect(warnings).toContainText(/.{60}/);

	await page.locator('summary', { hasText: 'Files, code and citation' }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: /CSV/ }).first().click()
	]);
	const csv = fs.readFileSync(await download.path(), 'utf8');
	expect(csv).toMatch(new RegExp(`# .*\\(${table}\\)`));
	expect(csv).toMatch(/\n[^#\n]*together/);

	const address = page.url();
	expect(new URL(address).searchParams.get('q')).toMatch(new RegExp(`FROM "?${table}`));
	await example(page, 'change').click();
	await expect(warnings).toHaveCount(0);
	await page.locator('summary', { hasText: 'Chart of the result' }).click();
	await expect(page.locator('figure[data-sql-chart="line"] svg').first()).toBeVisible();

	// Opened with a statement: it is shown, and not run.
	await opened(page, new URL(address).search);
	await expect(page.locator('[data-sql-from-address]')).toContainText('Read it, then run it');
	await expect(page.getByRole('textbox', { name: 'Your SQL' })).toContainText('sum(value)');
	await expect(page.locator('[data-sql-outcome]')).toHaveCount(0);
	await page.locator('[data-sql-run]').click();
	await expect(warnings).toBeVisible();
	await expect(page.locator('[data-sql-from-address]')).toHaveCount(0);
	expect(await axeFaults(page)).toEqual([]);
	expect(seen.faults).toEqual([]);
});

test('a fault is underlined and named with its place, and nothing is read from elsewhere', async ({
	page,
	baseURL
}) => {
	const seen = watch(page, baseURL ?? '');
	await opened(page);
	await runSql(page, `SELECT source_id,\n  valeu FROM ${GROUPS.table}`);
	await expect(fault(page)).toContainText('"valeu" not found');
	await expect(page.locator('.cm-lintRange-error')).toHaveText('valeu');
	await page.getByRole('button', { name: 'Go to line 2, column 3' }).click();
	await expect(page.getByRole('textbox', { name: 'Your SQL' })).toBeFocused();
	for (const [sql, words] of [
		[`SELECT * FROM read_csv('https://example.com/a.csv')`, 'no files, no addresses'],
		[`SELECT * FROM 'https://example.com/a.parquet'`, 'does not exist'],
		[`SELECT json_object('a', 1)`, 'loads none'],
		['INSTALL httpfs', 'only reads'],
		[`SELECT 1; DROP TABLE ${GROUPS.table}`, 'one statement at a time'],
		[`DELETE FROM ${GROUPS.table}`, 'only reads']
	] as const) {
		await runSql(page, sql);
		await expect(fault(page), sql).toContainText(words);
	}
	await runSql(page, `SELECT count(*) AS n FROM ${GROUPS.table}`);
	await expect(fault(page)).toHaveCount(0);
	await expect(rows(page)).toHaveText([`${readTable(GROUPS.table).rows.length}`]);
	expect(seen.faults).toEqual([]);
});

test('a statement without end is stopped, a stuck database starts again, and the page lives', async ({
	page
}) => {
	await opened(page);
	await writeSql(
		page,
		'WITH RECURSIVE r AS (SELECT 0 AS i UNION ALL SELECT (i + 1) % 7 FROM r) SELECT count(*) FROM r'
	);
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(page.locator('[data-sql-since]')).toContainText(/Running for [1-9]/);
	await page.locator('[data-sql-cancel]').click();
	await expect(fault(page)).toContainText('Stopped, as you asked', { timeout: 3000 });
	await runSql(page, 'SELECT 1 AS n');
	await expect(rows(page)).toHaveText(['1']);

	await writeSql(
		page,
		'SELECT count(*) FROM range(1000000000) a, range(1000000) b WHERE a.range + b.range = 17'
	);
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(page.locator('[data-sql-since]')).toContainText(/Running for [1-9]/);
	await page.locator('[data-sql-cancel]').click();
	await expect(fault(page)).toContainText(/Stopped, as you asked|being started again/, { timeout: 5000 });
	await engineReady(page);
	await runSql(page, 'SELECT 2 AS n');
	await expect(rows(page)).toHaveText(['2']);
});

test('a million rows are cut with a notice, sorted, and scrolled to their end by keyboard', async ({
	page
}) => {
	await opened(page);
	await page.getByLabel('Rows at most').selectOption('100000');
	await page.evaluate(() => {
		const longest = { ms: 0 };
		Object.assign(window, { longest });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
		}).observe({ entryTypes: ['longtask'] });
	});
	await runSql(page, `SELECT i, 'row ' || i AS name FROM generate_series(1, 1000000) AS s(i)`);
	await expect(page.locator('[data-sql-cut]')).toContainText('only the first 100,000');
	await expect(page.locator('[data-sql-result]')).toHaveAttribute('aria-rowcount', '100001');
	expect(await rows(page).count()).toBeLessThan(60);
	expect(
		await page.evaluate(() => (window as unknown as { longest: { ms: number } }).longest.ms)
	).toBeLessThan(1000);
	const head = page.locator('[data-sql-result] th').first();
	await head.getByRole('button').click();
	await head.getByRole('button').click();
	await expect(head).toHaveAttribute('aria-sort', 'descending');
	await expect(rows(page).first()).toContainText('100000');
	await page.getByRole('region', { name: 'Result, scrolls in both directions' }).focus();
	await page.keyboard.press('End');
	await expect(page.locator('[data-sql-result] tr[aria-rowindex="100001"]')).toContainText('row 1');
});

test('everything is reached by keyboard, and 320 pixels are enough', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	await opened(page);
	const editor = page.getByRole('textbox', { name: 'Your SQL' });
	await editor.focus();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.insertText('SELECT 1 AS one, 2 AS two');
	await page.keyboard.press('Tab');
	await expect(page.locator('[data-sql-run]')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(rows(page)).toHaveCount(1);
	const names = ['Rows at most', 'Copy permanent link'];
	for (const name of names) {
		await page.keyboard.press('Tab');
		await expect(page.locator(':focus')).toHaveAccessibleName(name);
	}
	await page.keyboard.press('Tab');
	await expect(page.locator(':focus')).toHaveAccessibleName('Result, scrolls in both directions');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-sql-result] th').first()).toHaveAttribute('aria-sort', 'ascending');
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(wide).toBeLessThanOrEqual(0);
});

test('without script the page shows tables, columns and examples', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = inEnglish(await context.newPage());
	await page.goto('/explore/sql');
	await expect(page.locator('main noscript p').first()).toContainText('Running SQL needs JavaScript');
	await page.locator('[data-sql-example="sum"] summary').click();
	await expect(page.locator('[data-sql-example="sum"] pre')).toContainText('SELECT');
	await page.locator(`[data-sql-table="${GROUPS.table}"] > summary`).click();
	await expect(page.locator(`[data-sql-table="${GROUPS.table}"]`)).toContainText(
		`Not to be added up over “${headOf(GROUPS.field)}”`
	);
	await expect(page.locator('[data-sql-run]')).toBeHidden();
	await context.close();
});

test('a reader who saves data loads the database by a button, and then runs', async ({ page }) => {
	await saveData(page);
	await page.goto('/explore/sql');
	const load = page.getByRole('button', { name: /^Load the database \(\d+ MB\)$/ });
	await expect(load).toBeVisible();
	await expect(page.locator('[data-sql-editor="plain"]')).toBeVisible();
	await load.click();
	await engineReady(page);
	await page.locator('[data-sql-run]').click();
	await expect(rows(page).first()).toBeVisible();
});
