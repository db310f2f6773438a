import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type BrowserContext, type Page } from './helpers/test.ts';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import { LINE } from './helpers/charts.ts';
import { COUNTRIES } from './helpers/lines.ts';
import { embedPages, everyPage, otherLanguages } from './helpers/site.ts';

const BEFORE = 'https://before.test/';
const CHOICE = 'form[data-filters] select';
const FIRST = ['/types', '/channels'].find((address) => everyPage().includes(address)) ?? '/charts';

/** Answers for the other sites of a walk; what is asked of them is noted. */
async function elsewhere(context: BrowserContext, delay?: Promise<void>): Promise<Record<string, string>[]> {
	const asked: Record<string, string>[] = [];
	await context.route(/^https:/, async (route) => {
		if (route.request().url() !== BEFORE) {
			asked.push(await route.request().allHeaders());
			await delay;
		}
		await route.fulfill({ contentType: 'text/html', body: '<title>x</title><p>Elsewhere</p>' });
	});
	return asked;
}

async function open(page: Page, address: string): Promise<string> {
	await page.goto(address);
	await expect(page.locator('[data-setting="fewer-traces"]').first()).toBeEnabled();
	return (await page.locator('[data-exit]').getAttribute('href')) ?? '';
}

const isHere = (page: Page, baseURL: string | undefined) => page.url().startsWith(baseURL ?? '-');

async function threeShifts(page: Page): Promise<void> {
	for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
}

const BLANK = { page: 'none', overlay: 'alert', covers: true };
const SHOWN = { page: 'block', covers: false };

/**
 * Clicks the exit link; what is seen in the same moment, when the page loads to its end meanwhile, and when it is
 * come back to. All at once, for nothing else can be asked of a page that is about to leave.
 */
const clickExit = (page: Page) =>
	page.locator('[data-exit]').evaluate((link: HTMLElement) => {
		const seen = () => {
			const [root, overlay] = ['root', 'exit-overlay'].map((id) => document.getElementById(id));
			const { width, height } = overlay?.getBoundingClientRect() ?? { width: 0, height: 0 };
			return {
				page: root?.checkVisibility() ? 'block' : 'none',
				overlay: overlay?.getAttribute('role'),
				said: overlay?.textContent,
				covers: width >= innerWidth && height >= innerHeight
			};
		};
		const seenWhenShown = (persisted: boolean) => {
			window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
			return seen();
		};
		link.click();
		return [seen(), seenWhenShown(false), seenWhenShown(true)];
	});

test('a click blanks the page in the same frame, and takes its place in the history', async ({ context }) => {
	let answer = () => {};
	const asked = await elsewhere(context, new Promise<void>((resolve) => (answer = resolve)));
	const page = await context.newPage();
	await page.goto(BEFORE);
	const target = await open(page, FIRST);
	expect(target).toMatch(/^https:\/\/[^?#]+$/);
	if (await page.locator(CHOICE).count()) {
		await page.locator(CHOICE).first().selectOption({ index: 1 });
		await expect(page).toHaveURL(/\?/);
	}
	const blank = { ...BLANK, said: 'Loading.' };
	expect(await clickExit(page)).toEqual([blank, blank, SHOWN]);
	// The other site takes its time.
	await expect.poll(() => asked.length).toBe(1);
	expect(Object.keys(asked[0] ?? {})).not.toContain('referer');
	answer();
	await expect(page).toHaveURL(target);
	await page.goBack();
	expect(page.url()).toBe(BEFORE);
});

test('a click and Shift do so before the scripts of the site are there, and where it has none', async ({
	context,
	baseURL
}) => {
	await elsewhere(context);
	await context.route(/\/_app\/.*\.js$/, () => {});
	const page = await context.newPage();
	for (const address of ['', ...otherLanguages()].flatMap((path) => [
		`${path}${FIRST}`,
		`${path}/no/such-page`
	])) {
		await page.goto(BEFORE);
		await page.goto(address, { waitUntil: 'commit' });
		const target = (await page.locator('[data-exit]').getAttribute('href')) ?? '';
		expect(await clickExit(page), address).toMatchObject([BLANK, BLANK, SHOWN]);
		await expect(page).toHaveURL(target);
		await page.goBack();
		expect(page.url(), address).toBe(BEFORE);

		await page.goto(address, { waitUntil: 'commit' });
		const said = page.locator('[data-exit-bar] [role="status"]');
		await expect(page.locator('footer [data-setting="exit-shift"]')).toBeEnabled();
		await page.locator('footer [data-setting="exit-shift"]').uncheck();
		await threeShifts(page);
		await expect(said).toHaveText('');
		expect(isHere(page, baseURL), address).toBe(true);
		await page.locator('footer [data-setting="exit-shift"]').check();
		await page.keyboard.press('Shift');
		await expect(said).toHaveText(/: .* 2 /);
		for (const press of ['Shift', 'Shift']) await page.keyboard.press(press);
		await expect(page, address).toHaveURL(target);
		await page.goBack();
		expect(page.url(), address).toBe(BEFORE);
	}
});

test('places within a page leave nothing behind: Back leads out of the site', async ({ context }) => {
	await elsewhere(context);
	const page = await context.newPage();
	for (const [address, place] of [
		...(COUNTRIES.length > 1 ? ([['/help', 'main a[href^="#"]']] as const) : []),
		['/safety', 'a[href="#main"]'],
		[LINE.address, 'main a[href^="#"]']
	] as const) {
		await page.goto(BEFORE);
		const target = await open(page, address);
		const link = page.locator(place).first();
		const hash = (await link.getAttribute('href')) ?? '';
		await link.focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL((url) => url.hash === hash);
		await expect(page.locator(hash)).toBeInViewport();
		await page.locator('[data-exit]').click();
		await expect(page).toHaveURL(target);
		await page.goBack();
		expect(page.url(), address).toBe(BEFORE);
	}
});

test('after two pages Back shows the first; with fewer traces it leads out of the site', async ({
	context,
	baseURL
}) => {
	await elsewhere(context);
	const page = await context.newPage();
	await page.goto(BEFORE);
	const target = await open(page, FIRST);
	const walk = async (name: string) => {
		await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
		await expect(page.locator('h1')).toHaveText(name);
	};
	await walk('Trends');
	await threeShifts(page);
	await expect(page).toHaveURL(target);
	await page.goBack();
	await expect(page).toHaveURL(`${baseURL}${FIRST}`);
	await expect(page.locator('h1')).toBeVisible();
	await expect(page.locator('#exit-overlay')).toHaveCount(0);

	await page.locator('footer [data-setting="fewer-traces"]').check();
	await walk('Trends');
	if (await page.locator(CHOICE).count()) {
		await page.locator(CHOICE).first().selectOption({ index: 1 });
		await expect(page).toHaveURL(/\/trends\?/);
	}
	await walk('Data');
	await page.locator('[data-exit]').click();
	await expect(page).toHaveURL(target);
	await page.goBack();
	expect(page.url()).toBe(BEFORE);
});

test('Shift counts alone, where nothing is written, and can be switched off', async ({
	context,
	baseURL
}) => {
	await elsewhere(context);
	const page = await context.newPage();
	const target = await open(page, '/explore/sql');
	const said = page.locator('[data-exit-bar] [role="status"]');
	const editor = page.locator('.cm-content').first();
	await editor.click();
	await page.keyboard.type('ABC');
	await threeShifts(page);
	await page.locator('h1').click();
	for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+A');
	await expect(said).toHaveText('');
	await page.keyboard.press('Shift');
	await expect(said).toHaveText('Shift: press 2 more times to exit.');
	await page.keyboard.press('Shift');
	await expect(said).toHaveText('Shift: press 1 more time to exit.');
	await page.keyboard.press('x');
	await expect(said).toHaveText('The presses of Shift are forgotten.');
	const choice = page.locator('footer [data-setting="exit-shift"]');
	await choice.uncheck();
	await threeShifts(page);
	await expect(page.locator('#exit-overlay')).toHaveCount(0);
	expect(isHere(page, baseURL)).toBe(true);

	await open(page, '/charts');
	await page.getByRole('searchbox').first().fill('');
	await page.getByRole('searchbox').first().pressSequentially('TYPE');
	await threeShifts(page);
	expect(isHere(page, baseURL)).toBe(true);
	await page.locator('h1').click();
	await threeShifts(page);
	await expect(page).toHaveURL(target);
});

test('focus and places of a page come to rest below the strip, at 400 % of zoom too', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 256 });
	await open(page, FIRST);
	const strip = await page.locator('[data-exit-bar]').evaluate((bar) => bar.getBoundingClientRect().height);
	expect(strip).toBeLessThan(64);
	await page.locator('footer a').last().focus();
	const covered: string[] = [];
	for (let press = 0; press < 40; press += 1) {
		await page.keyboard.press('Shift+Tab');
		covered.push(
			...(await page.evaluate((below) => {
				const { activeElement: element } = document;
				if (!element || element === document.body || element.closest('[data-exit-bar]')) return [];
				const { top, height } = element.getBoundingClientRect();
				return top < below && height < 150 ? [element.outerHTML.slice(0, 90)] : [];
			}, strip))
		);
	}
	expect(covered).toEqual([]);
	const exit = page.locator('[data-exit]');
	await page.mouse.wheel(0, 600);
	await expect(exit).toBeInViewport({ ratio: 1 });
	const box = await exit.boundingBox();
	expect(box?.height).toBeGreaterThanOrEqual(44);
	const onTop = ([x, y]: [number, number]) =>
		document.elementFromPoint(x, y)?.closest('[data-exit]') !== null;
	for (const [x, y] of [
		[(box?.x ?? 0) + 4, (box?.y ?? 0) + 4],
		[(box?.x ?? 0) + (box?.width ?? 0) - 4, (box?.y ?? 0) + (box?.height ?? 0) - 4]
	] as [number, number][]) {
		expect(await page.evaluate(onTop, [x, y] as [number, number])).toBe(true);
	}
	await page.goto('/safety#choices');
	const top = await page.locator('#choices').evaluate((place) => place.getBoundingClientRect().top);
	expect(top).toBeGreaterThanOrEqual(strip);
	await page.emulateMedia({ media: 'print' });
	await expect(exit).toBeHidden();
});

test('stands first on every page, and in no frame', () => {
	const read = (address: string) =>
		fs.readFileSync(path.join(buildFolder(), address === '/' ? 'index.html' : `${address}.html`), 'utf8');
	const first = (html: string) => /<a\b[^>]*>/.exec(html)?.[0] ?? '';
	for (const address of [...everyPage(), '/404']) {
		const link = first(read(address));
		expect(link, address).toMatch(/data-exit\b/);
		expect(link, address).toContain('rel="nofollow noreferrer"');
	}
	for (const address of embedPages()) expect(read(address), address).not.toContain('data-exit');
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('leaves by a plain link', async ({ context }) => {
		const asked = await elsewhere(context);
		const page = await context.newPage();
		await page.goto('/safety');
		await expect(page.locator('main noscript p')).toBeVisible();
		const exit = page.locator('[data-exit]');
		const target = (await exit.getAttribute('href')) ?? '';
		await page.keyboard.press('Tab');
		await expect(exit).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(target);
		expect(Object.keys(asked[0] ?? {})).not.toContain('referer');
		// As the page about safety says.
		await page.goBack();
		await expect(page).toHaveURL(/\/safety$/);
		await expect(page.locator('h1')).toBeVisible();
	});
});
