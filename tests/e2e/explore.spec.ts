import { expect, test, type Page } from './helpers/test.ts';
import { STACKED } from './helpers/charts.ts';
import { GROUPS, descriptor, inEnglish, readTable, shownAs } from './helpers/data.ts';
import { axeFaults } from './helpers/axe.ts';
import { sidewaysScroll } from './helpers/measures.ts';
import { saveData } from './helpers/saveData.ts';
import { watch } from './helpers/watch.ts';

// Answers come from the rows of the page here, so that no test waits for DuckDB.
test.beforeEach(({ page }) => saveData(page));

/** Why the groups must not be added up, as it begins inside a sentence. */
const REASON = new RegExp(GROUPS.reason.slice(1, 24).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const NO_PLACES = 'The package has no places.';

/** A part of what adds up: what a reader types to find it, and what the table calls it. */
const PART = (() => {
	const { table, dimensions } = STACKED.query;
	const { fields } = readTable(table);
	const field = fields.find(({ name, role }) => role === 'category' && dimensions.includes(name));
	const { rows } = readTable(table);
	const codes = new Set(STACKED.rows.map(({ key }) => String(key[field?.name ?? ''])));
	const count = (code: string) => rows.filter((row) => row[field?.name ?? ''] === code).length;
	// An index needs more than one year.
	const [code = ''] = [...codes].sort((one, other) => count(other) - count(one));
	const { title = '' } = descriptor.resources.find(({ name }) => name === table) ?? {};
	const label = field ? shownAs(field, String(code)) : '';
	const figure = STACKED.rows.findLast(({ key, value }) => key[field?.name ?? ''] === code && value !== null);
	return { table, field: field?.name ?? '', code, label, title: inEnglish(title), value: figure?.value ?? 0 };
})();

const chart = (page: Page) => page.locator('figure[data-chart="explore"]');
const status = (page: Page) => page.locator('[data-explore-status]');
const group = (page: Page, name: string) => page.locator(`details[data-control="${name}"]`);

async function ready(page: Page): Promise<void> {
	await page.locator('[data-explore="ready"]').waitFor();
}

async function open(page: Page, search: string): Promise<void> {
	await page.goto(`/explore${search}`);
	await ready(page);
}

/** The cells of the chart's table, row by row. */
function table(page: Page): Promise<string[]> {
	return chart(page)
		.locator('tbody tr')
		.evaluateAll((rows) =>
			rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join('|'))
		);
}

/** Goes on with the Tab key until what is focused has these words. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
	for (let count = 0; count < 40; count++) {
		const text = await page.evaluate(() => {
			const { activeElement: element } = document;
			const labels = (element as HTMLInputElement | null)?.labels;
			return `${element?.textContent ?? ''} ${[...(labels ?? [])].map((label) => label.textContent).join(' ')}`;
		});
		if (words.test(text)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`No tab stop has the words ${words.source}.`);
}

test('keyboard alone builds labor cases by year, indexed to one year, and no other site is asked', async ({
	page,
	baseURL
}) => {
	const seen = watch(page, baseURL ?? '');
	await open(page, '');
	await expect(chart(page)).toHaveAttribute('data-answered-by', 'build');
	const before = await page.evaluate(() => history.length);
	await tabTo(page, /^\s*Change what is counted\s*$/);
	await page.keyboard.press('Enter');
	await page.keyboard.type(`${PART.title} ${PART.label}`);
	const found = page.getByRole('button', { name: `${PART.title}: ${PART.label}` }).first();
	await expect(found).toBeVisible();
	await found.press('Enter');
	await expect(chart(page)).toHaveAttribute('data-answered-by', 'memory');
	await expect(page.getByRole('button', { name: 'Change what is counted' })).toBeFocused();
	await expect(chart(page).locator('.deck')).toContainText(PART.label);
	await expect(page).toHaveURL(new RegExp(`[?&]f\\.${PART.field}=${PART.code}(&|$)`));
	const figure = `|${PART.value.toLocaleString('en-US')}`;
	expect((await table(page)).some((row) => row.includes(figure))).toBe(true);

	await tabTo(page, /Shown as/);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.locator('input[name="show"][value="count"]')).toBeFocused();
	// What cannot be chosen is reached and read, and stays unchosen.
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('input[name="show"][value="rate"]')).toBeFocused();
	await expect(page.locator('input[name="show"][value="rate"]')).toHaveAccessibleDescription(/population/);
	await expect(page.locator('input[name="show"][value="count"]')).toBeChecked();
	await expect(status(page)).toContainText('cannot be chosen');
	await page.keyboard.press('ArrowDown');
	await expect(page).toHaveURL(/show=(share|index)/);
	if (!page.url().includes('show=index')) await page.keyboard.press('ArrowDown');
	await expect(page).toHaveURL(/show=index/);
	await expect(chart(page).locator('h2')).toContainText('= 100');
	await expect(chart(page).locator('thead')).toContainText('Index (');
	expect(await page.evaluate(() => history.length)).toBe(before);
	expect(seen.faults).toEqual([]);
});

test('a choice by the keys keeps the focus, and every group that is open', async ({ page }) => {
	test.skip(!descriptor.places, NO_PLACES);
	await open(page, '?v=1&t=states_by_year&m=calls');
	const names = ['by', 'panels', 'show', 'form'];
	for (const name of names) await group(page, name).locator('summary').click();
	const expectAt = async (name: string, value: string) => {
		await expect(page).toHaveURL(new RegExp(`[?&]${name}=${value}(&|$)`));
		await expect(page.locator(`input[name="${name}"][value="${value}"]`)).toBeFocused();
		for (const each of names) await expect(group(page, each)).toHaveAttribute('open');
	};
	await page.locator('input[name="form"]:checked').focus();
	await page.keyboard.press('ArrowDown');
	await expectAt('form', 'tile-map');
	for (const _ of ['dot', 'bar']) await page.keyboard.press('ArrowUp');
	await expectAt('form', 'bar');
	await page.keyboard.press('ArrowDown');
	await expect(page).not.toHaveURL(/form=/);
	await expect(page.locator('input[name="form"][value="dot"]')).toBeFocused();
	for (const [name, value] of [
		['show', 'rate'],
		['panels', 'year'],
		['by', '']
	] as const) {
		await page.locator(`input[name="${name}"][value="${value}"]`).focus();
		await page.keyboard.press('Space');
		await expectAt(name, value);
	}
});

test('why something cannot be chosen is seen beside it, and read with it', async ({ page }) => {
	await open(page, `?v=1&t=${GROUPS.table}&by=${GROUPS.field.name}`);
	await group(page, 'form').locator('summary').click();
	const stacked = page.getByRole('radio', { name: 'Stacked columns over time' });
	await expect(stacked).toHaveAttribute('aria-disabled', 'true');
	await expect(stacked).toHaveAccessibleDescription(REASON);
	await expect(group(page, 'form').getByText(REASON).first()).toBeVisible();
	const form = page.getByRole('radio', { checked: true, name: /Bars|Lines/ });
	const name = await form.getAttribute('value');
	// Playwright waits for what is disabled, which a reader can press.
	await stacked.click({ force: true });
	await expect(status(page)).toContainText(
		new RegExp(`Stacked columns over time cannot be chosen.*${REASON.source}`)
	);
	await expect(page.locator(`input[name="form"][value="${name}"]`)).toBeChecked();
	expect(await axeFaults(page)).toEqual([]);
});

test('cases of states against all, indexed to 2012, only those with 100 calls: at 320 px, with its files', async ({
	page
}) => {
	test.skip(!descriptor.places, NO_PLACES);
	await page.setViewportSize({ width: 320, height: 900 });
	const search =
		'?v=1&t=states_by_year&m=cases&by=form&panels=usps&to=2016&show=index&base=2012&f.form=all~labor&least=100~calls';
	await open(page, search);
	await expect(page).toHaveURL(new RegExp(`${search.replace(/[?.]/g, '\\$&')}$`));
	await expect(chart(page).locator('[data-notes]')).toContainText(/at least 100 calls.*are shown, \d+ of 51/);
	const rows = await table(page);
	const texas = rows.filter((row) => row.includes('Texas') && row.includes('All forms'));
	const [base, last] = [texas[0]?.split('|') ?? [], texas.at(-1)?.split('|') ?? []];
	const [count, against, index] = [last[3], last[4], last[5]].map((cell) =>
		Number(cell?.replace(/[^\d.]/g, ''))
	);
	expect(base[5]).toBe('100');
	expect(Math.round((100 * (count ?? NaN)) / (against ?? NaN))).toBe(Math.round(index ?? 0));
	expect(await sidewaysScroll(page)).toBe(0);
	await page.getByText('Files, code and citation').click();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: /CSV/ }).first().click();
	const stream = await (await download).createReadStream();
	const parts: Buffer[] = [];
	for await (const part of stream) parts.push(part as Buffer);
	const csv = Buffer.concat(parts).toString('utf8');
	expect(csv).toContain('# Index: value is the count divided by the count of the same line in 2012');
	expect(csv).toMatch(/\n[^#\n]*value,status,figure_unit,count,against,reason/);
	await expect(
		page.locator('[data-use-block="permalink"] code, [data-use-block="permalink"] pre').first()
	).toContainText(/\/explore\?v=1&t=states_by_year.*&data=\d+\.\d+\.\d+/);
});

for (const [what, search, words] of [
	['100 kB of text', `?v=1&t=${'x'.repeat(100_000)}`, 'too long'],
	['markup', '?v=1&t=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', 'a table that is not here'],
	['another version', '?v=99&t=types_by_year', 'another version'],
	['a choice that is none', '?v=1&by=%3Cscript%3E&f.%3Cb%3E=x', 'Left out: Broken down by.']
] as const) {
	test(`an address with ${what} gives the standard chart and says so`, async ({ page, baseURL }) => {
		const seen = watch(page, baseURL ?? '');
		// Servers refuse so long an address before the page is asked.
		await page.route('**/explore?*', async (route) => {
			await route.fulfill({ response: await route.fetch({ url: `${baseURL ?? ''}/explore` }) });
		});
		await open(page, search);
		await expect(status(page)).toContainText(words);
		expect(await status(page).innerHTML()).not.toMatch(/&lt;|<img|x{30}/);
		await expect(page).toHaveURL(/\/explore$/);
		await expect(chart(page).locator('tbody tr')).not.toHaveCount(0);
		expect(seen.faults).toEqual([]);
	});
}

test('a table that cannot be loaded is told; the chart stays, and a second try succeeds', async ({
	page
}) => {
	await open(page, '');
	const shown = await table(page);
	await page.route(`**/explore/${GROUPS.table}.json`, (route) => route.abort());
	await page.getByRole('button', { name: 'Change what is counted' }).click();
	await page.locator(`[data-figure^="${GROUPS.table} "]`).first().click();
	await expect(status(page)).toContainText('could not be loaded');
	expect(await table(page)).toEqual(shown);
	await expect(page).toHaveURL(/\/explore$/);
	await page.unrouteAll();
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page).toHaveURL(new RegExp(`t=${GROUPS.table}`));
	await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Start over' }).click();
	await expect(page).toHaveURL(/\/explore$/);
	expect(await table(page)).toEqual(shown);
});

test('a permanent link says what version it names; Back leaves the page', async ({ page }) => {
	await page.goto('/charts');
	await page.getByRole('link', { name: 'Explore', exact: true }).click();
	await ready(page);
	await group(page, 'form').locator('summary').click();
	await page.getByRole('radio', { name: 'Bars' }).click();
	await expect(page).toHaveURL(/form=bar/);
	const sql = page.getByRole('link', { name: 'This question in SQL' });
	expect(decodeURIComponent((await sql.getAttribute('href')) ?? '')).toMatch(/explore\/sql\?q=SELECT "\w+"/);
	await page.goBack();
	await expect(page).toHaveURL(/\/charts$/);
	await open(page, '?v=1&form=bar&data=0.0.1');
	await expect(page.locator('[data-version-notice]')).toContainText('0.0.1');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('there is a chart with its table, and the way to all charts', async ({ page }) => {
		await page.goto('/explore');
		await expect(chart(page).locator('svg').first()).toBeVisible();
		await expect(chart(page).locator('tbody tr')).not.toHaveCount(0);
		await expect(page.getByRole('link', { name: 'All ready-made charts' })).toHaveAttribute(
			'href',
			/charts$/
		);
		await expect(page.locator('[data-explore-controls]')).toBeHidden();
	});
});
