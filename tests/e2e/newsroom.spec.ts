import { expect, test, type Frame, type Page } from './helpers/test.ts';
import { LINE } from './helpers/charts.ts';
import { chartFaults, sidewaysScroll } from './helpers/measures.ts';
import {
	frameOf,
	heardAll,
	noteFrames,
	openNewsroom,
	settledHeight,
	someRounds,
	standIn,
	takeHeights,
	VERSION,
	type Newsroom
} from './helpers/newsroom.ts';
import { traces, watch } from './helpers/watch.ts';

const EMBEDS: Record<string, string> = Object.fromEntries(
	Object.entries({
		plain: 'signals-by-year',
		sandboxed: 'calls-by-year',
		loader: 'gender-of-victims',
		element: 'channels-by-year',
		scriptless: 'cases-by-year',
		'first-of-two': 'cases-by-form',
		'second-of-two': 'cases-by-form',
		hidden: 'age-of-victims',
		narrow: 'types-by-year',
		dark: 'victims-by-year',
		frozen: 'cases-of-each-form-by-year'
	}).map(([embed, id]) => [embed, standIn(id)])
);

/** Embeds that can tell their height. */
const TELLING = Object.keys(EMBEDS).filter((name) => name !== 'scriptless');

/** Charts of which the same people stand in several groups. */
const NON_CUMULATIVE = ['loader', 'hidden'];

interface ChartFile {
	limits: string;
	rows: { value: number | null; labels: Record<string, string | number> }[];
}

let newsroom: Newsroom;
let site: string;

test.beforeAll(async ({ baseURL }) => {
	site = baseURL ?? '';
	newsroom = await openNewsroom(site);
});

test.afterAll(() => newsroom.close());

async function openArticle(page: Page, address = newsroom.article): Promise<void> {
	await noteFrames(page);
	await page.goto(address);
	const tab = page.locator('[data-opens="age"]');
	// No click of the mouse: the page may move under it while frames take their heights.
	if (await tab.count()) await tab.dispatchEvent('click');
}

/** The rows of an embed's table: its key cells and its figure. */
function tableRows(frame: Frame): Promise<{ keys: string[]; value: number | null }[]> {
	return frame.locator('details.table table').evaluate((table) => {
		const heads = [...table.querySelectorAll('thead th')];
		const at = heads.findIndex((head) => head.classList.contains('number'));
		return [...table.querySelectorAll('tbody:not(.superseded) tr')].map((row) => {
			const cells = [...row.children].map((cell) => cell.textContent.trim());
			const digits = /[\d,]*\d(\.\d+)?/.exec(cells[at] ?? '')?.[0];
			return { keys: cells.slice(0, at), value: digits ? Number(digits.replaceAll(',', '')) : null };
		});
	});
}

/** The words of a chart's notes, on a page or in a frame. */
function notesOf(place: Page | Frame, id: string): Promise<string> {
	return place
		.locator(`figure[data-chart="${id}"] [data-notes]`)
		.evaluate((notes) => notes.textContent.replace(/\s+/g, ' ').trim());
}

test('every embed shows the figures and the notes of its chart', async ({ page, browser, request }) => {
	await openArticle(page);
	const own = await browser.newPage({ javaScriptEnabled: false });
	for (const [embed, id] of Object.entries(EMBEDS)) {
		const frame = await frameOf(page, embed);
		const file = (await (await request.get(`/charts/${id}.json`)).json()) as ChartFile;
		const rows = await tableRows(frame);
		expect(rows.length, embed).toBe(file.rows.length);
		const missing = file.rows.filter(
			({ value, labels }) =>
				!rows.some(
					(row) =>
						row.value === value && row.keys.every((key) => Object.values(labels).map(String).includes(key))
				)
		);
		expect(missing, embed).toEqual([]);
		await own.goto(`${site}/charts/${id}`);
		const notes = await notesOf(frame, id);
		expect(notes, embed).toBe(await notesOf(own, id));
		expect(notes, embed).toContain(file.limits);
		const nonCumulative = frame.locator('[data-note="non-cumulative"]');
		if (NON_CUMULATIVE.includes(embed))
			await expect(nonCumulative.first(), embed).toContainText(/Non-cumulative.{40,}/);
	}
	await own.close();
});

test('every frame is as high as its chart, after few messages, and nothing in it overlaps', async ({
	page
}) => {
	await openArticle(page);
	for (const embed of Object.keys(EMBEDS)) {
		const frame = await frameOf(page, embed);
		if (embed !== 'scriptless') {
			await settledHeight(page, embed);
			const heights = await takeHeights(page, embed);
			expect(heights.length, embed).toBeLessThan(5);
			expect(heights.length, embed).toBeGreaterThan(0);
			const room = await frame.evaluate(() => {
				const { scrollHeight, clientHeight } = document.documentElement;
				return scrollHeight - clientHeight;
			});
			expect(room, `${embed} scrolls`).toBeLessThanOrEqual(0);
		}
		const faults = await chartFaults(frame);
		expect(faults, embed).toEqual({ missing: [], small: [], cut: [], overlapping: [] });
		expect(await sidewaysScroll(frame), embed).toBe(0);
	}
	expect(await sidewaysScroll(page)).toBe(0);
});

test('a placeholder gives way to its frame, and its caption stays', async ({ page }) => {
	await openArticle(page);
	for (const embed of ['loader', 'element', 'dark', 'frozen', 'narrow', 'hidden']) {
		const height = await settledHeight(page, embed);
		const place = page.locator(`[data-embed="${embed}"]`);
		await expect(place.locator('a'), embed).toBeHidden();
		await expect(place.locator('iframe'), embed).toBeVisible();
		await expect(place.locator('iframe'), embed).toHaveCSS('opacity', '1');
		const box = await place.boundingBox();
		const caption = (await place.locator('figcaption').count()) ? 40 : 0;
		expect(Math.abs((box?.height ?? 0) - height), embed).toBeLessThanOrEqual(caption);
	}
	await expect(page.locator('[data-embed="loader"] figcaption')).toBeVisible();
});

test('frames are told apart by their titles', async ({ page }) => {
	await openArticle(page);
	const titles = await page
		.locator('iframe')
		.evaluateAll((frames) => frames.map((frame) => frame.getAttribute('title') ?? ''));
	expect(titles).toContain('Chart: gender of victims');
	expect(titles).toContain('Chart: cases by form');
	expect(titles).toContain('Chart: cases by form (2)');
	expect(titles).toContain('How people reached the hotline, by year');
	expect(new Set(titles).size).toBe(titles.length);
});

test('options and version of a placeholder reach its frame', async ({ page }) => {
	await openArticle(page);
	const dark = await frameOf(page, 'dark');
	const [red = 255] = await dark.evaluate(() =>
		(getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []).map(Number)
	);
	expect(red).toBeLessThan(60);
	const frozen = await frameOf(page, 'frozen');
	expect(frozen.url()).toBe(`${site}/embed/v${VERSION}/${EMBEDS['frozen']}`);
	const second = await frameOf(page, 'second-of-two');
	await expect(second.locator('html')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
	expect((await second.locator('h1').boundingBox())?.height).toBeLessThan(2);
});

test('nothing is asked of anyone but the site, and nothing is left in the browser', async ({
	page,
	context
}) => {
	const seen = watch(page, site, new RegExp(`^request to ${newsroom.origin}/|Blocked script execution in`));
	await openArticle(page);
	for (const embed of Object.keys(EMBEDS)) await frameOf(page, embed);
	const plain = await frameOf(page, 'plain');
	await plain.locator('details.table summary').click();
	await plain.locator('.plot').hover();
	await expect(plain.locator('.plot')).toHaveAttribute('role', 'application');
	expect(seen.faults).toEqual([]);
	expect(await traces(page, context)).toEqual([]);
	expect(await plain.evaluate(() => document.cookie)).toBe('');
	// A browser may lock a frame of another site out of its storage, so the embed is also looked at by itself.
	await page.goto(`${site}/embed/${LINE.id}?theme=dark&numbers=de-DE&years=${LINE.years[1]}-`);
	await page.locator('figure[data-answered-by="memory"]').waitFor();
	expect(await traces(page, context)).toEqual([]);
});

test('scripts stripped: picture and link stand, and lead to the chart', async ({ page }) => {
	await openArticle(page, newsroom.stripped);
	await expect(page.locator('[data-embed] > iframe')).toHaveCount(0);
	const figure = page.locator('figure[data-embed="loader"]');
	await figure.scrollIntoViewIfNeeded();
	await expect(figure.getByRole('link')).toHaveAttribute('href', `${site}/charts/${EMBEDS['loader']}`);
	const picture = figure.getByRole('img');
	await expect(picture).toHaveAttribute('alt', /.+/);
	await expect(picture).toHaveJSProperty('complete', true);
	expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(1000);
	await expect(page.locator('hotline-chart').getByRole('link')).toBeVisible();
	const scriptless = await frameOf(page, 'scriptless');
	await expect(scriptless.locator('svg.panel').first()).toBeVisible();
});

test('a resize loop settles in few messages a change', async ({ page }) => {
	await openArticle(page);
	for (const embed of ['sandboxed', 'loader', 'element', 'first-of-two']) {
		await settledHeight(page, embed);
		for (const width of [1600, 700, 320, 1280]) {
			await takeHeights(page, embed);
			await page.setViewportSize({ width, height: 900 });
			await settledHeight(page, embed);
			await someRounds(page, await frameOf(page, embed));
			const heights = await takeHeights(page, embed);
			expect(heights.length, `${embed} at ${width} px: ${heights.join(' ')}`).toBeLessThan(5);
			if (embed !== 'sandboxed')
				expect(await sidewaysScroll(await frameOf(page, embed)), `${embed} at ${width}`).toBe(0);
		}
	}
});

for (const width of [280, 320]) {
	test(`embeds fit ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width: 400, height: 900 });
		const html = Object.values(EMBEDS).map(
			(id, index) => `<figure data-embed="${index}" data-hotline-chart="${id}" style="margin:0"></figure>`
		);
		const script = '<script src="{SITE}/embed.js" async></script>';
		await noteFrames(page);
		await page.goto(
			newsroom.page(`<!doctype html><div style="width:${width}px">${html.join('')}</div>${script}`)
		);
		for (const [index, embed] of Object.keys(EMBEDS).entries()) {
			const frame = await frameOf(page, String(index));
			await settledHeight(page, String(index));
			expect(await frame.evaluate(() => innerWidth)).toBe(width);
			expect(await sidewaysScroll(frame), embed).toBe(0);
			const { overlapping, cut, small } = await chartFaults(frame);
			expect({ overlapping, cut, small }, embed).toEqual({ overlapping: [], cut: [], small: [] });
		}
	});
}

test('a frame that is hidden at first has its height when it is shown', async ({ page }) => {
	await noteFrames(page);
	await page.goto(newsroom.article);
	const figure = page.locator('[data-embed="hidden"]');
	await figure.evaluate((each) => {
		each.scrollIntoView();
	});
	// By now the loader has given its charts their frames, and the host hears what those tell.
	await settledHeight(page, 'second-of-two');
	await settledHeight(page, 'dark');
	await expect(figure.locator('iframe')).toHaveCount(1);
	expect(await takeHeights(page, 'hidden')).toEqual([]);
	await page.locator('[data-opens="age"]').dispatchEvent('click');
	const height = await settledHeight(page, 'hidden');
	const frame = await frameOf(page, 'hidden');
	expect(height).toBeGreaterThan(300);
	await page.locator('#age').evaluate((panel) => {
		panel.classList.remove('open');
	});
	await heardAll(page, frame);
	await page.locator('[data-opens="age"]').dispatchEvent('click');
	expect(await settledHeight(page, 'hidden')).toBe(height);
	expect((await takeHeights(page, 'hidden')).length).toBeLessThan(5);
});

test.describe('at 400 %', () => {
	test.use({ viewport: { width: 320, height: 225 }, deviceScaleFactor: 4 });

	test('nothing scrolls sideways', async ({ page }) => {
		await openArticle(page);
		for (const embed of Object.keys(EMBEDS)) {
			const frame = await frameOf(page, embed);
			if (TELLING.includes(embed)) await settledHeight(page, embed);
			expect(await sidewaysScroll(frame), embed).toBe(0);
		}
		expect(await sidewaysScroll(page)).toBe(0);
	});
});
