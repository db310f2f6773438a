import fs from 'node:fs';
import { expect, test, type Page } from './helpers/test.ts';
import { charts, FILTERED_PAGE, LINE } from './helpers/charts.ts';
import { descriptor, readTable } from './helpers/data.ts';
import { saveData, takenOver } from './helpers/saveData.ts';
import { engineReady, watch } from './helpers/watch.ts';

const WASM = /duckdb-eh.*\.wasm/;

const {
	page: PAGE,
	chart: CHART,
	name: PART,
	value: VALUE
} = FILTERED_PAGE ?? { page: '', chart: LINE, name: '', value: '' };
const TABLE = CHART.query.table;
const needsChoice = () => test.skip(!FILTERED_PAGE, 'No page of the package has a choice of a part.');

/** Chooses a part on the page, or takes the choice back, and says who answers. */
async function answeredBy(page: Page, who: 'build' | 'memory' | 'duckdb', value = VALUE): Promise<void> {
	await page.locator(`select[name="${PART}"]`).selectOption(value);
	await expect(page.locator(`figure[data-chart="${CHART.id}"]`)).toHaveAttribute('data-answered-by', who);
}

async function answersFromMemory(page: Page): Promise<void> {
	await page.goto(PAGE);
	await expect(page.locator('html')).toHaveAttribute('data-engine', /failed|waiting|loading/);
	await answeredBy(page, 'memory');
}

const CSV = /\/data\/(\w+)\.csv$/;

/** The tables whose files a page asked for. */
const tablesIn = (requests: string[]) => requests.flatMap((address) => CSV.exec(address)?.[1] ?? []);

test('loads the tables of the page alone, and answers its filters from them', async ({ page, baseURL }) => {
	needsChoice();
	const seen = watch(page, baseURL ?? '');
	await page.goto(PAGE);
	await engineReady(page);
	await answeredBy(page, 'duckdb');
	const asked = tablesIn(seen.requests);
	expect(asked).toContain(TABLE);
	expect(new Set(asked).size).toBe(asked.length);
	const drawn = await page
		.locator('figure[data-chart]')
		.evaluateAll((figures) => figures.map((figure) => figure.getAttribute('data-chart')));
	const own = JSON.stringify(charts.filter(({ id }) => drawn.includes(id)).map(({ query }) => query));
	const totals = JSON.stringify(descriptor.resources.map(({ additivity }) => additivity ?? []));
	expect(asked.filter((name) => ![own, totals].some((words) => words.includes(`"${name}"`)))).toEqual([]);

	const before = seen.requests.length;
	await page.goto(CHART.address);
	await engineReady(page);
	await expect(page.locator('[data-engine-status]').first()).toContainText('1 so far');
	expect(tablesIn(seen.requests.slice(before))).toEqual([TABLE]);
	expect(seen.faults).toEqual([]);
});

test('goes on without a table that does not come, names it and can ask for it again', async ({
	page,
	baseURL
}) => {
	needsChoice();
	const seen = watch(page, baseURL ?? '', /Failed to load resource|404 for|did not answer/);
	await page.route(new RegExp(`${TABLE}\\.csv`), (route) => route.fulfill({ status: 404, body: '' }));
	await page.goto(PAGE);
	await engineReady(page);
	const status = page.locator('[data-engine-status]').first();
	await expect(status).toContainText(`not found on this site (${TABLE}.csv)`);
	await answeredBy(page, 'memory');
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await status.getByRole('button', { name: 'Try again' }).click();
	await expect(status).not.toContainText(`${TABLE}.csv`);
	await answeredBy(page, 'build', '');
	await answeredBy(page, 'duckdb');
	expect(seen.faults).toEqual([]);
});

test('holds every table with the rows of its file once all are asked for', async ({ page }) => {
	await page.goto('/data');
	await engineReady(page);
	await page.locator('summary', { hasText: 'Rows of each table' }).click();
	await page.getByRole('button', { name: 'Load all tables' }).click();
	await expect(page.locator('[data-engine-tables] tr[data-table]')).toHaveCount(descriptor.resources.length);
	for (const { name } of descriptor.resources) {
		const cell = page.locator(`[data-engine-tables] tr[data-table="${name}"] [data-loaded]`);
		await expect(cell, name).toHaveAttribute('data-loaded', String(readTable(name).rows.length));
	}
	await expect(page.locator('[data-engine-status]').first()).toContainText(
		`${descriptor.resources.length} so far`
	);
});

test('shows its progress while it loads', async ({ page }) => {
	await page.route(WASM, async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 1500));
		await route.continue();
	});
	await page.goto('/data');
	await expect(page.locator('html')).toHaveAttribute('data-engine', 'loading');
	await expect(page.locator('[data-engine-status]').first()).toContainText(/Loading|Starting/);
	await engineReady(page);
});

interface Failure {
	name: string;
	prepare: (page: Page) => Promise<unknown>;
	words: RegExp;
	/** Undoes what `prepare` did, where that is possible in the same page. */
	mend: boolean;
}

const FAILURES: Failure[] = [
	{
		name: 'the module is not there',
		prepare: (page) => page.route(WASM, (route) => route.fulfill({ status: 404, body: 'Not found' })),
		words: /not found/i,
		mend: true
	},
	{
		name: 'the module is cut off',
		prepare: (page) =>
			page.route(WASM, (route) =>
				route.fulfill({
					contentType: 'application/wasm',
					body: fs.readFileSync('.cache/engine/duckdb-eh.wasm').subarray(0, 500_000)
				})
			),
		words: /incomplete|damaged/i,
		mend: true
	},
	{
		name: 'the connection is gone',
		prepare: (page) => page.route(WASM, (route) => route.abort()),
		words: /could not be loaded|connection/i,
		mend: true
	},
	{
		name: 'the browser starts no workers',
		prepare: (page) => page.addInitScript(() => void Reflect.deleteProperty(window, 'Worker')),
		words: /worker/i,
		mend: false
	},
	{
		name: 'the browser has no WebAssembly',
		prepare: (page) => page.addInitScript(() => void Reflect.deleteProperty(window, 'WebAssembly')),
		words: /WebAssembly/,
		mend: false
	}
];

for (const { name, prepare, words, mend } of FAILURES) {
	test(`goes on without DuckDB, says why and can retry: ${name}`, async ({ page, baseURL }) => {
		needsChoice();
		// Chromium itself reports what could not be loaded.
		const seen = watch(page, baseURL ?? '', /Failed to load resource|404 for/);
		await prepare(page);
		await answersFromMemory(page);
		await expect(page.locator('html')).toHaveAttribute('data-engine', 'failed', { timeout: 40_000 });
		const status = page.locator('[data-engine-status]').first();
		await expect(status).toContainText(words);
		const retry = status.getByRole('button', { name: 'Try again' });
		await expect(retry).toBeVisible();
		await answeredBy(page, 'build', '');
		await answeredBy(page, 'memory');
		if (mend) {
			await page.unrouteAll({ behavior: 'ignoreErrors' });
			await retry.click();
			await engineReady(page);
			await answeredBy(page, 'build', '');
			await answeredBy(page, 'duckdb');
		} else {
			await retry.click();
			await expect(page.locator('html')).toHaveAttribute('data-engine', 'failed');
		}
		expect(seen.faults).toEqual([]);
	});
}

test('gives up after 30 seconds of silence', async ({ page }) => {
	await page.clock.install();
	await page.route(WASM, () => new Promise(() => undefined));
	const asked = page.waitForRequest(WASM);
	await page.goto('/data');
	await asked;
	const engine = page.locator('html');
	await page.clock.fastForward(20_000);
	await expect(engine).toHaveAttribute('data-engine', 'loading');
	await page.clock.fastForward(11_000);
	await expect(engine).toHaveAttribute('data-engine', 'failed');
	await expect(page.locator('[data-engine-status]').first()).toContainText('30 seconds');
});

for (const [name, connection] of [
	['saves data', { saveData: true }],
	['is on a slow line', { saveData: false, effectiveType: '2g' }],
	['is on a metered line', { saveData: false, type: 'cellular' }]
] as const) {
	test(`waits for the need when the reader ${name}`, async ({ page, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		await saveData(page, connection);
		await page.clock.install();
		await page.goto('/data');
		await takenOver(page);
		await page.clock.runFor(60_000);
		await expect(page.locator('html')).toHaveAttribute('data-engine', 'waiting');
		expect(seen.requests.filter((address) => WASM.test(address))).toEqual([]);
		await page.locator('[data-engine-status]').first().getByRole('button', { name: 'Start it now' }).click();
		await engineReady(page);
	});
}
