import { expect, test, type BrowserContext, type Page } from './helpers/test.ts';
import { axeFaults } from './helpers/axe.ts';
import { chartFaults, faintMarks, sidewaysScroll } from './helpers/measures.ts';
import { dealtLook, pagesToLookAt, take } from './helpers/looks.ts';
import { saveData } from './helpers/saveData.ts';
import { isMadeAlike, oneOfEachKind } from './helpers/site.ts';
import { engineReady, traces, watch, type Watch } from './helpers/watch.ts';
import { openAndWeigh, sumOf, WEIGHT_LIMIT } from './helpers/weight.ts';

/** A page of a kind of its own: light, dark and narrow. */
async function checkLooks(page: Page): Promise<void> {
	await test.step('light', async () => {
		expect.soft(await axeFaults(page)).toEqual([]);
		expect.soft(await faintMarks(page)).toEqual([]);
		expect.soft(await chartFaults(page)).toEqual({ missing: [], small: [], cut: [], overlapping: [] });
	});
	await test.step('dark', async () => {
		await page.emulateMedia({ colorScheme: 'dark' });
		expect.soft(await axeFaults(page, { runOnly: ['color-contrast'] })).toEqual([]);
		expect.soft(await faintMarks(page)).toEqual([]);
	});
	await checkNarrow(page);
}

/** One of many pages that are made alike: all looks are dealt out among them. */
async function checkOneLook(page: Page, address: string): Promise<void> {
	await test.step('charts', async () => {
		expect.soft(await chartFaults(page)).toEqual({ missing: [], small: [], cut: [], overlapping: [] });
	});
	await checkNarrow(page);
	await checkDealtLook(page, address);
	expect.soft(await faintMarks(page)).toEqual([]);
}

async function checkNarrow(page: Page): Promise<void> {
	await test.step('narrow', async () => {
		await page.setViewportSize({ width: 320, height: 800 });
		expect.soft(await sidewaysScroll(page)).toBe(0);
	});
}

/** Where scripts are off in the look that falls to a page, it is looked at in noscript.spec.ts. */
async function checkDealtLook(page: Page, address: string): Promise<void> {
	const dealt = dealtLook(address);
	if (!dealt.scripts) return;
	await test.step(`${dealt.theme}, ${dealt.width} px`, async () => {
		await take(page, dealt);
		expect.soft(await axeFaults(page)).toEqual([]);
	});
}

async function checkDiscretion(page: Page, context: BrowserContext, seen: Watch): Promise<void> {
	await test.step('asks nobody else, stores nothing, reports no error', async () => {
		// What a page keeps for coming back to it, it would write now.
		await page.evaluate(() => {
			Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
			document.dispatchEvent(new Event('visibilitychange'));
			window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
			window.dispatchEvent(new Event('pagehide'));
		});
		expect(await traces(page, context)).toEqual([]);
		expect(seen.faults).toEqual([]);
	});
}

/** Pages with charts that answer a filter, with SQL, or with what the database itself holds. */
const ASKS = /^\/(charts\/.+|channels|data|explore|explore\/sql|people|places|reach|trends|types|world)?$/;

/** A reader who came for words alone pays for no database, however long they stay. */
async function expectNoDatabase(page: Page, { requests }: Watch): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('data-engine', 'waiting');
	expect(requests.filter((address) => /duckdb|\.wasm/.test(address))).toEqual([]);
}

const withDatabase = oneOfEachKind();

for (const address of withDatabase) {
	test(`with scripts and database: ${address}`, async ({ page, context, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		await page.goto(address);
		const asks =
			ASKS.test(address) && (address !== '/reach' || (await page.locator('figure[data-chart]').count()) > 0);
		if (asks) await engineReady(page);
		await checkLooks(page);
		if (!asks) await expectNoDatabase(page, seen);
		await checkDiscretion(page, context, seen);
	});
}

// The database starts in the same way on all pages of a kind, and takes most of the time of a test.
for (const address of pagesToLookAt(true).filter((each) => !withDatabase.includes(each))) {
	test(`with scripts: ${address}`, async ({ page, context, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		await saveData(page);
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		const weight = sumOf(await openAndWeigh(page, address));
		await expect(page.locator('html')).toHaveAttribute('data-engine', 'waiting');
		expect.soft(weight, 'compressed bytes before DuckDB').toBeLessThan(WEIGHT_LIMIT);
		expect.soft(weight).toBeGreaterThan(20_000);
		await (isMadeAlike(address) ? checkOneLook : checkLooks)(page, address);
		await checkDiscretion(page, context, seen);
	});
}
