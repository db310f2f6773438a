import { expect, test, type Page } from './helpers/test.ts';
import { axeFaults } from './helpers/axe.ts';
import { runSql } from './helpers/sql.ts';
import { watch } from './helpers/watch.ts';

const PAGE = '/explore/sql';
const SECRET = 'Quillfeather';

const FAULTY = [
	'fips,state,year,calls,note',
	'01,Alabama,2019,120,',
	'02,Alaska,2019,[c],a',
	'05,Arkansas,2019',
	'06,California,2019,"1,234",<b>=1+1</b>',
	'08,"Colorado,2019,5,x',
	'09,Connecticut,2019,3,b'
].join('\n');

const JOIN = `SELECT DISTINCT c.fips, c.calls, c.calls_status FROM hotline_calls c
JOIN sources s ON s.source_id IS NOT NULL ORDER BY c.fips`;

const PERSONAL = [
	'caller name,phone,county,calls',
	`Ana ${SECRET},(202) 555-0101,King,12`,
	`John ${SECRET},(202) 555-0102,Kern,15`
].join('\n');

async function open(page: Page): Promise<void> {
	await page.goto(PAGE);
	await page.locator('[data-own] input[type="file"]:enabled').waitFor({ state: 'attached' });
}

const own = (page: Page) => page.locator('[data-own]');
const choose = (page: Page, name: string, content: string | Buffer) =>
	page
		.locator('[data-own] input[type="file"]')
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

/** Drops a file on the page as a reader drags it there. */
async function dropFile(page: Page, name: string, content: string): Promise<void> {
	const transfer = await page.evaluateHandle(
		([file, text]) => {
			const data = new DataTransfer();
			data.items.add(new File([text ?? ''], file ?? ''));
			return data;
		},
		[name, content]
	);
	await page.locator('[data-drop="own"]').dispatchEvent('drop', { dataTransfer: transfer });
}

test('a dropped file is read, its faults are named, and it becomes a table; nothing leaves; a reload forgets it', async ({
	page,
	baseURL
}) => {
	const seen = watch(page, baseURL ?? '');
	await open(page);
	await expect(own(page).locator('[data-own-promise]')).toContainText('never leave this browser');
	const bodies: string[] = [];
	page.on('request', (request) => bodies.push(`${request.url()} ${request.postData() ?? ''}`));
	await dropFile(page, 'Hotline calls.csv', FAULTY);
	await expect(own(page).locator('[data-own-found]')).toContainText('Rows: 4. Columns: 5.');
	const faults = own(page).locator('[data-list="own-faults"] tbody tr');
	await expect(faults).toHaveCount(2);
	await expect(faults.nth(0)).toContainText('Cells in this row: 3; needed: 5.');
	await expect(faults.nth(1).locator('td').first()).toHaveText('6');
	await expect(own(page).locator('[data-own-first] tbody tr').nth(2)).toContainText('<b>=1+1</b>');
	await expect(own(page).locator('[data-own-column="fips"]')).toContainText('leading zeros stay');
	await expect(own(page).locator('[data-own-column="calls"]')).toContainText('calls_status');
	await expect(own(page).locator('[data-own-small]')).toContainText('from 1 to 10: 1.');

	await own(page).locator('[data-own-column="state"] select').first().selectOption('whole');
	await expect(own(page).locator('[data-own-column="state"]')).toContainText('will be empty: 4');
	await expect(faults).toHaveCount(6);
	await own(page).locator('[data-own-column="state"] select').first().selectOption('text');

	await own(page).locator('[data-own-use]').click();
	const table = own(page).locator('[data-own-table="hotline_calls"]');
	await expect(table).toContainText('fips, state, year, calls, calls_status, note');
	await expect(table).toContainText('Rows: 4');
	await runSql(page, JOIN);
	const joined = page.locator('[data-sql-result] tbody tr[aria-rowindex]');
	await expect(joined).toHaveText([/01.*120/s, /02.*\[c\]/s, /06.*1,?234/s, /09.*3/s]);

	await choose(page, 'Hotline calls.csv', FAULTY);
	await expect(own(page)).toContainText(
		'hotline_calls_2, because another table is already called hotline_calls'
	);
	await own(page).getByRole('button', { name: 'Do not use it' }).click();
	await table.getByRole('button', { name: 'Remove hotline_calls' }).click();
	await expect(own(page)).toContainText('None yet.');

	await choose(page, 'again.csv', FAULTY);
	await own(page).locator('[data-own-use]').click();
	await expect(own(page).locator('[data-own-table]')).toHaveCount(1);
	expect(bodies.filter((each) => /Connecticut|Hotline%20calls|hotline_calls/.test(each))).toEqual([]);
	expect(seen.faults).toEqual([]);
	await open(page);
	await expect(own(page)).toContainText('None yet.');
});

test('personal data are named first and left out unless the reader insists; keyboard alone does it', async ({
	page
}) => {
	await open(page);
	await choose(page, 'callers.csv', PERSONAL);
	const flagged = own(page).locator('[data-own-flagged]');
	await expect(flagged).toHaveCount(2);
	await expect(flagged.first()).toContainText('may hold names of people. Cells that look so: 2 of 2 (100%)');
	expect(await own(page).innerText()).not.toContain(SECRET);
	expect(await axeFaults(page)).toEqual([]);

	const keep = flagged.first().getByRole('checkbox');
	await keep.focus();
	await page.keyboard.press('Space');
	await expect(own(page).locator('[data-own-first]')).toContainText(SECRET);
	await page.keyboard.press('Space');
	await expect(own(page).locator('[data-own-first]')).not.toContainText(SECRET);
	const use = own(page).locator('[data-own-use]');
	await page.keyboard.press('Tab');
	for (let at = 0; at < 40 && !(await use.evaluate((button) => button === document.activeElement)); at++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(own(page).locator('[data-own-table="callers"]')).toContainText('Columns: county, calls');

	const people = Array.from({ length: 30 }, (_, at) => `${17 + at},f,King`).join('\n');
	await choose(page, 'people.csv', `age,gender,county\n${people}\n`);
	await expect(use).toBeDisabled();
	await own(page).getByLabel('Use this table although each row may be one person').check();
	await expect(use).toBeEnabled();
});

test('files that cannot be used are told in words, and the page stays usable at 320 pixels', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await open(page);
	const failed = own(page).locator('[data-own-failed]').last();
	for (const [name, content, words] of [
		['empty.csv', '', 'The file is empty'],
		['book.csv', 'PK\u0003\u0004[Content_Types].xml', 'workbook'],
		['binary.csv', Buffer.from(Array.from({ length: 512 }, (_, at) => at % 256)), 'not text']
	] as const) {
		await choose(page, name, content);
		await expect(failed).toContainText(words);
	}
	await page.evaluate(() => {
		const data = new DataTransfer();
		const file = new File(['a'], 'large.csv');
		Object.defineProperty(file, 'size', { value: 300_000_000 });
		Object.defineProperty(data, 'files', { value: [file] });
		const drop = new DragEvent('drop', { bubbles: true, dataTransfer: data });
		document.querySelector('[data-drop="own"]')?.dispatchEvent(drop);
	});
	await expect(failed).toContainText('The file has 300 MB; at most 200 MB are read');

	const wide = Array.from({ length: 500 }, (_, at) => `c${at}`).join(',');
	await choose(page, 'wide.csv', `${wide}\n${wide.replaceAll('c', '')}\n`);
	await expect(own(page).locator('[data-own-column]')).toHaveCount(30);
	await own(page).getByRole('button', { name: 'Show all 500 columns' }).click();
	await expect(own(page).locator('[data-own-column]')).toHaveCount(500);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await own(page).locator('[data-own-use]').click();
	await expect(own(page).locator('[data-own-table="wide"]')).toBeVisible();
});
