import fs from 'node:fs';
import { join } from 'node:path';
import { everyPage, fileOf, otherLanguages, siteFiles } from './site.ts';

const ORIGIN = 'http://site';

/**
 * Follows the links of every page of a built site.
 * @param base path below which it is published, without a slash at the end
 * @returns links that lead nowhere, as `from -> to`, and the pages that some link leads to
 */
export function brokenLinks(folder: string, base = ''): { broken: string[]; reached: Set<string> } {
	const files = new Set(siteFiles(folder));
	const pages = ['', ...otherLanguages(folder)].flatMap((language) => everyPage(folder, language));
	const broken: string[] = [];
	const reached = new Set(['/']);
	for (const page of pages) {
		const html = fs.readFileSync(join(folder, fileOf(page)), 'utf8');
		const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
		for (const [, link = ''] of html.matchAll(/<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
			const target = new URL(link.replaceAll('&amp;', '&'), ORIGIN + base + page);
			if (target.origin !== ORIGIN) continue;
			const path = decodeURIComponent(target.pathname);
			if (!path.startsWith(`${base}/`)) {
				broken.push(`${page} -> ${link}`);
				continue;
			}
			const address = path.slice(base.length);
			if (address === page && target.hash && !ids.has(decodeURIComponent(target.hash.slice(1))))
				broken.push(`${page} -> ${link}`);
			if (pages.includes(address)) reached.add(address);
			// What stands in frames is no page, but can be opened.
			else if (!files.has(address) && !files.has(`${address}.html`)) broken.push(`${page} -> ${link}`);
		}
	}
	return { broken, reached };
}
