import { expect, test, type Page } from './helpers/test.ts';
import fs from 'node:fs';
import path from 'node:path';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import { descriptor, inEnglish } from './helpers/data.ts';
import { TESTED } from './helpers/tested.ts';
import { axeFaults } from './helpers/axe.ts';

const LETTERS = descriptor.resources.some(({ schema }) =>
	schema.fields.some(({ role }) => role === 'confidence')
);
const PAPERS = ['A4', 'Letter'] as const;

/** Pages of a PDF: each has one object of the type Page. */
function pagesOf(pdf: Buffer): number {
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** What a PDF would hold of the brief's sheets beyond their papers, and how many pages it has. */
async function printed(page: Page): Promise<number[]> {
	const counts: number[] = [];
	for (const format of PAPERS) counts.push(pagesOf(await page.pdf({ format, preferCSSPageSize: false })));
	return counts;
}

async function opened(page: Page, search: string) {
	await page.goto(`/report${search}`);
	await expect(page.locator('[data-print]')).toBeVisible();
	await expect(page.locator('[data-report] [data-chart]').first()).toBeVisible();
}

/** Places of the package under test, by their codes. */
const PLACES = (placesField()?.categories ?? []).map(({ value, label }) => ({
	code: value,
	name: inEnglish(label)
}));
const NO_PLACES = 'The package has no places.';
const codes = (...at: number[]) => at.map((each) => PLACES[each]?.code ?? '').join(',');
/** Years that the form offers. */
const YEARS = [
	...fs
		.readFileSync(path.join(buildFolder(), TESTED, 'report.html'), 'utf8')
		.matchAll(/<option value="(\d{4})"/g)
]
	.map(([, year = '']) => year)
	.sort();
const [FIRST = ''] = YEARS;
const LATER = YEARS[Math.floor(YEARS.length / 4) * 2] ?? FIRST;

function placesField() {
	const name = descriptor.places?.field;
	return descriptor.resources.flatMap(({ schema }) => schema.fields).find((field) => field.name === name);
}

for (const search of [
	'',
	...(PLACES.length
		? [
				`?places=${codes(8, 21, 29, 33, 48)}`,
				`?from=${LATER}&places=${codes(8, 21, 29, 33, 48)}`,
				`?from=${FIRST}&places=${codes(24, 31, 34, 39, 41)}`,
				`?from=${LATER}&to=${YEARS.at(-2)}&places=${codes(43)}`
			]
		: []),
	`?from=${FIRST}`,
	`?from=${LATER}&to=${LATER}`
]) {
	test(`prints on two pages of either paper: ${search || 'the standard brief'}`, async ({ page }) => {
		await opened(page, search);
		if (search.includes('places')) {
			const count = search.replace(/.*places=/, '').split(',').length;
			await expect(page.locator('[aria-labelledby="brief-places"] tbody tr')).toHaveCount(count);
		}
		for (const sheets of await printed(page)) expect(sheets).toBeLessThanOrEqual(2);
	});
}

test('holds title, period, figures, charts, method, letters, sources and citation on paper alone', async ({
	page
}) => {
	await opened(page, '');
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	for (const hidden of ['body header.no-print', 'nav', 'footer', '.print-brand', '[data-report-choice]']) {
		expect(await page.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0);
	}
	const brief = page.locator('[data-report]');
	await expect(brief.getByRole('heading', { level: 1 })).toHaveText(
		/^What the line did, \d{4}(\/\d\d)? to \d{4}(\/\d\d)?$/
	);
	expect(await brief.locator('[aria-labelledby="brief-figures"] li').count()).toBeGreaterThanOrEqual(2);
	const drawn = await brief.locator('[data-chart]').count();
	expect(drawn).toBeGreaterThan(1);
	expect(drawn).toBeLessThanOrEqual(4);
	for (const words of [
		'Method and limits',
		'What the figures cannot say',
		...(LETTERS ? ['How sure'] : []),
		'Sources.',
		'How to cite.'
	]) {
		await expect(brief).toContainText(words);
	}
	// A build that was not told its address leaves it to the page, which knows once somebody is there.
	await brief.hover();
	await expect(brief.locator('[data-citation]')).toContainText(
		/data version \d+\.\d+\.\d+, as of .+\/report/
	);
	for (const figure of await brief.locator('[aria-labelledby="brief-figures"] li').all()) {
		await expect(figure).toContainText(/, (in )?.*\d{4}/);
		if (LETTERS) await expect(figure.locator('.source')).toContainText(/\([A-D]\)$/);
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the standard brief reads and prints, and says how', async ({ page }) => {
		await page.goto('/report');
		await expect(page.locator('[data-report] [data-chart]').first()).toBeVisible();
		const hint = page.locator('[data-report-choice] noscript p');
		await expect(hint).toBeVisible();
		expect(await hint.evaluate((element) => element.textContent)).toContain(
			'use your browser’s print command'
		);
		await expect(page.locator('[data-print]')).toHaveCount(0);
		for (const sheets of await printed(page)) expect(sheets).toBeLessThanOrEqual(2);
	});
});

test('a choice by keyboard changes brief and address, and can be sent on', async ({ page }) => {
	test.skip(!PLACES.length, NO_PLACES);
	await opened(page, '');
	const place = page.locator('select[name="place-1"]');
	await place.focus();
	await page.keyboard.type('Vermont');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Vermont');
	await page.locator('select[name="from"]').selectOption('2012');
	await expect(page).toHaveURL(/\/report\?from=2012&places=VT$/);
	await expect(page.locator('[data-citation]')).toContainText('/report?from=2012&places=VT');
	const title = await page.getByRole('heading', { level: 1 }).textContent();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
	await page.getByRole('button', { name: 'Standard brief' }).click();
	await expect(page).toHaveURL(/\/report$/);
	await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Vermont');
});

test('a period that ends before it begins takes its other end along', async ({ page }) => {
	await opened(page, '');
	await page.locator('select[name="to"]').selectOption(FIRST);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(`What the line did, ${FIRST}`);
	await expect(page.locator('select[name="from"]')).toHaveValue(FIRST);
});

test('what an address asks in vain is left out, named and not repeated', async ({ page }) => {
	await opened(page, '?from=1066&to=<b>x</b>' + (PLACES.length ? '&places=ZZ,TX' : ''));
	await expect(page.locator('[data-notice]')).toHaveCount(PLACES.length ? 3 : 2);
	await expect(page).toHaveURL(PLACES.length ? /\/report\?places=TX$/ : /\/report$/);
	await expect(page.locator('main')).not.toContainText('<b>');
});

test('the button opens the print dialog', async ({ page }) => {
	await page.addInitScript(() => {
		window.print = () => {
			document.documentElement.dataset['printed'] = 'yes';
		};
	});
	await opened(page, '');
	await page.locator('[data-print]').click();
	await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
});

test('fits a small screen and passes axe, with places', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	await opened(page, PLACES.length ? `?places=${codes(8, 21, 29, 33, 48)}` : '');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(
		PLACES[21]?.name ?? 'What the line did'
	);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	expect(await axeFaults(page)).toEqual([]);
});

test('says so when the figures of places cannot be had, and has them at the next try', async ({ page }) => {
	test.skip(!PLACES.length, NO_PLACES);
	await page.route('**/report/places.json', (route) => route.abort());
	await opened(page, '?places=TX');
	await expect(page.locator('[data-notice]')).toContainText(
		'Figures of the chosen places could not be shown'
	);
	await page.unroute('**/report/places.json');
	await page.locator('select[name="place-2"]').selectOption('VT');
	await expect(page.locator('[aria-labelledby="brief-places"] tbody tr')).toHaveCount(2);
	await expect(page.locator('[data-notice]')).toHaveCount(0);
});
