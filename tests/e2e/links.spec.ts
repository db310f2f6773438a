import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './helpers/test.ts';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import { directionOf } from '../../src/lib/words/language.ts';
import { brokenLinks } from './helpers/links.ts';
import { descriptor } from './helpers/data.ts';
import { everyPage, fileOf, otherLanguages } from './helpers/site.ts';

test('every address inside the site leads somewhere, and every page can be reached', () => {
	const { broken, reached } = brokenLinks(buildFolder());
	expect(broken).toEqual([]);
	for (const language of ['', ...otherLanguages()]) {
		expect(everyPage(undefined, language).filter((address) => !reached.has(address))).toEqual([]);
	}
	expect(reached.size).toBeGreaterThan(20);
});

test('pages have one heading of the first order, a title of their own and a language', () => {
	const languages = ['', ...otherLanguages()];
	const titles = new Map<string, string>();
	for (const [at, address] of languages.flatMap((language, index) =>
		everyPage(undefined, language).map((each): [number, string] => [index, each])
	)) {
		const html = fs.readFileSync(path.join(buildFolder(), fileOf(address)), 'utf8');
		expect(html.match(/<h1[\s>]/g), address).toHaveLength(1);
		const tag = descriptor.languages[at] ?? '';
		expect(html, address).toContain(`<html lang="${tag}" dir="${directionOf(tag)}"`);
		const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
		const own = `${at} ${title}`;
		expect(titles.get(own), `${address} has the title of another page: ${title}`).toBeUndefined();
		titles.set(own, address);
	}
});
