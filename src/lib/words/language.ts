declare const __SITE_LANGUAGE__: string | undefined;
declare const __LANGUAGE_PATH__: string | undefined;

/** The language of this build as a tag, such as `en` or `es-US`; a build has one. */
export const LANGUAGE: string = typeof __SITE_LANGUAGE__ === 'undefined' ? 'en' : __SITE_LANGUAGE__;

/** The path below which the pages of this language stand, `''` for the main language of the site. */
export const LANGUAGE_PATH: string = typeof __LANGUAGE_PATH__ === 'undefined' ? '' : __LANGUAGE_PATH__;

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The language alone, without a region: `es` of `es-US`. */
export function primaryLanguage(tag: string): string {
	return tag.split('-')[0] ?? tag;
}

/** Whether a language reads from left to right or from right to left. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
	return RIGHT_TO_LEFT.has(primaryLanguage(tag)) ? 'rtl' : 'ltr';
}
