import { base } from '$app/paths';
import { LANGUAGE_PATH } from '../words/language.ts';

/** The address of a page or file of this site, under whatever path it is published. */
export function link(path: string): string {
	return `${base}${path}` || '/';
}

/**
 * The path of a page below the address of the site in its language: `/`, `/charts/x`. While the site is built, `base`
 * leads up from the page (`../..`), so that it says how deep the page is.
 */
export function pathBelowBase(pathname: string): string {
	const isAbsolute = base === '' || base.startsWith('/');
	const below = isAbsolute
		? pathname.slice(base.length)
		: `/${pathname
				.split('/')
				.slice(-1 - (base.match(/\.\./g) ?? []).length)
				.join('/')}`;
	return below || '/';
}

/** The address of a page in another language; every page stands below the path of its language. */
export function linkInLanguage(languagePath: string, path: string): string {
	return `${siteRoot()}${languagePath}${path}`;
}

/** The way to the main language: while the site is built, addresses lead up from the page. */
function siteRoot(): string {
	if (!LANGUAGE_PATH) return base;
	return base === '' || base.startsWith('/') ? base.slice(0, -LANGUAGE_PATH.length) : `${base}/..`;
}
