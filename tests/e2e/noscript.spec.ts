import { expect, test } from './helpers/test.ts';
import { axeFaults } from './helpers/axe.ts';
import { LINE } from './helpers/charts.ts';
import { dealtLook, pagesToLookAt, take } from './helpers/looks.ts';
import { chartFaults, sidewaysScroll } from './helpers/measures.ts';
import { chartPages, inGroups, isMadeAlike } from './helpers/site.ts';

test.use({ javaScriptEnabled: false });

const charts = chartPages();

const NONE = { missing: [], small: [], cut: [], overlapping: [] };

for (const [at, group] of inGroups(pagesToLookAt(false), 4).entries()) {
	test(`without scripts, ${at + 1}: ${group[0]} and the next`, async ({ page }) => {
		for (const address of group) {
			await page.setViewportSize({ width: 320, height: 900 });
			await page.goto(address);
			await expect.soft(page.locator('h1'), address).toHaveCount(1);
			const drawn = await page
				.locator('figure[data-chart]')
				.evaluateAll((figures) => figures.map((figure) => figure.getAttribute('data-answered-by')));
			expect.soft(drawn.filter((by) => by !== 'build')).toEqual([]);
			if (charts.includes(address)) expect.soft(drawn, address).toHaveLength(1);
			// Where a page is made like another one, that one is measured wide, too.
			for (const width of isMadeAlike(address) ? [320] : [320, 1280]) {
				await page.setViewportSize({ width, height: 900 });
				expect.soft(await chartFaults(page), `charts of ${address} at ${width} px`).toEqual(NONE);
				expect.soft(await sidewaysScroll(page), `sideways scroll of ${address} at ${width} px`).toBe(0);
			}
			const dealt = dealtLook(address);
			if (dealt.scripts) continue;
			await take(page, dealt);
			expect.soft(await axeFaults(page, {}, { scripts: false }), address).toEqual([]);
		}
	});
}

test('the navigation names the page that is open', async ({ page }) => {
	for (const address of ['/', '/trends', '/data', '/charts', '/journalists', LINE.address]) {
		await page.goto(address);
		const current = page.getByRole('navigation').locator('[aria-current=page]');
		await expect(current).toHaveCount(1);
	}
});
