import fs from 'node:fs';
import path from 'node:path';
import { siteFiles, sitePages } from './site.ts';

const ORIGIN = 'http://site';

/**
 * Follows the links of every page of a built site.
 * @returns links that lead nowhere, as `from -> to`, and the pages that some link leads to
 */
export function brokenLinks(folder: string): { broken: string[]; reached: Set<string> } {
	const files = new Set(siteFiles(folder));
	const pages = sitePages(folder);
	const broken: string[] = [];
	const reached = new Set(['/']);
	for (const page of pages) {
		const file = page === '/' ? 'index.html' : `${page}.html`;
		const html = fs.readFileSync(path.join(folder, file), 'utf8');
		const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
		for (const [, link = ''] of html.matchAll(/<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
			const target = new URL(link.replaceAll('&amp;', '&'), ORIGIN + page);
			if (target.origin !== ORIGIN) continue;
			const address = decodeURIComponent(target.pathname);
			if (address === page && target.hash && !ids.has(target.hash.slice(1)))
				broken.push(`${page} -> ${link}`);
			if (pages.includes(address)) reached.add(address);
			else if (!files.has(address)) broken.push(`${page} -> ${link}`);
		}
	}
	return { broken, reached };
}
