import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './helpers/test.ts';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import { descriptor } from './helpers/data.ts';
import { textsOf } from './helpers/texts.ts';
import { chartFaults, sidewaysScroll } from './helpers/measures.ts';
import { embedPages, everyPage, fileOf, inGroups, otherLanguages } from './helpers/site.ts';
import { engineReady } from './helpers/watch.ts';

const PATHS = ['', ...otherLanguages()];
const NONE = { missing: [], small: [], cut: [], overlapping: [] };
const read = (address: string) => fs.readFileSync(path.join(buildFolder(), fileOf(address)), 'utf8');
const nameOf = (tag: string) =>
	new Intl.DisplayNames([tag], { type: 'language' }).of(tag.split('-')[0] ?? tag) ?? '';

for (const [index, language] of otherLanguages().entries()) {
	const tag = descriptor.languages[index + 1] ?? '';

	test(`${tag} has every page of the main language, and each names the others`, () => {
		const pages = everyPage(undefined, language);
		expect(pages.map((address) => address.slice(language.length))).toEqual(everyPage());
		for (const address of [...everyPage(), ...pages]) {
			const html = read(address);
			const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
			const own = address.startsWith(`${language}/`) ? address.slice(language.length) : address;
			expect(
				alternates.map(([, to, href = '']) => [to, new URL(href).pathname]),
				address
			).toEqual([
				...descriptor.languages.map((each, at) => [each.split('-')[0], (PATHS[at] ?? '') + own]),
				['x-default', own]
			]);
		}
	});

	test(`${tag} says nothing in the words of the main language`, () => {
		const left = [...everyPage(undefined, language), ...embedPages(language)].flatMap((address) => {
			const main = new Set(textsOf(read(address.slice(language.length))));
			return textsOf(read(address))
				.filter((text) => main.has(text))
				.map((text) => `${address}: ${text}`);
		});
		expect(left).toEqual([]);
	});

	for (const [at, group] of inGroups(embedPages(language), 12).entries()) {
		test(`embeds in ${tag}, ${at + 1}, from 280 to 1,200 px`, async ({ page }) => {
			for (const address of group) {
				await page.setViewportSize({ width: 280, height: 900 });
				await page.goto(address);
				await expect.soft(page.locator('html')).toHaveAttribute('lang', tag);
				for (const width of [280, 640, 1200]) {
					await page.setViewportSize({ width, height: 900 });
					expect.soft(await chartFaults(page), `${address} at ${width} px`).toEqual(NONE);
					expect.soft(await sidewaysScroll(page), `${address} at ${width} px`).toBe(0);
				}
			}
		});
	}

	test(`a reader goes to ${tag} and back with what was chosen, and the database answers there`, async ({
		page,
		baseURL
	}) => {
		// The main language, whichever it is.
		await page.goto(new URL('/trends?x=1#main', baseURL).href);
		// Until the scripts have taken over the link leads to the page alone.
		await engineReady(page);
		await page.getByRole('link', { name: nameOf(tag) }).click();
		await expect(page).toHaveURL(new RegExp(`${language}/trends\\?x=1#main$`));
		await engineReady(page);
		await page.getByRole('link', { name: nameOf(descriptor.languages[0] ?? '') }).click();
		await expect(page).toHaveURL(/^https?:\/\/[^/]+\/trends\?x=1#main$/);
	});
}
