import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './helpers/axe.ts';

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

for (const search of [
	'',
	'?places=DC,MA,NH,NC,WV',
	'?from=2012&places=DC,MA,NH,NC,WV',
	'?from=2008&places=MS,NM,ND,SD,RI',
	'?from=2012&to=2016&places=TX',
	'?from=2008',
	'?from=2011&to=2011'
]) {
	test(`prints on two pages of either paper: ${search || 'the standard brief'}`, async ({ page }) => {
		await opened(page, search);
		if (search.includes('places')) {
			const count = search.replace(/.*places=/, '').split(',').length;
			await expect(page.locator('[aria-labelledby="brief-places"] tbody tr')).toHaveCount(count);
		}
		expect(await printed(page)).toEqual([2, 2]);
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
	await expect(brief.getByRole('heading', { level: 1 })).toHaveText(/^What the line did, \d{4} to \d{4}$/);
	expect(await brief.locator('[aria-labelledby="brief-figures"] li').count()).toBeGreaterThanOrEqual(4);
	expect(await brief.locator('[data-chart]').count()).toBe(4);
	for (const words of [
		'Method and limits',
		'What the figures cannot say',
		'How sure',
		'Sources.',
		'How to cite.'
	]) {
		await expect(brief).toContainText(words);
	}
	await expect(brief.locator('[data-citation]')).toContainText(
		/data version \d+\.\d+\.\d+, as of .+\/report$/
	);
	for (const figure of await brief.locator('[aria-labelledby="brief-figures"] li').all()) {
		await expect(figure).toContainText(/, (in )?.*\d{4}/);
		await expect(figure.locator('.source')).toContainText(/\([A-D]\)$/);
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the standard brief reads and prints, and says how', async ({ page }) => {
		await page.goto('/report');
		await expect(page.locator('[data-report] [data-chart]')).toHaveCount(4);
		const hint = page.locator('[data-report-choice] noscript p');
		await expect(hint).toBeVisible();
		expect(await hint.evaluate((element) => element.textContent)).toContain(
			'use your browser’s print command'
		);
		await expect(page.locator('[data-print]')).toHaveCount(0);
		expect(await printed(page)).toEqual([2, 2]);
	});
});

test('a choice by keyboard changes brief and address, and can be sent on', async ({ page }) => {
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
	await page.locator('select[name="to"]').selectOption('2012');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the line did, 2012');
	await expect(page.locator('select[name="from"]')).toHaveValue('2012');
});

test('what an address asks in vain is left out, named and not repeated', async ({ page }) => {
	await opened(page, '?from=1066&to=<b>x</b>&places=ZZ,TX');
	await expect(page.locator('[data-notice]')).toHaveCount(3);
	await expect(page).toHaveURL(/\/report\?places=TX$/);
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

test('fits a small screen and passes axe, with places, light and dark', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await opened(page, '?places=DC,MA,NH,NC,WV');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Massachusetts');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		expect(await axeFaults(page)).toEqual([]);
	}
});

test('says so when the figures of places cannot be had, and has them at the next try', async ({ page }) => {
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
