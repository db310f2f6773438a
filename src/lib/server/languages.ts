import { LANGUAGE, LANGUAGE_PATH, primaryLanguage } from '../words/language.ts';

/** A language of the site, for a link to the same page in it. */
export interface LanguageLink {
	tag: string;
	/** Its name in itself: `Español`. */
	name: string;
	/** The path below which its pages stand, `''` for the main one. */
	path: string;
	isThis: boolean;
}

/**
 * The languages of the site in the order of the data package, the main one first; none where there is only one.
 * @param tags `languages` of the package
 */
export function languageLinks(tags: string[]): LanguageLink[] {
	if (tags.length < 2) return [];
	return tags.map((tag, index) => {
		const path = index === 0 ? '' : `/${primaryLanguage(tag)}`;
		const isThis = path === LANGUAGE_PATH && primaryLanguage(tag) === primaryLanguage(LANGUAGE);
		return { tag, name: nameOf(tag), path, isThis };
	});
}

function nameOf(tag: string): string {
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(primaryLanguage(tag)) ?? tag;
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
