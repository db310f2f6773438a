import fs from 'node:fs';
import { expect, test, type Page } from './helpers/test.ts';
import { FILTERED, STACKED, chosenRows } from './helpers/charts.ts';

/** A chart as a reader narrowed it. */
const SHOWN = FILTERED ? `${FILTERED.chart.address}?${FILTERED.name}=${FILTERED.value}` : STACKED.address;

async function downloadOf(page: Page, selector: string): Promise<Buffer> {
	const [download] = await Promise.all([page.waitForEvent('download'), page.locator(selector).click()]);
	return fs.readFileSync(await download.path());
}

/** Size of a picture, and how many of its pixels have which of some colours, as the browser draws it. */
function coloursOf(page: Page, png: Buffer, wanted: string[]) {
	return page.evaluate(
		async ([data, names]) => {
			const image = new Image();
			image.src = `data:image/png;base64,${data}`;
			await image.decode();
			const canvas = document.createElement('canvas');
			[canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
			const brush = canvas.getContext('2d');
			if (!brush) throw new Error('no canvas');
			brush.drawImage(image, 0, 0);
			const { data: pixels } = brush.getImageData(0, 0, canvas.width, canvas.height);
			const counts = names.map(() => 0);
			for (let at = 0; at < pixels.length; at += 4) {
				const colour = [0, 1, 2]
					.map((part) => (pixels[at + part] ?? 0).toString(16).padStart(2, '0'))
					.join('');
				const found = names.indexOf(`#${colour}`);
				if (found >= 0) counts[found] = (counts[found] ?? 0) + 1;
			}
			return { width: canvas.width, height: canvas.height, counts };
		},
		[png.toString('base64'), wanted] as const
	);
}

test('the files of a chart are pictures of its forms', async ({ page, request }) => {
	await page.goto(STACKED.address);
	const png = await downloadOf(page, 'a[data-download="png"]');
	const { width, height, counts } = await coloursOf(page, png, ['#fdfbf6', '#1a1a18']);
	expect([width, height]).toEqual([2400, 1350]);
	for (const count of counts) expect(count).toBeGreaterThan(2000);

	const square = await request.get(`${STACKED.address}-square.png`);
	expect(square.headers()['content-type']).toBe('image/png');
	expect((await coloursOf(page, await square.body(), [])).width).toBe(2160);
	for (const name of [`${STACKED.id}.svg`, `${STACKED.id}-small.svg`]) {
		const svg = await request.get(`/charts/${name}`);
		expect(svg.headers()['content-type']).toContain('image/svg+xml');
		expect(await svg.text()).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
	}
});

test('pictures of what is shown have the choice of the reader', async ({ page }) => {
	test.skip(!FILTERED, 'No chart of the package can be narrowed to one part.');
	await page.goto(SHOWN);
	await expect(page.locator('figure[data-chart]')).not.toHaveAttribute('data-answered-by', 'build');
	const text = (await downloadOf(page, '[data-make="svg"]')).toString('utf8');
	const figures = FILTERED ? chosenRows(FILTERED) : [];
	const drawn = figures.filter((row) =>
		text.includes(`>${Number(row['value']).toLocaleString('en-US')}</text>`)
	);
	expect(drawn.length).toBeGreaterThan(0);
	// A long address runs over several lines.
	expect(text.replace(/<[^>]*>/g, '')).toContain(SHOWN);
	const fault = await page.evaluate(
		(svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')?.textContent,
		text
	);
	expect(fault).toBeUndefined();

	const png = await downloadOf(page, '[data-make="png"]');
	const { width, height, counts } = await coloursOf(page, png, ['#fdfbf6', '#1a1a18']);
	expect([width, height]).toEqual([2400, 1350]);
	for (const count of counts) expect(count).toBeGreaterThan(2000);
	await expect(page.locator('.state')).toHaveText(/is made/);
});

test('a picture in the dark theme is dark', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	test.skip(!FILTERED, 'No chart of the package can be narrowed to one part.');
	await page.goto(SHOWN);
	await expect(page.locator('figure[data-chart]')).not.toHaveAttribute('data-answered-by', 'build');
	const png = await downloadOf(page, '[data-make="png"]');
	const { counts } = await coloursOf(page, png, ['#16181b', '#ecebe6']);
	for (const count of counts) expect(count).toBeGreaterThan(2000);
});

test('a picture that cannot be made is told in words', async ({ page }) => {
	test.skip(!FILTERED, 'No chart of the package can be narrowed to one part.');
	await page.goto(SHOWN);
	await expect(page.locator('[data-make="png"]')).toBeVisible();
	await page.evaluate(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	});
	await page.locator('[data-make="png"]').click();
	await expect(page.locator('.state')).toHaveText(/could not be made \(no canvas\)/);
});
