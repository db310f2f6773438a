import { expect, test, type Page, type Route } from '@playwright/test';
import type { EngineLifecycle } from '../../src/lib/engine/lifecycle.svelte.ts';
import { ALL_CASES, ALL_RESOURCES } from '../unit/engine/allCases.ts';
import { observed, wanted } from '../unit/engine/compare.ts';
import { serveEnginePage } from './helpers/engine-page.ts';

declare global {
	interface Window {
		database: EngineLifecycle;
		workers: Worker[];
	}
}

test.describe.configure({ mode: 'default' });

let site: Awaited<ReturnType<typeof serveEnginePage>>;

test.beforeAll(async () => {
	site = await serveEnginePage();
});

test.afterAll(() => site.close());

/** Opens the page and starts DuckDB in it; resolves when it is ready or has failed. */
async function start(page: Page): Promise<void> {
	await page.goto(site.url);
	await page.evaluate(() => window.database.start());
}

const state = (page: Page) => page.locator('html').getAttribute('data-engine');
const message = (page: Page) => page.evaluate(() => window.database.message);

/** Answers with the first bytes of a file only. */
async function cutOff(route: Route): Promise<void> {
	const response = await route.fetch();
	const body = await response.body();
	const contentType = response.headers()['content-type'] ?? '';
	await route.fulfill({ status: 200, contentType, body: body.subarray(0, body.byteLength / 2) });
}

const notFound = (route: Route) => route.fulfill({ status: 404, body: 'not found' });

test('DuckDB in a worker answers every case of the engines', async ({ page }) => {
	await start(page);
	expect(await state(page)).toBe('ready');
	const answers = await page.evaluate(
		async (queries) => {
			const { engine } = window.database;
			if (!engine) throw new Error('The database is not ready.');
			return Promise.all(queries.map((query) => engine.answer(query)));
		},
		ALL_CASES.map((each) => each.query)
	);
	expect(ALL_CASES.length).toBeGreaterThan(30);
	ALL_CASES.forEach((each, index) => {
		const answer = answers[index];
		if (!answer) throw new Error('The database gave no answer.');
		expect.soft(observed(answer, each), each.name).toEqual(wanted(each));
	});
});

/** Loads tables into a database that is ready. */
const load = (page: Page, names: string[]) => page.evaluate((all) => window.database.load(all), names);

test('it starts without a table, then counts the bytes of each to the end and asks for it once', async ({
	page
}) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await start(page);
	expect(asked.filter((url) => url.endsWith('.csv'))).toEqual([]);
	const names = ALL_RESOURCES.map((each) => each.name);
	await Promise.all([load(page, names), load(page, names)]);
	const { rows, progress } = await page.evaluate(() => ({
		rows: window.database.tables.rows,
		progress: window.database.progress
	}));
	expect(Object.keys(rows).toSorted()).toEqual(names.toSorted());
	expect(rows).toMatchObject({ forms: 16, survey: 4, flagged: 8 });
	expect(progress.loaded).toBe(progress.total);
	expect(progress.total).toBeGreaterThan(10_000_000);
	expect(new Set(asked).size).toBe(asked.length);
	expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([]);
});

const FAILURES: { name: string; url: RegExp; how: (route: Route) => Promise<void>; says: RegExp }[] = [
	{ name: 'no worker script', url: /assets\/worker/, how: notFound, says: /not found.*worker/ },
	{ name: 'no duckdb script', url: /duckdb-browser-eh/, how: notFound, says: /could not be loaded.*worker/ },
	{ name: 'no descriptor', url: /datapackage\.json$/, how: notFound, says: /not found.*datapackage\.json/ }
];

for (const { name, url, how, says } of FAILURES) {
	test(`with ${name} it fails with a message`, async ({ page }) => {
		await page.route(url, how);
		await start(page);
		expect(await state(page)).toBe('failed');
		expect(await message(page)).toMatch(says);
		expect(await page.evaluate(() => window.database.engine)).toBeUndefined();
	});
}

test('half a table fails its question alone, and is asked for again', async ({ page }) => {
	await page.route(/genders\.csv$/, cutOff);
	await start(page);
	expect(await outcomeOf(page)).toMatch(/^EngineFailure: .*incomplete or damaged.*genders\.csv/);
	expect(await state(page)).toBe('ready');
	expect(await page.evaluate(() => window.database.tables.failed['genders']?.kind)).toBe('damaged');
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	expect(await outcomeOf(page)).toBe('answered');
	expect(await page.evaluate(() => window.database.tables)).toMatchObject({
		rows: { genders: 3 },
		failed: {}
	});
});

/** Notes each worker of the page, so that a test can end it behind the database's back. */
async function noteWorkers(page: Page): Promise<void> {
	await page.addInitScript(() => {
		window.workers = [];
		window.Worker = class extends Worker {
			constructor(...given: ConstructorParameters<typeof Worker>) {
				super(...given);
				window.workers.push(this);
			}
		};
	});
}

/** Asks the database, and gives the words in which it was refused an answer. */
const outcomeOf = (page: Page) =>
	page.evaluate(async () => {
		const { engine } = window.database;
		if (!engine) return 'no engine';
		return engine.answer({ table: 'genders', dimensions: ['year', 'gender'] }).then(
			() => 'answered',
			(error: Error) => `${error.name}: ${error.message}`
		);
	});

test('an answer does not hang when its worker is ended without a word', async ({ page }) => {
	await page.clock.install();
	await noteWorkers(page);
	await start(page);
	expect(await outcomeOf(page)).toBe('answered');
	await page.evaluate(() => window.workers.forEach((worker) => worker.terminate()));
	const outcome = outcomeOf(page);
	await page.clock.fastForward(10_000);
	expect(await outcome).toMatch(/^EngineFailure: .*10 seconds/);
	expect(await state(page)).toBe('failed');
	expect(await message(page)).toMatch(/10 seconds/);
	expect(await outcomeOf(page)).toBe('no engine');
	await page.evaluate(() => window.database.retry());
	expect(await state(page)).toBe('ready');
	expect(await outcomeOf(page)).toBe('answered');
});

test('an answer under way is rejected at once when its worker crashes', async ({ page }) => {
	await noteWorkers(page);
	await start(page);
	const started = Date.now();
	const outcome = await page.evaluate(async () => {
		const { engine } = window.database;
		const [worker] = window.workers;
		worker?.terminate();
		const asked = engine?.answer({ table: 'genders', dimensions: ['year', 'gender'] });
		worker?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
		return asked?.then(
			() => 'answered',
			(error: Error) => `${error.name}: ${error.message}`
		);
	});
	expect(outcome).toMatch(/^EngineFailure: .*out of memory/);
	expect(Date.now() - started).toBeLessThan(8000);
	expect(await state(page)).toBe('failed');
	expect(await message(page)).toMatch(/out of memory/);
});

test('turned off, it rejects what is under way and stays off', async ({ page }) => {
	await noteWorkers(page);
	await start(page);
	const outcome = await page.evaluate(async () => {
		const asked = window.database.engine?.answer({ table: 'genders', dimensions: ['year', 'gender'] });
		const told = asked?.then(
			() => 'answered',
			(error: Error) => `${error.name}: ${error.message}`
		);
		window.database.turnOff();
		window.workers[0]?.dispatchEvent(new ErrorEvent('error', { message: 'too late' }));
		return told;
	});
	expect(outcome).toMatch(/^EngineFailure: .*turned off/);
	expect(await state(page)).toBe('off');
	expect(await outcomeOf(page)).toBe('no engine');
});

test('turned off while it loads, it is off at once and can be started again', async ({ page }) => {
	await page.goto(site.url);
	await page.evaluate(async () => {
		const starting = window.database.start();
		window.database.turnOff();
		await starting;
	});
	expect(await state(page)).toBe('off');
	await page.evaluate(() => window.database.start());
	expect(await state(page)).toBe('ready');
});

test('it starts by itself when the page is idle, and is off when turned off', async ({ page }) => {
	await page.goto(site.url);
	expect(await state(page)).toBe('waiting');
	await page.evaluate(() => window.database.whenIdle());
	await expect(page.locator('html')).toHaveAttribute('data-engine', 'ready', { timeout: 30_000 });
	await page.evaluate(() => window.database.turnOff());
	expect(await state(page)).toBe('off');
	expect(await page.evaluate(() => window.database.engine)).toBeUndefined();
	await page.evaluate(() => window.database.start());
	expect(await state(page)).toBe('ready');
});
