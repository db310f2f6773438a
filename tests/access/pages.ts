import { everyPage, oneOfEachKind, otherLanguages } from '../e2e/helpers/site.ts';

/** Every page in every language; with `ACCESS_PAGES=kinds` one of each kind. */
export function accessPages(): string[] {
	const languages = ['', ...otherLanguages()];
	if (process.env['ACCESS_PAGES'] !== 'kinds') return languages.flatMap((each) => everyPage(undefined, each));
	return languages.flatMap((each) => oneOfEachKind().map((address) => each + address));
}
