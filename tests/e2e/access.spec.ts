import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './helpers/test.ts';
import { FULL, charts } from './helpers/charts.ts';
import { TESTED } from './helpers/tested.ts';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import {
	coveredFocus,
	cutWords,
	movingParts,
	smallTargets,
	spaceText,
	tableFaults
} from './helpers/access.ts';
import { faintMarks, sidewaysScroll, touchingMarks, withoutLetters } from './helpers/measures.ts';
import { saveData, takenOver } from './helpers/saveData.ts';
import { chartPages, oneOfEachKind, otherLanguages, sitePages } from './helpers/site.ts';
import { walkByTab } from './helpers/walk.ts';

const ONE_CHART = FULL.address;
/** A map, where the package has places. */
const ONE_MAP = charts.find(({ mark }) => mark === 'map')?.address ?? ONE_CHART;

/** Those of some pages that the package has. */
function only(...addresses: string[]): string[] {
	return addresses.filter((address) => sitePages().includes(address));
}

/** Pages of charts alone are made alike: the fullest stands for them. */
const ALIKE = ['/trends', '/types', '/channels', '/world'];
const PAGES = [
	...oneOfEachKind().filter((address) => !ALIKE.includes(address)),
	...['/explore/sql', ...only('/places/compare'), ONE_CHART, `/embed/${FULL.id}`],
	// Words of another language may be longer.
	...otherLanguages().flatMap((path) => ['/', ONE_CHART, '/explore', '/help'].map((page) => path + page))
];

for (const address of new Set(PAGES)) {
	test(`tables, targets, stillness, text spacing and direction: ${address}`, async ({ page }) => {
		// For readers who have nothing against motion there is none either.
		await page.emulateMedia({ reducedMotion: 'no-preference' });
		await page.setViewportSize({ width: 320, height: 800 });
		await page.goto(address);
		await expect(page.locator('h1')).toHaveCount(1);
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('details')) details.open = true;
		});
		expect.soft(await tableFaults(page), 'tables have a caption, headers a scope').toEqual([]);
		expect.soft(await movingParts(page), 'nothing moves').toEqual([]);
		expect.soft(await smallTargets(page), 'targets of 24 px').toEqual([]);
		expect.soft(await sidewaysScroll(page), 'all unfolded').toBe(0);
		await page.evaluate(() => (document.documentElement.dir = 'rtl'));
		expect.soft(await sidewaysScroll(page), 'right to left').toBe(0);
		await page.evaluate(() => (document.documentElement.dir = 'ltr'));
		await spaceText(page);
		expect.soft(await cutWords(page), 'wide text at 320 px').toEqual([]);
		// Words drawn in a plot may reach over its edge; they stand in the table as well.
		await withoutLetters(page);
		expect.soft(await sidewaysScroll(page), 'wide text scrolls no page').toBe(0);
	});
}

test('from right to left, words begin on the right and plots stay as they are', async ({ page }) => {
	await page.goto(ONE_CHART);
	const plot = page.locator('svg.panel').first();
	const ends = () =>
		plot.evaluate((svg) => {
			const { left } = svg.getBoundingClientRect();
			return [...svg.querySelectorAll('text')]
				.filter((text) => text.checkVisibility() && text.getBoundingClientRect().width)
				.map((text) => Math.round(text.getBoundingClientRect().left - left));
		});
	const before = await ends();
	await page.evaluate(() => (document.documentElement.dir = 'rtl'));
	expect(await ends()).toEqual(before);
	await page.keyboard.press('Tab');
	for (const words of [page.locator('a[href="#main"]'), page.locator('h1')]) {
		const gap = await words.evaluate((element) => {
			const range = document.createRange();
			range.selectNodeContents(element);
			const box = range.getBoundingClientRect();
			return [box.left, document.documentElement.clientWidth - box.right];
		});
		expect(gap[0], 'more room on the left than on the right').toBeGreaterThan(gap[1] ?? 0);
	}
	await page.locator('.table summary').click();
	const [first, last] = await page
		.locator('.table thead th')
		.evaluateAll((heads) => [heads[0], heads.at(-1)].map((head) => head?.getBoundingClientRect().left ?? 0));
	expect(first, 'the first column is on the right').toBeGreaterThan(last ?? 0);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`marks are told apart, also in forced colors: ${colorScheme}`, async ({ page }) => {
		for (const address of only('/types', '/places', '/world', '/channels')) {
			await page.emulateMedia({ colorScheme, forcedColors: 'none' });
			await page.goto(address);
			expect.soft(await touchingMarks(page), address).toEqual([]);
			await page.emulateMedia({ colorScheme, forcedColors: 'active' });
			expect.soft(await faintMarks(page), `${address}, forced colours`).toEqual([]);
			expect.soft(await touchingMarks(page), `${address}, forced colours`).toEqual([]);
		}
		await page.locator('select').first().focus();
		await page.keyboard.press('Tab');
		const ring = await page.evaluate(() => {
			const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
			return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
		});
		expect(ring, 'the focus is seen in forced colours').toBe(true);
	});
}

// 1280 x 960 at 400 % is 320 x 240.
for (const [width, height] of [
	[1280, 800],
	[320, 240]
] as const) {
	test(`nothing covers the focus, there and back, at ${width} x ${height}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.goto(ONE_CHART);
		await expect(page.locator('[data-use=theme]')).toBeEnabled();
		for (const key of ['Tab', 'Shift+Tab']) {
			const faults: string[] = [];
			let stops = 0;
			for (; stops < 90; stops += 1) {
				await page.keyboard.press(key);
				const stop = await coveredFocus(page);
				if (!stop && stops > 2) break;
				if (stop?.fault) faults.push(`${stop.name}: ${stop.fault}`);
			}
			expect.soft(faults, key).toEqual([]);
			expect(stops).toBeGreaterThan(20);
		}
	});
}

test('a walk by Tab through a map, its table and the panel for embeds: each stop has a name and is seen', async ({
	page
}) => {
	await saveData(page);
	await page.goto(ONE_MAP);
	await takenOver(page);
	await page.keyboard.press('Shift');
	await expect(page.locator('.plot:not([tabindex="0"])')).toHaveCount(0);
	await page
		.locator('figure details')
		.evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
	const { stops, charts, faults } = await walkByTab(page);
	expect(faults).toEqual([]);
	expect(charts).toBe(1);
	expect(stops, 'stops').toBeGreaterThan(30);
});

test('every chart has a name that tells what it shows, and notes with the limits', () => {
	for (const address of chartPages()) {
		const html = fs.readFileSync(path.join(buildFolder(), TESTED, `${address}.html`), 'utf8');
		const pictures = [...html.matchAll(/<svg class="panel[^>]*>/g)].map(([tag]) => tag);
		expect(pictures.length, address).toBeGreaterThan(0);
		const title = /<h1[^>]*>(?:<!--.*?-->)*([^<]+)/.exec(html)?.[1]?.trim() ?? '?';
		for (const tag of pictures) {
			expect(tag, address).toContain('role="img"');
			const name = /aria-label="([^"]*)"/.exec(tag)?.[1] ?? '';
			expect(name.length, `${address}: ${name}`).toBeGreaterThan(12);
			expect(name, address).toContain(title);
			const notes = /aria-describedby="([^"]*)"/.exec(tag)?.[1] ?? '?';
			const from = html.indexOf(`id="${notes}"`);
			expect(from, `${address}: notes`).toBeGreaterThan(0);
			const words = html.slice(from, html.indexOf('<table', from)).replace(/<!--.*?-->/g, '');
			expect(words, address).toMatch(/<b>Limits\.\s*<\/b>/);
		}
		// What is in several pictures is told once more as one text.
		const told = pictures.length > 1 ? /<p class="visually-hidden">([^<]{40,})/.exec(html)?.[1] : pictures[0];
		expect(told, `${address}: a description with figures`).toMatch(/\d/);
	}
});
