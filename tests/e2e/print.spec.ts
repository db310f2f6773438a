import { expect, test } from './helpers/test.ts';
import { FILTERED, LINE, STACKED } from './helpers/charts.ts';
import { sitePages } from './helpers/site.ts';
import { chartFaults } from './helpers/measures.ts';

// A4 in CSS px, with margins of 1 cm.
const PAPER = { width: 718, height: 1047 };

const PAGE = sitePages().find((address) => /^\/(types|channels)$/.test(address)) ?? '/trends';

for (const address of new Set(['/', PAGE, STACKED.address, (FILTERED?.chart ?? LINE).address])) {
	test(`prints charts whole and without controls: ${address}`, async ({ page }) => {
		await page.setViewportSize(PAPER);
		await page.goto(address);
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		for (const hidden of ['form[data-filters]', 'nav', 'a[data-download]']) {
			expect(await page.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0);
		}
		await expect(page.locator('figure[data-chart] svg').first()).toBeVisible();
		expect(await chartFaults(page)).toEqual({ missing: [], small: [], cut: [], overlapping: [] });
		const paper = await page.evaluate(() => {
			const probe = document.createElement('canvas').getContext('2d');
			if (!probe) throw new Error('No canvas to read colours with.');
			probe.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
			probe.fillRect(0, 0, 1, 1);
			return Math.min(...[...probe.getImageData(0, 0, 1, 1).data].slice(0, 3));
		});
		expect(paper, 'dark ink on light paper').toBeGreaterThan(230);
		const tall = await page.locator('figure[data-chart] .picture').evaluateAll((pictures) =>
			pictures
				.filter((picture) => picture.getBoundingClientRect().height <= 1000)
				.filter((picture) => !/avoid/.test(getComputedStyle(picture).breakInside))
				.map((picture) => picture.closest('[data-chart]')?.getAttribute('data-chart'))
		);
		expect([...new Set(tall)], 'pictures that may be torn between two sheets').toEqual([]);
		const pdf = await page.pdf({
			format: 'A4',
			margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' }
		});
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(0);
	});
}
