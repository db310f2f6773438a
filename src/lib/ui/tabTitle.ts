import { m } from '../words/index.ts';

/** Whether a title names nothing that could put at risk who has it open in a tab or in the list of visited pages. */
export function isNeutral(title: string): boolean {
	const stems = m.access_tab_words().split(', ').join('|');
	return !new RegExp(`(?<!\\p{L})(?:${stems})`, 'iu').test(title);
}

/** The title of a tab: that of the page, or `instead` where it is not neutral. */
export function tabTitle(title: string, instead: string): string {
	return isNeutral(title) ? title : instead;
}
