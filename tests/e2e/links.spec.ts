import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import { brokenLinks } from './helpers/links.ts';
import { everyPage } from './helpers/site.ts';

test('every address inside the site leads somewhere, and every page can be reached', () => {
	const { broken, reached } = brokenLinks(buildFolder());
	expect(broken).toEqual([]);
	expect(everyPage().filter((address) => !reached.has(address))).toEqual([]);
	expect(reached.size).toBeGreaterThan(60);
});

test('pages have one heading of the first order, a title of their own and a language', () => {
	const titles = new Map<string, string>();
	for (const address of everyPage()) {
		const file = path.join(buildFolder(), address === '/' ? 'index.html' : `${address}.html`);
		const html = fs.readFileSync(file, 'utf8');
		expect(html.match(/<h1[\s>]/g), address).toHaveLength(1);
		expect(html, address).toMatch(/<html lang="en"/);
		const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
		expect(titles.get(title), `${address} has the title of another page: ${title}`).toBeUndefined();
		titles.set(title, address);
	}
});
