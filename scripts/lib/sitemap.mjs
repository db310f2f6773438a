import fs from 'node:fs';
import path from 'node:path';
import { languagePaths } from './headers.mjs';

/** Pages that are no destination: for missing addresses, and those that stand in other people's pages. */
const LEFT_OUT = /^(\/[a-z]{2,3})?\/(404$|embed\/)/;

/**
 * The pages of a built site, by their path in the main language: `/`, `/charts/x`.
 * @param {string} folder
 * @returns {Map<string, string[]>} the paths of the languages in which each stands, `''` for the main one
 */
export function sitePages(folder) {
	const languages = languagePaths(folder);
	const pages = new Map();
	const files = fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => `/${file.split(path.sep).join('/')}`)
		.filter((file) => file.endsWith('.html'))
		.sort();
	for (const file of files) {
		const page = file.replace(/(\/index)?\.html$/, '') || '/';
		if (LEFT_OUT.test(page)) continue;
		const language = languages.find((each) => page === each || page.startsWith(`${each}/`)) ?? '';
		const below = page.slice(language.length) || '/';
		pages.set(below, [...(pages.get(below) ?? []), language].sort());
	}
	return pages;
}

/** @param {string} text */
function escaped(text) {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/**
 * The text of a `sitemap.xml`: every page in each of its languages, with the same page in the others.
 * @param {Map<string, string[]>} pages
 * @param {string} address of the site, without a slash at its end
 * @param {import('./language.mjs').SiteLanguage[]} languages
 */
export function sitemap(pages, address, languages) {
	/** @param {string} below @param {string} language */
	const at = (below, language) => encodeURI(address + language + below);
	const entries = [...pages].flatMap(([below, there]) =>
		there.map((language) => {
			const links = languages
				.filter((each) => there.length > 1 && there.includes(each.path))
				.map(
					({ words, path: to }) =>
						`<xhtml:link rel="alternate" hreflang="${words}" href="${escaped(at(below, to))}"/>`
				);
			return `<url><loc>${escaped(at(below, language))}</loc>${links.join('')}</url>`;
		})
	);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...entries,
		'</urlset>',
		''
	].join('\n');
}

/**
 * The text of a `robots.txt`: everything may be read. Search engines ask for it at the root of a host alone.
 * @param {string | undefined} address of the site, where somebody has said it
 */
export function robots(address) {
	return ['User-agent: *', 'Allow: /', ...(address ? ['', `Sitemap: ${address}/sitemap.xml`] : []), ''].join(
		'\n'
	);
}

/**
 * Writes both into a built site; a map of a site whose address nobody has said cannot be made.
 * @param {string} folder
 * @param {import('./language.mjs').SiteLanguage[]} languages
 * @returns {string} what was done, for people
 */
export function writeSitemap(folder, languages) {
	const address = process.env.SITE_ADDRESS?.replace(/\/+$/, '');
	fs.writeFileSync(path.join(folder, 'robots.txt'), robots(address));
	if (!address)
		return 'SITE_ADDRESS is not set, so sitemap.xml is left out and files for catalogues name localhost.';
	const pages = sitePages(folder);
	fs.writeFileSync(path.join(folder, 'sitemap.xml'), sitemap(pages, address, languages));
	return `sitemap.xml names ${pages.size} pages.`;
}
