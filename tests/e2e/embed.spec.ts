import fs from 'node:fs';
import path from 'node:path';
import { expect, test, tested, type Page } from './helpers/test.ts';
import { FULL, LARGE, LINE } from './helpers/charts.ts';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import { axeFaults } from './helpers/axe.ts';
import { descriptor } from './helpers/data.ts';
import { TESTED } from './helpers/tested.ts';
import { chartFaults, sidewaysScroll } from './helpers/measures.ts';
import { embedPages, frozenPages } from './helpers/site.ts';
import { traces, watch } from './helpers/watch.ts';

const EMBED = `/embed/${LINE.id}`;
const LARGE_EMBED = `/embed/${LARGE.id}`;

const notices = (page: Page) => page.locator('.notices p');

test.describe('an embed', () => {
	test('is one document: no further request until somebody asks for more', async ({ page, context }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await page.clock.install();
		await page.goto(`${EMBED}?theme=dark&title=off&ground=transparent&utm_source=mail`);
		await page.clock.runFor(60_000);
		expect(asked).toEqual([TESTED + EMBED]);
		await page.locator('.plot').hover();
		await expect(page.locator('.plot')).toHaveAttribute('role', 'application');
		expect(asked.filter((path) => !path.includes(EMBED) && !/\/runtime\.[\w-]+\.js$/.test(path))).toEqual([]);
		expect(await traces(page, context)).toEqual([]);
	});

	test('is read by arrow keys once it has the focus', async ({ page }) => {
		await page.goto(EMBED);
		await page.keyboard.press('Tab');
		await expect(page.locator('.plot')).toHaveAttribute('tabindex', '0');
		await page.locator('.plot').focus();
		await page.keyboard.press('ArrowRight');
		await expect(page.locator('.tooltip')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.locator('.tooltip')).toHaveCount(0);
	});

	test('stays the same picture when its script takes over', async ({ page }) => {
		await page.goto(`/embed/${FULL.id}`);
		const markup = () => page.locator('svg.panel').first().innerHTML();
		const plain = (html: string) => html.replace(/<!--.*?-->/g, '');
		const before = plain(await markup());
		await page.locator('.plot').hover({ position: { x: 1, y: 1 } });
		await expect(page.locator('.plot')).toHaveAttribute('role', 'application');
		expect(plain(await markup())).toBe(before);
	});

	test('names what its address asks for in vain, as text', async ({ page }) => {
		const markup = '<img src=x onerror="document.title=1">';
		const search = new URLSearchParams({
			theme: markup,
			[markup]: 'x',
			years: '2020-2015',
			series: markup,
			numbers: 'xx'
		});
		await page.goto(`${EMBED}?${search.toString()}`);
		await expect(notices(page)).toHaveCount(5);
		expect(await page.locator('.notices *').evaluateAll((all) => all.map((each) => each.tagName))).toEqual(
			Array.from({ length: 5 }, () => 'P')
		);
		await expect(page).toHaveTitle(LINE.title);
		await expect(page.locator('figure svg').first()).toBeVisible();
	});

	test('names two values for one option', async ({ page }) => {
		await page.goto(`${EMBED}?theme=dark&theme=light`);
		await expect(notices(page)).toHaveText(/stands in the address twice/);
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
	});

	test('shows the standard chart where the choice cannot be loaded', async ({ page }) => {
		await page.route('**/runtime.*.js', (route) => route.abort());
		await page.goto(`${EMBED}?years=${LINE.years[0]}-${LINE.years[1]}`);
		await expect(notices(page)).toHaveText(/could not be loaded/);
		await expect(page.locator('h1')).toContainText(LINE.years.at(-1) ?? '?');
	});

	test('writes numbers as asked', async ({ page }) => {
		await page.goto(`${LARGE_EMBED}?numbers=de-DE`);
		await expect(page.locator('h1')).toContainText(/\d\.\d{3}/);
	});

	test('has its headline for those who listen, where it is left out for those who see', async ({ page }) => {
		await page.goto(`${EMBED}?title=off`);
		const box = await page.locator('h1').boundingBox();
		expect(box?.height).toBeLessThan(2);
		await expect(page.locator('figure')).toHaveAccessibleName(/.{12}/);
		await expect(page.locator('[data-note=limits]')).toBeVisible();
	});

	test('opens its links beside the page that it stands in', async ({ page, context }) => {
		await page.goto(EMBED);
		const opened = context.waitForEvent('page');
		await page.getByRole('link', { name: 'This chart with data and notes' }).click();
		await expect(await opened).toHaveURL(new RegExp(`/charts/${LINE.id}$`));
	});

	test('that is not there says so in the frame, with its own status', async ({ page }) => {
		const response = await page.goto('/embed/nothing-here');
		expect(response?.status()).toBe(404);
		await expect(page.locator('h1')).toHaveText('There is no chart at this address');
		await expect(page.locator('header')).toHaveCount(0);
	});

	test('tells WordPress its height in the shape that WordPress knows', async ({ page, baseURL }) => {
		await page.goto('/data');
		const told = await page.evaluate(
			(address) =>
				new Promise((resolve) => {
					addEventListener('message', ({ data }: MessageEvent<{ secret?: string }>) => {
						if (data.secret) resolve(data);
					});
					const frame = document.createElement('iframe');
					frame.src = address;
					document.body.prepend(frame);
				}),
			`${baseURL}${EMBED}#?secret=aB3dE6gH9j`
		);
		expect(told).toMatchObject({ message: 'height', secret: 'aB3dE6gH9j' });
		expect((told as { value: number }).value).toBeGreaterThan(300);
	});
});

for (const address of embedPages()) {
	test(`from 280 to 1,200 px: ${address}`, async ({ page, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		const none = { missing: [], small: [], cut: [], overlapping: [] };
		await page.setViewportSize({ width: 1200, height: 900 });
		await page.goto(address);
		expect.soft(await axeFaults(page)).toEqual([]);
		for (const width of [1200, 640, 280]) {
			await page.setViewportSize({ width, height: 900 });
			expect.soft(await chartFaults(page), `at ${width} px`).toEqual(none);
			expect.soft(await sidewaysScroll(page), `at ${width} px`).toBe(0);
		}
		expect(seen.faults).toEqual([]);
		expect(seen.requests).toEqual([new URL(tested(address), baseURL).href]);
		const file = path.join(buildFolder(), `${address}.html.br`);
		expect(fs.statSync(file).size).toBeLessThan(40_000);
	});
}

test('a frozen embed of the current version has the same chart as the live one', () => {
	const chartOf = (address: string) => {
		const html = fs.readFileSync(path.join(buildFolder(), `${address}.html`), 'utf8');
		// Links to the site begin one folder higher from a frozen embed.
		return /<figure[^]*<\/figure>/.exec(html)?.[0].replaceAll(/href="(?:\.\.\/)+/g, 'href="');
	};
	const frozen = frozenPages().filter((address) => address.startsWith(`/embed/v${descriptor.version}/`));
	expect(frozen.length).toBe(embedPages().length);
	for (const address of frozen) {
		const live = chartOf(address.replace(/\/v[^/]+/, ''));
		expect(live).toBeTruthy();
		expect(chartOf(address)).toBe(live);
	}
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('an embed has its marks, its notes, its table and its link', async ({ page }) => {
		await page.goto(`${EMBED}?theme=dark&years=${LINE.years[0]}-${LINE.years[1]}`);
		await expect(page.locator('svg.panel .dots path').first()).toBeVisible();
		await expect(page.locator('[data-note=limits]')).toBeVisible();
		await page.getByText('Table of these figures').click();
		const newest = LINE.rows.findLast(({ value }) => value !== null)?.value?.toLocaleString('en-US') ?? '?';
		await expect(page.locator('td', { hasText: newest }).first()).toBeVisible();
		await expect(page.locator('.about').last()).toContainText('Version');
	});
});
