import { expect, test, type Locator, type Page } from './helpers/test.ts';
import { FULL, STACKED, charts } from './helpers/charts.ts';
import { headOf, readTable, rowsOfChart, shownAs } from './helpers/data.ts';
import { sitePages } from './helpers/site.ts';

/** Heads of the columns that tell the figures of a chart apart. */
function heads({ query }: typeof STACKED): string[] {
	const { fields } = readTable(query.table);
	return query.dimensions.flatMap((name) => fields.filter((field) => field.name === name).map(headOf));
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
	for (let presses = 0; presses < most; presses += 1) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`Tab never came to ${target.toString()}.`);
}

/** What a chart was made from: the labels of each row, and its figure as it is written. */
function published(id: string): { labels: string[]; figure: string }[] {
	const chart = charts.find((each) => each.id === id);
	if (!chart) throw new Error(`No chart ${id}.`);
	const table = readTable(chart.query.table);
	const value = table.fields.find(({ role }) => role === 'value')?.name ?? '';
	return rowsOfChart(chart.query, table).map((row) => ({
		labels: chart.query.dimensions.map((name) => {
			const field = table.fields.find((each) => each.name === name);
			return field ? shownAs(field, row[name] ?? '') : '';
		}),
		figure: /^\d+$/.test(row[value] ?? '') ? Number(row[value]).toLocaleString('en-US') : 'withheld'
	}));
}

test('with only a keyboard, from the first page to every number of a chart, a choice, and its table', async ({
	page
}) => {
	await page.goto('/');
	await tabTo(page, page.getByRole('navigation').getByRole('link', { name: 'Charts', exact: true }));
	await page.keyboard.press('Enter');
	await expect(page.locator('h1')).toHaveText('Charts');
	await tabTo(page, page.getByRole('searchbox'));
	await page.keyboard.type(STACKED.title);
	const link = page.locator(`main a[href$="charts/${STACKED.id}"]`).first();
	await tabTo(page, link);
	await page.keyboard.press('Enter');
	await expect(page.locator('h1')).toHaveText(STACKED.title);

	const plot = page.locator('.plot');
	await tabTo(page, plot);
	await expect(plot).toHaveAccessibleName(/\d+ figures/);
	await expect(plot).toHaveAccessibleDescription(/arrow/i);
	const status = plot.locator('[role="status"]');
	await page.keyboard.press('Home');
	await expect(status).toContainText('1 of');
	const heard: string[] = [];
	const count = Number(/\d+ of (\d+)\.?$/.exec(await status.innerText())?.[1]);
	// Down goes through the parts of a year, right to the next year.
	for (let column = 0; column < 10; column += 1) {
		for (const key of ['ArrowDown', 'ArrowUp']) {
			for (let part = 0; part < 5; part += 1) {
				heard.push(await status.innerText());
				await page.keyboard.press(key);
			}
		}
		await page.keyboard.press('ArrowRight');
	}
	const rows = published(STACKED.id);
	expect(count).toBe(rows.length);
	const unheard = rows.filter(
		({ labels, figure }) => !heard.some((text) => [...labels, figure].every((word) => text.includes(word)))
	);
	expect(unheard, 'every number is told').toEqual([]);
	await page.keyboard.press('Escape');

	// The table stands open on a chart's own page; closed and opened again it is the next stop.
	await tabTo(page, page.locator('figure .table summary'));
	const table = page.locator('figure table');
	await page.keyboard.press('Enter');
	await expect(table).toBeHidden();
	await page.keyboard.press('Enter');
	await expect(table).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('region', { name: /table/i })).toBeFocused();
});

test('a choice is told as a status, and no focus is lost', async ({ page }) => {
	test.skip(!FULL.filters || !Object.keys(FULL.filters).length, 'No chart of the package has a choice.');
	await page.goto(FULL.address);
	const choice = page.locator('form[data-filters] select').first();
	await expect(choice).toBeEnabled();
	await choice.focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('status').filter({ hasText: 'Updated:' })).toHaveCount(1);
	await expect(choice).toBeFocused();
});

test('hearing only names and roles, a reader gets the numbers of a chart and what they cannot say', async ({
	page
}) => {
	await page.goto(STACKED.address);
	const figure = page.locator(`figure[data-chart="${STACKED.id}"]`);
	await expect(page.locator('.plot')).toHaveAttribute('tabindex', '0');
	const heard = await figure.ariaSnapshot();
	const lines = heard.split('\n').map((line) =>
		line
			.trim()
			.replace(/^- '(.*)':?$/, '- $1')
			.replaceAll('\\"', '"')
	);
	expect(lines[0]).toMatch(/^- figure "/);
	expect(lines.filter((line) => line.startsWith('- heading "'))).toHaveLength(1);
	expect(
		lines.filter((line) =>
			line.replace("- '", '- ').startsWith(`- img "Stacked column chart: ${STACKED.title}`)
		)
	).toHaveLength(1);
	const rows = lines.filter((line) => line.startsWith('- row "'));
	for (const { labels, figure: number } of published(STACKED.id)) {
		const told = rows.filter((row) => [...labels, number].every((word) => row.includes(word)));
		expect(told.length, [...labels, number].join(', ')).toBeGreaterThan(0);
	}
	for (const head of [...heads(STACKED), 'Figure', 'Source']) {
		expect(heard).toContain(`- columnheader "${head}"`);
	}
	expect(heard).toMatch(/Limits\..*does not measure/s);
	if (/data-note="gap"/.test(STACKED.html)) expect(heard).toMatch(/A gap is not a zero/);
});

test('every chart of a page is one stop, read by arrows, and left by Escape', async ({ page }) => {
	for (const address of ['/trends', '/types', '/people', '/places'].filter((each) =>
		sitePages().includes(each)
	)) {
		await page.goto(address);
		await page.keyboard.press('Tab');
		const plots = page.locator('.plot');
		await expect(page.locator('.plot:not([tabindex="0"])')).toHaveCount(0);
		for (const plot of await plots.all()) {
			const status = plot.locator('[role="status"]');
			const id = await plot.evaluate((element) =>
				element.closest('[data-chart]')?.getAttribute('data-chart')
			);
			expect(await plot.locator('[tabindex], a, button').count(), `${id}: one stop`).toBe(0);
			await plot.focus();
			await page.keyboard.press('Home');
			await expect(status, id ?? '').toContainText(/\d+ of \d+/);
			const first = await status.innerText();
			await page.keyboard.press('End');
			const last = await status.innerText();
			const count = Number(/\d+ of (\d+)\.?$/.exec(first)?.[1]);
			expect(count, `${id}: how many`).toBeGreaterThan(0);
			if (count > 1) expect(last, `${id}: End`).not.toBe(first);
			await page.keyboard.press('Home');
			expect(await status.innerText(), `${id}: Home`).toBe(first);
			await page.keyboard.press('Escape');
			await expect(plot.locator('.tooltip')).toHaveCount(0);
			await expect(plot).toBeFocused();
		}
		expect(await plots.count(), address).toBeGreaterThan(0);
	}
});
