import { expect, test, type Page } from './helpers/test.ts';
import { STACKED } from './helpers/charts.ts';
import { sitePages } from './helpers/site.ts';

const CHART = STACKED.address;
/** A page of charts, with a filter where there is one. */
const PAGE = ['/types', '/people', '/channels'].find((address) => sitePages().includes(address)) ?? '/trends';

/** What a figure of the columns is told with: its period, its part, and its number where it has one. */
function told({ query, rows }: typeof STACKED) {
	const [along = '', parts = ''] = query.dimensions;
	const periods = [...new Set(rows.map((row) => row.key[along]))];
	return {
		periods: periods.map(String),
		of: (at: number) => rows.filter((row) => row.key[along] === periods[at]),
		words: (row: (typeof rows)[number]) => [
			row.labels[along] ?? '',
			row.labels[parts] ?? '',
			row.value === null ? 'withheld' : row.value.toLocaleString('en-US')
		]
	};
}

async function tabTo(page: Page, selector: string): Promise<number> {
	for (let presses = 1; presses < 80; presses += 1) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector))
			return presses;
	}
	throw new Error(`Tab never came to ${selector}.`);
}

test('the first stop leaves the site, the next skips to the figures', async ({ page }) => {
	await page.goto(PAGE);
	await page.keyboard.press('Tab');
	await expect(page.locator('[data-exit]')).toBeFocused();
	await page.keyboard.press('Tab');
	const skip = page.locator('a[href="#main"]');
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page.locator('#main')).toBeFocused();
});

test('a chart is one stop; arrows read its figures, Home and End jump, Escape leaves', async ({ page }) => {
	await page.goto(CHART);
	await expect(page.locator('.plot')).toHaveAttribute('tabindex', '0');
	expect(await page.locator('.plot :is([tabindex], a, button)').count()).toBe(0);
	await tabTo(page, '.plot');
	const spoken = page.locator('.plot [role="status"]');
	const tooltip = page.locator('.plot .tooltip');
	const { periods, of, words } = told(STACKED);
	const heard: string[] = [];
	await page.keyboard.press('ArrowRight');
	await expect(tooltip).toBeVisible();
	for (let at = 0; at < of(0).length; at += 1) {
		heard.push(await spoken.innerText());
		await page.keyboard.press('ArrowUp');
	}
	for (const row of of(0)) {
		const one = words(row);
		expect(
			heard.some((text) => one.every((word) => text.includes(word))),
			one.join(', ')
		).toBe(true);
	}
	const last = periods.at(-1) ?? '';
	await page.keyboard.press('ArrowRight');
	await expect(spoken).toContainText(periods[1] ?? last);
	await page.keyboard.press('ArrowLeft');
	await expect(spoken).toContainText(periods[0] ?? '');
	await page.keyboard.press('End');
	await expect(spoken).toContainText(last);
	await page.keyboard.press('ArrowRight');
	await expect(spoken).toContainText(last);
	await page.keyboard.press('Home');
	await expect(spoken).toContainText(periods[0] ?? '');
	await page.keyboard.press('Escape');
	await expect(tooltip).toHaveCount(0);
	await expect(page.locator('.plot')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.locator('.plot')).not.toBeFocused();
});

test('a chart takes plain arrows, Home, End and Escape from other software, and only with the focus', async ({
	page
}) => {
	await page.goto(CHART);
	await expect(page.locator('.plot')).toHaveAttribute('tabindex', '0');
	const moves = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape'];
	const others = ['Tab', ' ', 'PageUp', 'PageDown', 'F6', 'Insert', 'CapsLock', 'h', 'g', 't', '1', '/', '?'];
	/** Which keys, pressed one after another, something on the page keeps for itself. */
	const taken = (selector: string, held = {}) =>
		page.locator(selector).evaluate(
			(element, { keys, held }) =>
				keys.filter((key) => {
					const options = { key, ...held, bubbles: true, cancelable: true };
					return !element.dispatchEvent(new KeyboardEvent('keydown', options));
				}),
			{ keys: [...others, ...moves], held }
		);
	expect(await taken('.plot')).toEqual(moves);
	for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { shiftKey: true }]) {
		expect(await taken('.plot', held), JSON.stringify(held)).toEqual([]);
	}
	expect(await taken('h1')).toEqual([]);
});

test('no stop is a trap, and every stop can be seen', async ({ page }) => {
	await page.goto(PAGE);
	await expect(page.locator('[data-setting="theme"]')).toBeEnabled();
	const visited = new Set<string>();
	for (let presses = 0; presses < 400; presses += 1) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(() => {
			const element = document.activeElement;
			if (!element || element === document.body) return null;
			if (element instanceof HTMLElement) element.dataset['visited'] = '';
			const style = getComputedStyle(element);
			const box = element.getBoundingClientRect();
			const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
			const number = [...document.querySelectorAll('*')].indexOf(element);
			return {
				name: `${number} ${element.tagName} ${element.textContent.slice(0, 30)}`,
				visible: box.width > 0 && box.height > 0 && (ring || style.boxShadow !== 'none')
			};
		});
		if (!stop) break;
		expect(stop.visible, `focus is seen on ${stop.name}`).toBe(true);
		if (visited.has(stop.name)) break;
		visited.add(stop.name);
	}
	expect(visited.size).toBeGreaterThan(20);
	const wasLast = await page.evaluate(() => {
		const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')];
		const last = stops.findLast((each) => each.checkVisibility() && !each.matches(':disabled'));
		return last && [last.outerHTML.slice(0, 90), 'visited' in last.dataset];
	});
	expect(wasLast, 'Tab goes through the whole page').toEqual([expect.any(String), true]);
});

test('a tooltip follows the pointer, can be pointed at, and is dismissed', async ({ page }) => {
	await page.goto(CHART);
	await expect(page.locator('.plot')).toHaveAttribute('tabindex', '0');
	const bars = page.locator('.bars rect');
	const tallest = await bars.evaluateAll((all) => {
		const heights = all.map((each) => each.getBoundingClientRect().height);
		// Not at the end, where the tooltip stands over its neighbors.
		return heights.indexOf(Math.max(...heights.slice(0, Math.ceil(heights.length / 2))));
	});
	const bar = bars.nth(tallest);
	await bar.hover();
	const tooltip = page.locator('.plot .tooltip');
	await expect(tooltip).toBeVisible();
	const written = STACKED.rows.map(({ value }) => value?.toLocaleString('en-US'));
	const numbers = (await tooltip.innerText()).match(/\d[\d,]*\d/g) ?? [];
	const figure = numbers.find((number) => written.includes(number)) ?? 'no figure';
	expect(written).toContain(figure);
	const box = await tooltip.boundingBox();
	if (!box) throw new Error('The tooltip has no place.');
	// In one step: between narrow columns the way there leads over other figures.
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await expect(tooltip).toContainText(figure);
	await page.keyboard.press('Escape');
	await expect(tooltip).toHaveCount(0);
	await bar.hover({ position: { x: 3, y: 3 } });
	await expect(tooltip).toBeVisible();
	await page.mouse.move(2, 2);
	await expect(tooltip).toHaveCount(0);
});
