import fs from 'node:fs';
import { expect, test, type Page } from './helpers/test.ts';
import { unzipSync, zipSync } from 'fflate';
import { checkPackage } from '../../src/lib/charts/catalog/checkPackage.ts';
import { memoryFiles } from '../../src/lib/package/index.ts';
import { loadSolver } from '../../src/lib/disclosure/index.ts';
import { PublishSession } from '../../src/lib/ui/publish/session.ts';
import { m } from '../../src/lib/words/index.ts';
import { axeFaults } from './helpers/axe.ts';
import { otherLanguages } from './helpers/site.ts';
import { watch } from './helpers/watch.ts';

const EXPORTS = ['casos-por-region.csv', 'contacts.csv'].map((name) => `tests/fixtures/exports/${name}`);

const asked = (page: Page) => page.locator('[data-publish-question]');
const choose = (page: Page, files: { name: string; buffer: Buffer }[] | string[]) =>
	page
		.locator('[data-drop="publish"] input')
		.setInputFiles(
			files.map((file) =>
				typeof file === 'string'
					? { name: file.split('/').at(-1) ?? '', mimeType: 'text/csv', buffer: fs.readFileSync(file) }
					: { ...file, mimeType: 'application/octet-stream' }
			)
		);

const rowsOf = (page: Page, list: string) => page.locator(`[data-list="${list}"] tbody tr`);

/** What a button saves: the archive, and its files by their path in its folder. */
async function saved(page: Page, kind: 'own' | 'public', folder: string) {
	const saving = page.waitForEvent('download');
	await page.locator(`[data-publish-save="${kind}"]`).press('Enter');
	const bytes = new Uint8Array(fs.readFileSync(await (await saving).path()));
	const entries = Object.entries(unzipSync(bytes));
	return {
		bytes,
		files: new Map(entries.map(([name, content]) => [name.slice(folder.length + 1), content]))
	};
}

test('from exports of a spreadsheet to a package, by keys; nothing leaves, and the package is sound', async ({
	page,
	baseURL
}) => {
	const seen = watch(page, baseURL ?? '');
	const sent: string[] = [];
	page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
	await page.setViewportSize({ width: 320, height: 700 });
	await page.goto('/publish');
	expect(await (await page.request.get('/publish')).text()).toMatch(/<noscript>[^]*npm run data -- init/);
	await page.locator('[data-publish] input[type="file"]:enabled').waitFor({ state: 'attached' });
	await choose(page, EXPORTS);
	await expect(page.locator('#publish-found')).toBeFocused();
	// The column of staff is told, and its cells are nowhere.
	await expect(page.locator('[data-publish-found="contacts"] li').first()).toContainText('Filled in by');
	expect(await axeFaults(page)).toEqual([]);

	await page.keyboard.press('Tab');
	await page.keyboard.type('Valley Line');
	await page.keyboard.press('Enter');
	await expect(asked(page)).toHaveAttribute('data-publish-question', 'title');
	await expect(page.locator('#publish-answer')).toHaveValue('Valley Line');
	await page.keyboard.press('Enter');
	await expect(asked(page)).toHaveAttribute('data-publish-question', 'asOf');
	await page.locator('#publish-answer').fill('31.3.2024');
	await asked(page).locator('button.main').press('Enter');
	await expect(page.locator('#publish-wrong')).toBeVisible();
	await expect(page.locator('#publish-answer')).toBeFocused();
	await page.locator('#publish-answer').fill('2024-03-31');
	await page.keyboard.press('Enter');
	await expect(asked(page)).toHaveAttribute('data-publish-question', 'languages');
	await expect(asked(page).locator('input:checked')).toBeFocused();
	// The totals of the file show that regions add up, so that is taken; the focus stands on what is taken.
	for (let question = 0; question < 12; question++) {
		const id = await asked(page).getAttribute('data-publish-question');
		if (id === 'casos_por_region.additivity.region') break;
		await page.keyboard.press('Enter');
		await expect(asked(page)).not.toHaveAttribute('data-publish-question', id ?? '');
	}
	await expect(asked(page).locator('input:checked')).toHaveValue('additive');
	await expect(asked(page).locator('input:checked')).toBeFocused();
	for (let stop = 0; stop < 5; stop++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate(() => document.activeElement?.hasAttribute('data-publish-rest'))) break;
	}
	await page.keyboard.press('Enter');

	await expect(page.locator('#publish-check')).toBeFocused();
	await expect(page.locator('[data-publish-sound]')).toBeVisible();
	await expect(page.locator('[data-publish-disclosure="audited"]')).toBeVisible();
	await expect(rowsOf(page, 'publish-audit-faults')).toHaveText(/a withheld figure can be worked out/);
	await expect(rowsOf(page, 'publish-audit-faults')).toContainText(
		'“Withhold small counts” finds the cheapest'
	);
	await expect(page.locator('[data-publish-private]')).toBeVisible();
	await expect(page.locator('[data-publish-preview="casos_por_region"] tbody tr').first()).toHaveText(
		/2021.*312/s
	);
	expect(sent.filter((each) => each.includes('highs')).length).toBe(1);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	expect(await axeFaults(page)).toEqual([]);
	expect(await page.locator('main').innerText()).not.toContain('Lopez');

	// Neither a damaged archive nor a workbook takes away what is there.
	await choose(page, [{ name: 'broken.zip', buffer: Buffer.from('PK\u0003\u0004 broken') }]);
	await expect(page.locator('[data-publish-failure]')).toBeVisible();
	const workbook = Buffer.from(zipSync({ '[Content_Types].xml': new Uint8Array(9) }));
	await choose(page, [{ name: 'book.xlsx', buffer: workbook }]);
	await expect(page.locator('[data-publish-unread]')).toContainText('book.xlsx');
	await expect(page.locator('[data-publish-files] li')).toHaveCount(2);
	await expect(page.locator('[data-publish-sound]')).toBeVisible();

	const own = await saved(page, 'own', 'my-data');
	expect([...own.files.keys()].sort()).toEqual([
		...[
			'.gitignore',
			'README.md',
			'answers.json',
			'casos_por_region.csv',
			'contacts.csv',
			'datapackage.json'
		],
		...['left_out.csv', 'sources.csv']
	]);
	const read = await checkPackage(memoryFiles(own.files));
	expect(read.faults).toEqual([]);
	expect(read.package).toMatchObject({ title: 'Valley Line', asOf: '2024-03-31' });
	expect(Buffer.concat([...own.files.values()]).toString()).not.toContain('Lopez');

	// What may be published holds nothing that is private.
	await page.locator('[data-publish-protect]').press('Enter');
	await expect(page.locator('[data-publish-disclosure="protected"]')).toBeVisible();
	await expect(page.locator('[data-publish-private]')).toHaveCount(0);
	await expect(page.locator('[data-publish]')).toContainText('[c]: withheld for privacy');
	await expect(rowsOf(page, 'publish-withheld').first()).toHaveText(/casos_por_region\.csv\s*21\s*2$/);
	expect(await axeFaults(page)).toEqual([]);
	const { bytes, files } = await saved(page, 'public', 'my-data-public');
	expect([...files.keys()].sort()).toEqual([
		...['README.md', 'casos_por_region.csv', 'contacts.csv', 'datapackage.json', 'disclosure-log.json'],
		'sources.csv'
	]);
	expect(
		Buffer.from(files.get('casos_por_region.csv') ?? [])
			.toString()
			.match(/\[c\]/g)
	).toHaveLength(2);

	// A package is checked, with the faults of all its files at once, as the command line finds them.
	await choose(page, [{ name: 'package.zip', buffer: Buffer.from(bytes) }]);
	await expect(page.locator('[data-publish-sound]')).toBeVisible();
	await expect(page.locator('[data-publish-disclosure="audited"]')).toContainText('2 of 29');
	await expect(asked(page)).toHaveCount(0);
	const encode = (text: string) => new TextEncoder().encode(text);
	files.set('contacts.csv', encode('year,measure,unit,value,status,source_id\n2021,calls,calls,"1,4",,x\n'));
	files.set('casos_por_region.csv', encode('year;region\n2021;norte\n'));
	files.delete('sources.csv');
	const { faults } = await checkPackage(memoryFiles(files));
	expect(new Set(faults.map(({ file }) => file)).size).toBe(3);
	await choose(page, [{ name: 'package.zip', buffer: Buffer.from(zipSync(Object.fromEntries(files))) }]);
	const rows = rowsOf(page, 'publish-faults');
	await expect(rows).toHaveCount(faults.length);
	const shown = await rows.evaluateAll((all) =>
		all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''))
	);
	expect(shown).toEqual(
		faults.map(({ file, row, column, value, rule, mend }) =>
			[file, row, column, value, rule, mend].map((cell) => String(cell ?? ''))
		)
	);
	await expect(page.locator('[data-publish-disclosure]')).toHaveCount(0);
	await page.getByRole('button', { name: m.publish_start_over() }).press('Enter');
	await expect(page.locator('#publish-files')).toBeFocused();
	await expect(page.locator('[data-publish-files]')).toHaveCount(0);
	expect(sent.join('\n')).not.toMatch(/Valley|Lopez|1204/);
	expect(seen.faults).toEqual([]);
});

test('figures of the next year are held against what is public, by keys', async ({ page, baseURL }) => {
	const seen = watch(page, baseURL ?? '');
	const sheet = (east: string) => `Region,2021,2022\nNorth,7,731\nSouth,843,859\nEast,${east}\n`;
	const first = new PublishSession({ today: '2024-03-31', language: 'en' }, () => loadSolver());
	await first.answer({
		task: 'read',
		files: [{ name: 'sheet.csv', bytes: new TextEncoder().encode(`${sheet('419,8')}Total,1269,1598\n`) }]
	});
	const made = await first.answer({ task: 'protect', answers: {} });
	if (made.told !== 'protected' || !made.bytes) throw new Error(made.told);
	await page.setViewportSize({ width: 320, height: 700 });
	await page.goto('/publish');
	await page.locator('[data-publish] input[type="file"]:enabled').waitFor({ state: 'attached' });
	const answers = { publisher: 'Valley Line', title: 'Figures', asOf: '2023-03-31', languages: 'en' };
	await choose(page, [
		{ name: 'sheet.csv', buffer: Buffer.from(`${sheet('1419,8')}Total,2269,1598\n`) },
		{ name: 'answers.json', buffer: Buffer.from(JSON.stringify(answers)) }
	]);
	// What was answered last time is not asked again, but for the day.
	await expect(page.locator('[data-publish-answers]')).toContainText('taken again: 3');
	await expect(asked(page)).toHaveAttribute('data-publish-question', 'asOf');
	await expect(asked(page).or(page.locator('[data-publish]'))).toContainText(['Question 1 of']);
	await page.locator('#publish-answer').press('Enter');
	await expect(asked(page)).toHaveAttribute('data-publish-question', 'license');
	await page.locator('[data-publish-rest]').press('Enter');
	await expect(page.locator('[data-publish-disclosure="audited"]')).toBeVisible();

	const earlier = page.locator('[data-publish-earlier]');
	await earlier.locator('summary').press('Enter');
	const input = earlier.locator('input[type="file"]');
	const entries = Object.entries(unzipSync(made.bytes));
	const kept = entries.flatMap(([name, content]) =>
		/(?:csv|datapackage\.json)$/.test(name)
			? [[name.replace('/', '/releases/v1.0.0/'), content] as const]
			: []
	);
	const archiveOf = (files: typeof kept) => ({
		mimeType: 'application/zip',
		buffer: Buffer.from(zipSync(Object.fromEntries(files)))
	});
	await input.setInputFiles({ name: 'text.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') });
	await expect(earlier.getByRole('alert')).toContainText('datapackage.json');
	// Without its release, new figures could get the number of the old ones.
	await input.setInputFiles({ name: 'my-data-public.zip', ...archiveOf(entries) });
	await expect(earlier.getByRole('alert')).toContainText('release my-data-public');
	await input.setInputFiles({ name: 'my-data-public.zip', ...archiveOf([...entries, ...kept]) });
	await expect(earlier.getByRole('status')).toContainText('1.0.0');
	await expect(earlier.locator('summary')).toBeFocused();
	await expect(page.locator('[data-publish-disclosure="audited"]')).toBeVisible();
	expect(await axeFaults(page)).toEqual([]);
	await page.locator('[data-publish-protect]').press('Enter');
	await expect(page.locator('[data-publish-disclosure="protected"]')).toBeVisible();
	const { files } = await saved(page, 'public', 'my-data-public');
	const hidden = (bytes: Uint8Array | undefined) =>
		Buffer.from(bytes ?? [])
			.toString()
			.split('\n')
			.flatMap((line) => (line.includes('[c]') ? [line.split(',').slice(0, 2).join()] : []));
	expect(hidden(files.get('sheet.csv'))).toEqual(hidden(unzipSync(made.bytes)['my-data-public/sheet.csv']));
	await expect(page.locator('[data-publish] ol')).toContainText('release my-data-public --stamp');

	// Without it, another choice would be made, which readers of the first release could work out.
	await earlier.locator('[data-publish-earlier-leave]').press('Enter');
	await expect(page.locator('[data-publish-disclosure="audited"]')).toBeVisible();
	await page.locator('[data-publish-protect]').press('Enter');
	await expect(page.locator('[data-publish-disclosure="protected"]')).toBeVisible();
	const alone = await saved(page, 'public', 'my-data-public');
	expect(hidden(alone.files.get('sheet.csv'))).not.toEqual(hidden(files.get('sheet.csv')));
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	expect(seen.faults).toEqual([]);
});

for (const language of otherLanguages()) {
	test(`${language}: what the worker says is in the words of the page`, async ({ page }) => {
		await page.goto(`${language}/publish`);
		await page.locator('[data-publish] input[type="file"]:enabled').waitFor({ state: 'attached' });
		await choose(page, EXPORTS.slice(0, 1));
		const locale = language.slice(1) as 'en' | 'es';
		await expect(page.locator('[data-publish-found]')).toContainText(
			m.publish_found_totals({ count: 1 }, { locale })
		);
	});
}
