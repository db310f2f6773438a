import { expect, test, type Page } from './helpers/test.ts';
import { axeFaults } from './helpers/axe.ts';
import { descriptor, readTable } from './helpers/data.ts';
import { chartFaults, sidewaysScroll } from './helpers/measures.ts';

const MAPS = ['contact-rate-tiles', 'contact-rate-map'];

test.skip(!descriptor.places, 'The package has no places.');
const PLACES = 51;

/** px of each place as it is drawn. */
function boxes(page: Page): Promise<{ place: string; width: number; height: number }[]> {
	return page.locator('[data-place]').evaluateAll((areas) =>
		areas.map((area) => {
			const { width, height } = area.getBoundingClientRect();
			return { place: area.getAttribute('data-place') ?? '', width, height };
		})
	);
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	for (const id of MAPS) {
		test(`${id} is read at every width`, async ({ page }) => {
			await page.goto(`/embed/${id}`);
			for (const width of [280, 320, 360, 520, 768, 1280]) {
				await page.setViewportSize({ width, height: 900 });
				expect(await chartFaults(page), `labels at ${width} px`).toEqual({
					missing: [],
					small: [],
					cut: [],
					overlapping: []
				});
				expect(await sidewaysScroll(page), `sideways scroll at ${width} px`).toBe(0);
				const drawn = await boxes(page);
				expect(new Set(drawn.map(({ place }) => place)).size).toBe(PLACES);
				const plot = await page.locator('.plot').boundingBox();
				const map = await page.locator('svg.panel').boundingBox();
				expect(map?.width).toBeCloseTo(plot?.width ?? 0, 0);
				expect(map?.height).toBeCloseTo(plot?.height ?? 0, 0);
				if (id === 'contact-rate-map') continue;
				for (const { width: wide, height } of drawn) expect(Math.abs(wide - height)).toBeLessThan(0.5);
			}
		});
	}

	test('the key names every class with its places, which are all', async ({ page }) => {
		await page.goto('/embed/contact-rate-tiles');
		const words = await page.locator('.map-key li').allInnerTexts();
		const counts = words.map((text) => Number(/\((\d+) states?\)/.exec(text)?.[1]));
		expect(words[0]).toMatch(/^\s*under /);
		expect(words.at(-1)).toMatch(/ and more /);
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(PLACES);
	});

	test('a figure stands on every tile from a broad chart on, and in none of a narrow one', async ({
		page
	}) => {
		await page.setViewportSize({ width: 1280, height: 900 });
		await page.goto('/embed/contact-rate-tiles');
		const values = page.locator('.areas .value');
		await expect(values).toHaveCount(PLACES);
		expect(await values.evaluateAll((all) => all.every((each) => each.checkVisibility()))).toBe(true);
		await page.setViewportSize({ width: 360, height: 900 });
		expect(await values.evaluateAll((all) => all.some((each) => each.checkVisibility()))).toBe(false);
	});
});

test.describe('keys and pointer', () => {
	const spoken = (page: Page) => page.locator('.plot [role="status"]');

	test.beforeEach(async ({ page }) => {
		await page.setViewportSize({ width: 900, height: 900 });
	});

	test('arrows move in the grid of tiles', async ({ page }) => {
		await page.goto('/charts/contact-rate-tiles');
		await expect(page.locator('.plot')).toHaveAttribute('tabindex', '0');
		await page.locator('.plot').focus();
		await page.keyboard.press('Home');
		await expect(spoken(page)).toContainText('Alabama');
		await page.keyboard.press('ArrowLeft');
		await expect(spoken(page)).toContainText('Mississippi');
		await page.keyboard.press('ArrowUp');
		await expect(spoken(page)).toContainText('Tennessee');
		await page.keyboard.press('End');
		await expect(spoken(page)).toContainText('Wyoming');
		await expect(page.locator('.areas .reading')).toHaveCount(1);
		await expect(page.locator('.plot .tooltip')).toContainText('Wyoming');
		await page.keyboard.press('Escape');
		await expect(page.locator('.plot .tooltip')).toHaveCount(0);
	});

	test('arrows follow the alphabet on the map, to its smallest place', async ({ page }) => {
		await page.goto('/charts/contact-rate-map');
		await expect(page.locator('.plot')).toHaveAttribute('tabindex', '0');
		await page.locator('.plot').focus();
		const names = ['Alabama', 'Alaska', 'Arizona', 'Arkansas', 'California', 'Colorado', 'Connecticut'];
		for (const name of [...names, 'Delaware', 'District of Columbia']) {
			await page.keyboard.press('ArrowRight');
			await expect(spoken(page)).toContainText(name);
		}
		await expect(page.locator('.plot .tooltip')).toContainText('District of Columbia');
		await expect(page.locator('.areas circle.reading')).toHaveCount(1);
		await page.keyboard.press('ArrowUp');
		await expect(spoken(page)).toContainText('Delaware');
	});

	for (const id of MAPS) {
		test(`the pointer reads the place under it: ${id}`, async ({ page }) => {
			await page.goto(`/charts/${id}`);
			await expect(page.locator('.plot')).toHaveAttribute('tabindex', '0');
			const tooltip = page.locator('.plot .tooltip');
			for (const [code, name] of [
				['CO', 'Colorado'],
				['DC', 'District of Columbia'],
				['WV', 'West Virginia']
			] as const) {
				const area = page.locator(`[data-place="${code}"]`);
				await area.scrollIntoViewIfNeeded();
				const box = await area.boundingBox();
				if (!box) throw new Error(`${code} is not drawn.`);
				// The middle of West Virginia's box lies inside it, as Colorado's does.
				await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.6);
				await expect(tooltip).toContainText(name);
			}
			const [rate] = (await page.locator('tbody tr', { hasText: 'West Virginia' }).first().innerText()).match(
				/\d+\.\d/
			) ?? [''];
			await expect(tooltip).toContainText(rate);
		});
	}
});

test('marks the figures of low reliability, and says so', async ({ page }) => {
	await page.goto('/embed/contact-rate-tiles?measure=cases');
	await expect(page.locator('figure')).toHaveAttribute('data-answered-by', 'memory');
	const few = readTable('states_by_year').rows.filter(
		({ year, measure, form, channel, value }) =>
			year === '2016' && measure === 'cases' && form === 'all' && channel === 'all' && Number(value) < 20
	);
	expect(few.length).toBeGreaterThan(2);
	for (const width of [320, 1000]) {
		await page.setViewportSize({ width, height: 900 });
		await expect(page.locator('.panel circle.low').filter({ visible: true })).toHaveCount(few.length);
	}
	await expect(page.locator('.map-key')).toContainText(`[u] (${few.length} states)`);
});

test('a year of few places is a list, in the order of their names, with the reason', async ({ page }) => {
	await page.goto('/embed/contact-rate-tiles?measure=cases&year=2018');
	await expect(page.locator('figure')).toHaveAttribute('data-answered-by', 'memory');
	await expect(page.locator('.map-frame')).toHaveCount(0);
	await expect(page.locator('[data-note="map"]')).toHaveText(
		/^Only \d+ of 51 states have a figure for 2018, so this is a list and no map\.$/
	);
	const names = await page.locator('tbody th').allInnerTexts();
	expect(names.length).toBeGreaterThan(5);
	expect(names).toEqual([...names].sort());
});

test('classes differ where colours are forced, and print is light', async ({ page }) => {
	await page.goto('/embed/contact-rate-map');
	const fills = () =>
		page
			.locator('.map-key rect')
			.evaluateAll((samples) => samples.map((sample) => getComputedStyle(sample).fill));
	await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
	const forced = await fills();
	expect(new Set(forced).size).toBe(forced.length);
	await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
	const light = await fills();
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	expect(await fills()).toEqual(light);
});

for (const id of MAPS) {
	test(`has contrast in the dark, too: ${id}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(`/embed/${id}?theme=dark`);
		expect(await axeFaults(page, { runOnly: ['color-contrast'] })).toEqual([]);
	});
}
