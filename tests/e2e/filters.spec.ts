import { expect, test, type Page } from '@playwright/test';
import { engineReady, watch } from './helpers/watch.ts';

const ENGINE = /duckdb-eh.*\.wasm/;

async function holdEngine(page: Page): Promise<void> {
	await page.route(ENGINE, () => new Promise(() => undefined));
}

function filter(page: Page, name: string) {
	return page.locator(`form[data-filters] select[name="${name}"]`);
}

function figures(page: Page, id: string): Promise<string[]> {
	return page
		.locator(`figure[data-chart="${id}"] tbody tr`)
		.evaluateAll((rows) =>
			rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join('|'))
		);
}

test('answers from the page before DuckDB is there, and from DuckDB after, the same', async ({ page }) => {
	await holdEngine(page);
	await page.goto('/people');
	const chart = page.locator('figure[data-chart="gender-of-victims"]');
	const built = await figures(page, 'gender-of-victims');
	await filter(page, 'form').selectOption('labor');
	await expect(chart).toHaveAttribute('data-answered-by', 'memory');
	await expect(page.locator('html')).not.toHaveAttribute('data-engine', 'ready');
	const fromMemory = await figures(page, 'gender-of-victims');
	expect(fromMemory).not.toEqual(built);
	expect(fromMemory.length).toBeGreaterThan(0);

	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.goto('/people');
	await engineReady(page);
	await filter(page, 'form').selectOption('labor');
	await expect(chart).toHaveAttribute('data-answered-by', 'duckdb');
	expect(await figures(page, 'gender-of-victims')).toEqual(fromMemory);
});

test('the address follows without a new step back; focus stays; the change is announced', async ({
	page,
	baseURL
}) => {
	const seen = watch(page, baseURL ?? '');
	await page.goto('/people');
	const year = filter(page, 'year');
	await year.focus();
	const steps = await page.evaluate(() => history.length);
	await year.selectOption('2020');
	await expect(page).toHaveURL(/\/people\?year=2020$/);
	await filter(page, 'form').focus();
	await filter(page, 'form').selectOption('labor');
	await expect(page).toHaveURL(/\/people\?form=labor&year=2020$/);
	await expect(filter(page, 'form')).toBeFocused();
	expect(await page.evaluate(() => history.length)).toBe(steps);
	await expect(page.locator('[data-announce]')).toHaveText(/2020.*\d+ charts changed/);
	expect(await page.evaluate(() => document.querySelector('[data-announce]')?.getAttribute('role'))).toBe(
		'status'
	);
	await page.getByRole('button', { name: 'Reset' }).click();
	await expect(page).toHaveURL(/\/people$/);
	await expect(
		page.locator('figure[data-answered-by="memory"], figure[data-answered-by="duckdb"]')
	).toHaveCount(0);
	expect(seen.faults).toEqual([]);
});

test('an address is a selection', async ({ page }) => {
	await page.goto('/people?form=labor');
	await expect(filter(page, 'form')).toHaveValue('labor');
	await expect(page.locator('figure[data-chart="gender-of-victims"]')).not.toHaveAttribute(
		'data-answered-by',
		'build'
	);
	await expect(page.locator('[data-notice]')).toHaveCount(0);
});

for (const [what, address] of [
	['an unknown value', '/people?form=nothing'],
	['a year that no table has', '/people?year=1999'],
	['markup', '/people?form=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E'],
	['broken percent signs', '/people?form=%E0%A4%A']
] as const) {
	test(`falls back with a notice: ${what}`, async ({ page, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		await page.goto(address);
		await expect(page.locator('[data-notice]').first()).toContainText('is not among the choices');
		await expect(page.locator('figure[data-chart]').first()).toHaveAttribute('data-answered-by', 'build');
		await expect(page).toHaveURL(/\/people$/);
		expect(seen.faults).toEqual([]);
	});
}

test('a combination for which nothing is published falls back with a notice', async ({ page }) => {
	await page.goto('/charts/gender-of-victims?form=labor&year=2023');
	await expect(page.locator('[data-notice]').first()).toContainText(
		'These data have nothing for this combination'
	);
	await expect(page.locator('figure[data-chart]')).toHaveAttribute('data-answered-by', 'build');
	await expect(page).toHaveURL(/\/charts\/gender-of-victims$/);
	expect((await figures(page, 'gender-of-victims')).length).toBeGreaterThan(0);
});

test('filters work by keyboard alone', async ({ page }) => {
	await page.goto('/charts/gender-of-victims');
	await filter(page, 'year').focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('figure[data-chart]')).not.toHaveAttribute('data-answered-by', 'build');
	await expect(filter(page, 'year')).toBeFocused();
});

test('the quickest of several changes wins', async ({ page }) => {
	await page.goto('/people');
	await expect(filter(page, 'year')).toBeEnabled();
	await page.evaluate(() => {
		const select = document.querySelector<HTMLSelectElement>('select[name="year"]');
		if (!select) throw new Error('No filter of the year.');
		for (const value of ['2018', '2020', '2021', '2020']) {
			select.value = value;
			select.dispatchEvent(new Event('change', { bubbles: true }));
		}
	});
	await expect(page).toHaveURL(/year=2020$/);
	await expect
		.poll(async () => (await figures(page, 'age-of-victims')).every((row) => row.includes('2020')))
		.toBe(true);
});
