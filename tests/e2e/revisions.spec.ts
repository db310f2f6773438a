import { expect, test, type Frame, type Page } from './helpers/test.ts';
import { axeFaults } from './helpers/axe.ts';
import { descriptor, readTable } from './helpers/data.ts';
import { sidewaysScroll } from './helpers/measures.ts';

test.skip(!descriptor.revisions, 'The package has no table of revisions.');

const ADDRESS = '/revisions';
const CHART = '/charts/cases-by-year';

const figures = (page: Page) => page.locator('[data-figure]');
const chooser = (page: Page) => page.getByRole('combobox', { name: 'What is counted' });
const plot = (page: Page | Frame) => page.locator('.plot');
const tooltip = (page: Page | Frame) => page.locator('.plot .tooltip');

/** Names of figures as addresses have them. */
function idsOf(page: Page): Promise<string[]> {
	return figures(page).evaluateAll((all) => all.map((each) => each.id));
}

/** Reads a chart by keys until a figure of a year is told. */
async function readTo(page: Page | Frame, year: string): Promise<void> {
	await expect(plot(page)).toHaveAttribute('tabindex', '0');
	await plot(page).press('Home');
	for (let presses = 0; presses < 30; presses += 1) {
		const label = (await tooltip(page).locator('.label').textContent()) ?? '';
		if (label.startsWith(year)) return;
		await plot(page).press('ArrowRight');
	}
	throw new Error(`The arrows never came to ${year}.`);
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('every published version stands in the page, with its value, standing and source', async ({
		page
	}) => {
		await page.goto(ADDRESS);
		const { rows } = readTable('revisions');
		await expect(page.locator('[data-version]')).toHaveCount(rows.length);
		const shown = await page.locator('[data-version] .figure').allTextContents();
		const values = rows.map((row) => Number(row['value']).toLocaleString('en-US'));
		expect(shown.map((text) => text.trim()).sort()).toEqual(values.sort());
		const used = rows.filter((row) => row['standing'] === 'current').length;
		await expect(page.locator('[data-version="in-use"]')).toHaveCount(used);
		await expect(page.locator('[data-version="in-use"]').first()).toContainText('In use on this site');
		await expect(chooser(page)).toBeHidden();
	});

	test('undated versions stand apart, and two bases in two drawings', async ({ page }) => {
		await page.goto(ADDRESS);
		const signals = page.locator('#signals-2021');
		await expect(signals.locator('svg[role="img"]')).toContainText('No date');
		await expect(page.locator('#signals-2019 svg[role="img"]')).not.toContainText('No date');
		const column = await signals.locator('rect.column').boundingBox();
		const undated = await signals.locator('[data-standing="doubtful"] path').boundingBox();
		const dated = await signals.locator('[data-standing="in-use"] path').boundingBox();
		if (!column || !undated || !dated) throw new Error('A mark has no place.');
		expect(undated.x).toBeGreaterThan(column.x);
		expect(undated.x + undated.width).toBeLessThan(column.x + column.width);
		expect(dated.x + dated.width).toBeLessThan(column.x);
		await expect(page.locator('#cases-2015 svg[role="img"]')).toHaveCount(2);
		await expect(page.locator('#cases-2015')).toContainText('One version on this basis: nothing to compare.');
	});

	test('marks tell standings apart by shape', async ({ page }) => {
		await page.goto(ADDRESS);
		const looks = await page
			.locator('dl[aria-label] dt path')
			.evaluateAll((paths) =>
				paths.map((path) => `${path.getAttribute('d')} ${path.classList.contains('used')}`)
			);
		expect(looks.length).toBeGreaterThan(4);
		expect(new Set(looks).size).toBe(looks.length);
	});

	test('nothing is cut off or has to be scrolled sideways, and words are large enough', async ({ page }) => {
		for (const width of [320, 768, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(ADDRESS);
			expect(await sidewaysScroll(page), `at ${width} px`).toBe(0);
			const faults = await page.locator('svg[role="img"]').evaluateAll((drawings) =>
				drawings.flatMap((svg) => {
					const texts = [...svg.querySelectorAll('text')];
					const boxes = texts.map((text) => text.getBoundingClientRect());
					const right = document.documentElement.clientWidth;
					return texts.flatMap((text, index) => {
						const box = boxes[index];
						if (!box) return [];
						const name = `${svg.getAttribute('aria-label')?.slice(0, 30)}: ${text.textContent}`;
						const on = boxes.slice(index + 1).some((other) => {
							const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
							return wide > 1 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 4;
						});
						return [
							...(on ? [`${name} lies on another`] : []),
							...(box.left < 0 || box.right > right ? [`${name} is cut off`] : []),
							...(parseFloat(getComputedStyle(text).fontSize) < 12 ? [`${name} is small`] : [])
						];
					});
				})
			);
			expect(faults, `at ${width} px`).toEqual([]);
		}
	});

	test('charts with earlier figures and the page on method lead there', async ({ page }) => {
		await page.goto(CHART);
		await page.getByRole('link', { name: 'How these figures changed' }).click();
		await expect(page).toHaveURL(/\/revisions\?measure=cases$/);
		await page.goto('/charts/cases-by-form');
		await expect(page.getByRole('link', { name: 'How these figures changed' })).toHaveCount(0);
		await page.goto('/method');
		await page.getByRole('main').getByRole('link', { name: 'How published figures changed' }).click();
		await expect(page).toHaveURL(/\/revisions$/);
	});
});

test('has no fault that axe knows of, once figures can be chosen', async ({ page }) => {
	await page.goto(ADDRESS);
	await expect(chooser(page)).toBeEnabled();
	expect(await axeFaults(page)).toEqual([]);
});

test('is narrowed to what is counted, and the address keeps it', async ({ page }) => {
	await page.goto(ADDRESS);
	await expect(chooser(page)).toBeEnabled();
	const all = await idsOf(page);
	await chooser(page).selectOption({ label: 'Signals' });
	await expect(page).toHaveURL(/\?measure=signals$/);
	expect(await idsOf(page)).toEqual(all.filter((id) => id.startsWith('signals-')));
	await expect(page.locator('[role="status"][data-announce]')).toContainText('Signals: 2 figures.');
	await page.reload();
	await expect(chooser(page)).toHaveValue('signals');
	await expect(figures(page)).toHaveCount(2);
	await chooser(page).selectOption('');
	await expect(page).toHaveURL(/\/revisions$/);
	expect(await idsOf(page)).toEqual(all);
});

test('an address that asks for what is not there shows everything and says so', async ({ page }) => {
	await page.goto(`${ADDRESS}?measure=%3Cb%3Enothing`);
	await expect(page.locator('[data-notice]')).toContainText('<b>nothing');
	expect((await idsOf(page)).length).toBeGreaterThan(10);
});

test('a figure that an address names is shown, whatever is chosen', async ({ page }) => {
	await page.goto(`${ADDRESS}?measure=signals#cases-2018`);
	await expect(page.locator('#cases-2018')).toBeInViewport();
	await page.goto(ADDRESS);
	await page.locator('[data-overview]').getByRole('link', { name: 'Cases, 2020' }).click();
	await expect(page).toHaveURL(/#cases-2020$/);
	await expect(page.locator('#cases-2020')).toBeInViewport();
});

test('keys lead from a figure of a chart to its versions and back', async ({ page }) => {
	await page.goto(CHART);
	await readTo(page, '2018');
	await expect(tooltip(page)).toContainText('Published differently at other times');
	await expect(page.locator('.plot [role="status"]')).toContainText('Enter leads to the versions');
	await plot(page).press('Enter');
	const link = tooltip(page).getByRole('link', { name: 'How this figure changed' });
	await expect(link).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(link).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(tooltip(page)).toHaveCount(0);
	await expect(plot(page)).toBeFocused();
	await readTo(page, '2018');
	await page.keyboard.press('Tab');
	await expect(link).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/revisions#cases-2018$/);
	await expect(page.locator('#cases-2018')).toBeInViewport();
});

test('a figure of which no other version is known has no link, and Enter does nothing', async ({ page }) => {
	await page.goto(CHART);
	await readTo(page, '2016');
	await expect(tooltip(page)).toBeVisible();
	await expect(tooltip(page).getByRole('link')).toHaveCount(0);
	await plot(page).press('Enter');
	await expect(plot(page)).toBeFocused();
});

test('leaving the link by Tab closes the tooltip', async ({ page }) => {
	await page.goto(CHART);
	await readTo(page, '2018');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(tooltip(page)).toHaveCount(0);
});

test('a click on a mark keeps the tooltip, so that a pointer gets to its link', async ({ page }) => {
	await page.goto(CHART);
	await readTo(page, '2018');
	const ring = await page.locator('.dots .reading').boundingBox();
	if (!ring) throw new Error('The mark that is read has no place.');
	const [x, y] = [ring.x + ring.width / 2, ring.y + ring.height / 2];
	await page.keyboard.press('Escape');
	await page.mouse.move(x, y);
	await expect(tooltip(page)).toBeVisible();
	await page.mouse.move(2, 2);
	await expect(tooltip(page)).toHaveCount(0);
	await page.mouse.click(x, y);
	await expect(tooltip(page)).toHaveClass(/pinned/);
	await page.mouse.move(2, 2);
	await expect(tooltip(page)).toBeVisible();
	await page.mouse.click(2, 2);
	await expect(tooltip(page)).toHaveCount(0);
	await page.mouse.click(x, y);
	await page.keyboard.press('Escape');
	await expect(tooltip(page)).toHaveCount(0);
	await page.mouse.click(x, y);
	await tooltip(page).getByRole('link').click();
	await expect(page).toHaveURL(/\/revisions#cases-2018$/);
});

test('in an embed the versions open in a tab of their own, below any path', async ({ page, context }) => {
	await page.goto('/embed/cases-by-year');
	// The script of the figures is fetched once somebody shows interest.
	await page.locator('.plot').hover();
	await readTo(page, '2018');
	await plot(page).press('Enter');
	const link = tooltip(page).getByRole('link');
	await expect(link).toBeFocused();
	await expect(link).toHaveAttribute('href', '../revisions#cases-2018');
	await expect(link).toHaveAttribute('rel', /noopener/);
	const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
	await expect(opened).toHaveURL(/\/revisions#cases-2018$/);
	await expect(opened.locator('#cases-2018')).toBeInViewport();
	await expect(page).toHaveURL(/\/embed\/cases-by-year$/);
});
