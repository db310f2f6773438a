import { expect, test, type Page } from './helpers/test.ts';
import { FILTERED_PAGE, LINE, charts } from './helpers/charts.ts';
import { readTable } from './helpers/data.ts';
import { engineReady, watch } from './helpers/watch.ts';

test.skip(!FILTERED_PAGE, 'No page of the package has a choice of a part and one of a period.');

const {
	page: PAGE,
	chart: CHART,
	name: PART,
	value: VALUE,
	time: TIME,
	periods: PERIODS
} = FILTERED_PAGE ?? {
	page: '/',
	chart: LINE,
	name: '',
	value: '',
	time: '',
	periods: ['']
};
const [PERIOD = ''] = PERIODS;
const ID = CHART.id;

/** A chart and two choices for which the data have no row. */
const NOTHING = charts
	.flatMap(({ id, address, filters, query }) => {
		const [one, other] = Object.entries(filters);
		if (!one || !other) return [];
		const { rows } = readTable(query.table);
		return one[1]
			.filter(Boolean)
			.flatMap((a) =>
				other[1]
					.filter(Boolean)
					.flatMap((b) =>
						rows.some((row) => row[one[0]] === a && row[other[0]] === b)
							? []
							: [{ id, address, search: `${one[0]}=${a}&${other[0]}=${b}` }]
					)
			);
	})
	.find(({ search }) => !search.includes('basis'));

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
	await page.goto(PAGE);
	const chart = page.locator(`figure[data-chart="${ID}"]`);
	const built = await figures(page, ID);
	await filter(page, PART).selectOption(VALUE);
	await expect(chart).toHaveAttribute('data-answered-by', 'memory');
	await expect(page.locator('html')).not.toHaveAttribute('data-engine', 'ready');
	const fromMemory = await figures(page, ID);
	expect(fromMemory).not.toEqual(built);
	expect(fromMemory.length).toBeGreaterThan(0);

	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.goto(PAGE);
	await engineReady(page);
	await filter(page, PART).selectOption(VALUE);
	await expect(chart).toHaveAttribute('data-answered-by', 'duckdb');
	expect(await figures(page, ID)).toEqual(fromMemory);
});

test('the address follows without a new step back; focus stays; the change is announced', async ({
	page,
	baseURL
}) => {
	const seen = watch(page, baseURL ?? '');
	await page.goto(PAGE);
	const year = filter(page, TIME);
	await year.focus();
	const steps = await page.evaluate(() => history.length);
	await year.selectOption(PERIOD);
	await expect(page).toHaveURL(new RegExp(`${PAGE}\\?${TIME}=${PERIOD}$`));
	await filter(page, PART).focus();
	await filter(page, PART).selectOption(VALUE);
	const search = [`${PART}=${VALUE}`, `${TIME}=${PERIOD}`].sort().join('&');
	await expect(page).toHaveURL(new RegExp(`${PAGE}\\?${search}$`));
	await expect(filter(page, PART)).toBeFocused();
	expect(await page.evaluate(() => history.length)).toBe(steps);
	await expect(page.locator('[data-announce]')).toHaveText(/\d+ charts? changed/);
	expect(await page.evaluate(() => document.querySelector('[data-announce]')?.getAttribute('role'))).toBe(
		'status'
	);
	await page.getByRole('button', { name: 'Reset' }).click();
	await expect(page).toHaveURL(new RegExp(`${PAGE}$`));
	await expect(
		page.locator('figure[data-answered-by="memory"], figure[data-answered-by="duckdb"]')
	).toHaveCount(0);
	expect(seen.faults).toEqual([]);
});

test('an address is a selection', async ({ page }) => {
	await page.goto(`${PAGE}?${PART}=${VALUE}`);
	await expect(filter(page, PART)).toHaveValue(VALUE);
	await expect(page.locator(`figure[data-chart="${ID}"]`)).not.toHaveAttribute('data-answered-by', 'build');
	await expect(page.locator('[data-notice]')).toHaveCount(0);
});

for (const [what, address] of [
	['an unknown value', `${PAGE}?${PART}=nothing`],
	['a year that no table has', `${PAGE}?${TIME}=1999`],
	['markup', `${PAGE}?${PART}=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E`],
	['broken percent signs', `${PAGE}?${PART}=%E0%A4%A`]
] as const) {
	test(`falls back with a notice: ${what}`, async ({ page, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		await page.goto(address);
		await expect(page.locator('[data-notice]').first()).toContainText('is not among the choices');
		await expect(page.locator('figure[data-chart]').first()).toHaveAttribute('data-answered-by', 'build');
		await expect(page).toHaveURL(new RegExp(`${PAGE}$`));
		expect(seen.faults).toEqual([]);
	});
}

test('a combination for which nothing is published falls back with a notice', async ({ page }) => {
	test.skip(!NOTHING, 'Something is published for every combination of choices.');
	await page.goto(`${NOTHING?.address}?${NOTHING?.search}`);
	await expect(page.locator('[data-notice]').first()).toContainText(
		'These data have nothing for this combination'
	);
	await expect(page.locator('figure[data-chart]')).toHaveAttribute('data-answered-by', 'build');
	await expect(page).toHaveURL(new RegExp(`${NOTHING?.address}$`));
	expect((await figures(page, NOTHING?.id ?? '')).length).toBeGreaterThan(0);
});

test('filters work by keyboard alone', async ({ page }) => {
	const [name = ''] = Object.keys(CHART.filters);
	await page.goto(CHART.address);
	await expect(filter(page, name)).toBeEnabled();
	await filter(page, name).focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('figure[data-chart]')).not.toHaveAttribute('data-answered-by', 'build');
	await expect(filter(page, name)).toBeFocused();
});

test('the quickest of several changes wins', async ({ page }) => {
	await page.goto(PAGE);
	await expect(filter(page, TIME)).toBeEnabled();
	const values = [...PERIODS.slice(0, 3), PERIOD];
	await page.evaluate(
		([name, all]) => {
			const select = document.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
			if (!select) throw new Error('No filter of time.');
			for (const value of all) {
				select.value = value;
				select.dispatchEvent(new Event('change', { bubbles: true }));
			}
		},
		[TIME, values] as const
	);
	await expect(page).toHaveURL(new RegExp(`${TIME}=${PERIOD}$`));
	const timed = charts.find(
		({ filters, rows }) => filters[TIME]?.includes(PERIOD) && rows.some(({ key }) => TIME in key)
	);
	if (!timed || !(await page.locator(`figure[data-chart="${timed.id}"]`).count())) return;
	await expect
		.poll(async () => (await figures(page, timed.id)).every((row) => row.includes(PERIOD)))
		.toBe(true);
});
