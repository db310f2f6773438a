import { expect, test, type Frame, type Page } from './helpers/test.ts';
import { FULL } from './helpers/charts.ts';
import { openNewsroom, type Newsroom } from './helpers/newsroom.ts';

const SITE = process.env.SITE_URL ?? '';
const CHART = FULL.id;

let newsroom: Newsroom;

test.beforeAll(async () => {
	newsroom = await openNewsroom(SITE);
});

test.afterAll(() => newsroom.close());

const frameOf = (path: string) => `<iframe src="${SITE}${path}" title="Chart"></iframe>`;
const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Pages that can hold a frame; all but the first have no web origin of their own. */
const PARENTS: Record<string, (page: Page, html: string) => Promise<unknown>> = {
	'another site': (page, html) => page.goto(newsroom.page(`<!doctype html>${html}`)),
	'a preview in a sandbox': (page, html) =>
		page.goto(
			newsroom.page(
				`<!doctype html><iframe sandbox="allow-scripts" title="Preview" srcdoc="${escaped(html)}"></iframe>`
			)
		),
	'a view of an app': (page, html) => page.setContent(html)
};

/** The frame that shows the path, once its document has come, be it an error's. */
async function shownIn(page: Page, path: string): Promise<Frame | undefined> {
	const found = () => page.frames().find((frame) => frame.url() === SITE + path);
	await expect.poll(() => found() !== undefined).toBe(true);
	return found();
}

for (const [name, open] of Object.entries(PARENTS)) {
	test(`${name} can show an embed`, async ({ page }) => {
		await open(page, frameOf(`/embed/${CHART}`));
		const frame = await shownIn(page, `/embed/${CHART}`);
		expect(frame).toBeDefined();
		await expect(frame?.locator(`figure[data-chart="${CHART}"]`) ?? page.locator('none')).toBeAttached();
	});

	test(`${name} can show no page`, async ({ page }) => {
		const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
		await open(page, frameOf(`/charts/${CHART}`));
		await refused;
		for (const frame of page.frames()) await expect(frame.locator('figure[data-chart]')).toHaveCount(0);
	});
}

test('a frame whose chart is not there says so', async ({ page }) => {
	await page.goto(newsroom.page(`<!doctype html>${frameOf('/embed/no-such-chart')}`));
	const frame = page.frameLocator('iframe');
	await expect(frame.locator('h1')).toBeVisible();
	await expect(frame.locator('figure[data-chart]')).toHaveCount(0);
});
