import { expect, test, type Page } from './helpers/test.ts';
import { LINE, charts } from './helpers/charts.ts';
import { sidewaysScroll } from './helpers/measures.ts';
import {
	frameOf,
	framesLoaded,
	heardAll,
	noteFrames,
	openNewsroom,
	settledHeight,
	takeHeights,
	type Newsroom
} from './helpers/newsroom.ts';

let newsroom: Newsroom;
let site: string;

test.beforeAll(async ({ baseURL }) => {
	site = baseURL ?? '';
	newsroom = await openNewsroom(site);
});

test.afterAll(() => newsroom.close());

/** Opens a page of the newsroom's with nothing but some HTML. */
async function openPage(page: Page, html: string): Promise<void> {
	await noteFrames(page);
	await page.goto(newsroom.page(`<!doctype html><html lang="en"><title>A page</title><body>${html}`));
}

const ONE = LINE.id;
const OTHER = charts.find(({ id, mark }) => id !== ONE && mark === 'line')?.id ?? ONE;

const FIGURE = `<figure data-embed="one" data-hotline-chart="${ONE}">
	<a href="{SITE}/charts/${ONE}">Signals by year</a></figure>`;
const LOADER = '<script src="{SITE}/embed.js" async></script>';
const FORGED = { type: 'hotline-chart:height', version: 1, id: ONE, height: 500 };

test('two embeds of one chart have each their own height', async ({ page }) => {
	await openPage(
		page,
		`<div style="width:300px">${FIGURE}</div>
		<div style="width:900px">${FIGURE.replace('"one"', '"two"')}</div>${LOADER}`
	);
	const narrow = await settledHeight(page, 'one');
	const wide = await settledHeight(page, 'two');
	expect(narrow).toBeGreaterThan(wide + 20);
	expect(await settledHeight(page, 'one')).toBe(narrow);
});

test('heights by other windows, of other shapes or beyond measure change nothing', async ({ page }) => {
	await openPage(page, `${FIGURE}<iframe id="stranger" srcdoc="A stranger"></iframe>${LOADER}`);
	const height = await settledHeight(page, 'one');
	const good = { ...FORGED, height: 3000 };
	const stranger = await (await page.locator('#stranger').elementHandle())?.contentFrame();
	await page.evaluate((message) => {
		postMessage(message, '*');
		dispatchEvent(new MessageEvent('message', { data: message }));
		dispatchEvent(new MessageEvent('message', { data: message, source: window }));
	}, good);
	if (!stranger) throw new Error('There is no stranger.');
	await stranger.evaluate((message) => parent.postMessage(message, '*'), good);
	const frame = await frameOf(page, 'one');
	await frame.evaluate((message) => {
		const heights = [NaN, Infinity, -Infinity, -500, 0, '3000', null, undefined, [3000], { px: 3000 }];
		for (const each of heights) parent.postMessage({ ...message, height: each }, '*');
		for (const each of [null, 3000, '3000', [], { height: 3000 }, { ...message, type: 'height' }])
			parent.postMessage(each, '*');
		parent.postMessage({ ...message, version: 2 }, '*');
	}, good);
	for (const speaker of [page, stranger, frame]) await heardAll(page, speaker);
	expect((await page.locator('figure iframe').boundingBox())?.height).toBe(height);
	await expect(page.locator('#stranger')).toHaveCSS('height', '150px');

	for (const [told, taken] of [
		[1e9, 5000],
		[3, 100],
		[612.2, 613]
	]) {
		await frame.evaluate((message) => parent.postMessage(message, '*'), { ...good, height: told });
		await expect(page.locator('figure iframe')).toHaveCSS('height', `${taken}px`);
	}
});

/** Opens a page with a chart whose frame loads something that is no chart. */
async function openSilent(page: Page): Promise<void> {
	await page.route(`**/embed/${ONE}`, (route) =>
		route.fulfill({ contentType: 'text/html', body: '<title>Silent</title>' })
	);
	await openPage(page, FIGURE + LOADER);
	await expect(page.locator('figure iframe')).toHaveCount(1);
	await framesLoaded(page, 1);
}

test('a frame that is no chart is never seen, and goes after a while', async ({ page }) => {
	await page.clock.install();
	await openSilent(page);
	await page.clock.runFor(8000);
	await expect(page.locator('figure a')).toBeVisible();
	await expect(page.locator('figure iframe')).toHaveCSS('opacity', '0');
	await page.clock.runFor(8000);
	await expect(page.locator('figure iframe')).toHaveCount(0);
	await expect(page.locator('figure a')).toBeVisible();
});

test('a forged height does not reveal a frame that is no chart', async ({ page }) => {
	await openSilent(page);
	await page.evaluate((message) => postMessage(message, '*'), FORGED);
	await page.locator('figure').evaluate((figure, message) => {
		figure.remove();
		// A frame outside the page has no window, and this message comes from none.
		dispatchEvent(new MessageEvent('message', { data: message }));
		document.body.prepend(figure);
	}, FORGED);
	await heardAll(page, page);
	await framesLoaded(page, 2);
	await expect(page.locator('figure a')).toBeVisible();
	await expect(page.locator('figure iframe')).toHaveCSS('opacity', '0');
	const frame = await (await page.locator('figure iframe').elementHandle())?.contentFrame();
	await frame?.evaluate((message) => parent.postMessage(message, '*'), FORGED);
	await expect(page.locator('figure iframe')).toHaveCSS('opacity', '1');
});

test('a notice about a chart takes the place of a picture of it', async ({ page }) => {
	const notice = `<body>Withdrawn<script>parent.postMessage(${JSON.stringify(FORGED)}, '*')</script>`;
	await page.route(`**/embed/v1.0.0/${ONE}`, (route) =>
		route.fulfill({ contentType: 'text/html', body: notice })
	);
	await openPage(page, FIGURE.replace('data-embed', 'data-version="1.0.0" data-embed') + LOADER);
	await expect(page.locator('figure iframe')).toHaveCSS('opacity', '1');
	await expect(page.locator('figure a')).toBeHidden();
});

test('unknown charts, and IDs and versions that are none, leave the placeholder as it is', async ({
	page
}) => {
	const warnings: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'warning') warnings.push(message.text());
	});
	const figures = ['"no-such-chart"', '"../data"', '"&lt;b&gt;"', '""', `"${ONE}" data-version="new"`];
	const asked = page.waitForRequest('**/embed/no-such-chart');
	await openPage(
		page,
		figures
			.map((id) => `<figure data-embed data-hotline-chart=${id}><a href="{SITE}">A chart</a></figure>`)
			.join('') + LOADER
	);
	await expect.poll(() => warnings.length).toBe(4);
	// The one frame that was made tells that it has no chart, and goes without a trace.
	await asked;
	await expect(page.locator('iframe')).toHaveCount(0, { timeout: 12_000 });
	for (const link of await page.locator('figure a').all()) await expect(link).toBeVisible();
	const boxes = await page.locator('figure').evaluateAll((all) => all.map((each) => each.clientHeight));
	expect(Math.min(...boxes)).toBeGreaterThan(10);
});

test('a frame that was there before the loader gets its height from it', async ({ page }) => {
	await openPage(
		page,
		`<style>* { box-sizing: border-box }</style>
		<iframe data-embed="one" src="{SITE}/embed/${ONE}" title="Signals" width="600" height="200"></iframe>`
	);
	await expect.poll(() => takeHeights(page, 'one')).not.toEqual([]);
	expect((await page.locator('iframe').boundingBox())?.height).toBeLessThan(210);
	await page.addScriptTag({ url: `${site}/embed.js` });
	expect(await settledHeight(page, 'one')).toBeGreaterThan(300);
});

test('a frame below the screen has its height before anybody scrolls to it', async ({ page }) => {
	await openPage(page, `<div style="height: 1500px"></div>${FIGURE}${LOADER}`);
	const frame = page.locator('figure iframe');
	await expect(frame).toHaveCSS('opacity', '1');
	expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a loader that stands in a page several times makes one frame a placeholder', async ({ page }) => {
	await openPage(page, LOADER + FIGURE + LOADER + FIGURE.replace('"one"', '"two"') + LOADER);
	await settledHeight(page, 'two');
	await expect(page.locator('iframe')).toHaveCount(2);
	await page.evaluate(
		(html) => {
			document.body.insertAdjacentHTML('beforeend', html);
		},
		FIGURE.replace('"one"', '"three"').replace('{SITE}', site)
	);
	await expect(page.locator('iframe')).toHaveCount(2);
	await page.addScriptTag({ url: `${site}/embed.js` });
	await settledHeight(page, 'three');
	await expect(page.locator('iframe')).toHaveCount(3);
	const pollution = await page.evaluate(() =>
		Object.keys(window).filter((name) => /hotline|embed/i.test(name))
	);
	expect(pollution).toEqual([]);
});

test('the charts of another site, whose loader is not in the page, are left alone', async ({ page }) => {
	const ours = FIGURE.replace('"one"', '"ours"');
	await openPage(page, FIGURE.replace('{SITE}', 'https://hotline.example') + ours + LOADER);
	await settledHeight(page, 'ours');
	const theirs = page.locator('[data-embed="one"]');
	await expect(theirs.locator('iframe')).toHaveCount(0);
	await expect(theirs.locator('a')).toBeVisible();
});

test('the element follows its attributes, and leaves nothing behind', async ({ page }) => {
	await openPage(
		page,
		`<hotline-chart data-embed="one" chart="${ONE}">Signals, <b>by year</b></hotline-chart>${LOADER}`
	);
	await settledHeight(page, 'one');
	const element = page.locator('hotline-chart');
	await expect(element.getByText('by year')).toBeHidden();
	await expect(element.getByText('Signals,')).toBeHidden();
	await element.evaluate((each, chart) => {
		each.setAttribute('theme', 'dark');
		each.setAttribute('chart', chart);
	}, OTHER);
	await expect(element.locator('iframe')).toHaveAttribute('src', `${site}/embed/${OTHER}?theme=dark`);
	await settledHeight(page, 'one');
	await element.evaluate((each) => {
		each.setAttribute('chart', 'NONE');
	});
	await expect(element.locator('iframe')).toHaveCount(0);
	await expect(element.getByText('by year')).toBeVisible();
	await element.evaluate((each, chart) => each.setAttribute('chart', chart), ONE);
	await settledHeight(page, 'one');
	const left = await element.evaluate((each) => {
		each.remove();
		return each.querySelectorAll('iframe, [hidden]').length;
	});
	expect(left).toBe(0);
});

test('an element made by a script, later and in a shadow tree, has its height too', async ({ page }) => {
	await openPage(page, `<div id="host"></div>${LOADER}`);
	await page.waitForFunction(() => customElements.get('hotline-chart'));
	await page.evaluate((chart) => {
		const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' });
		const element = document.createElement('hotline-chart');
		element.setAttribute('chart', chart);
		shadow?.append(element);
	}, ONE);
	const frame = page.locator('hotline-chart iframe');
	await expect(frame).toHaveCSS('opacity', '1');
	expect((await frame.boundingBox())?.height).not.toBe(480);
});

test('the address of the site is the folder that the loader comes from', async ({ page }) => {
	const asked: string[] = [];
	const loader = await (await page.request.get(`${site}/embed.js`)).text();
	await page.route('https://hotline.example/**', async (route) => {
		const { pathname } = new URL(route.request().url());
		asked.push(pathname);
		const isLoader = pathname.endsWith('.js');
		await route.fulfill({
			contentType: isLoader ? 'text/javascript' : 'text/html',
			body: isLoader ? loader : 'x'
		});
	});
	await openPage(
		page,
		`<figure data-hotline-chart="${ONE}"></figure><script src="https://hotline.example/a/b/embed.js?1"></script>`
	);
	await expect.poll(() => asked).toEqual(['/a/b/embed.js', `/a/b/embed/${ONE}`]);
});

test('a frame of 50 px can be read by scrolling', async ({ page }) => {
	await openPage(
		page,
		`<iframe data-embed="one" src="{SITE}/embed/${ONE}" title="Signals" width="320" height="50"></iframe>`
	);
	const frame = await frameOf(page, 'one');
	const limits = frame.locator('[data-notes]');
	await limits.scrollIntoViewIfNeeded();
	await expect(limits).toBeInViewport();
	await page.locator('iframe').hover();
	await page.mouse.wheel(0, -100_000);
	await expect(frame.locator('[data-site-notice], h1').first()).toBeInViewport();
	expect(await sidewaysScroll(frame)).toBe(0);
});
