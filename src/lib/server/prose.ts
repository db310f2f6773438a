import { marked } from 'marked';
import { LANGUAGE, primaryLanguage } from '../words/language.ts';

const files = import.meta.glob<string>(['../words/prose/*/*.md', '../words/prose/*/learn/*.md'], {
	query: '?raw',
	import: 'default',
	eager: true
});

/**
 * A text of this project as it is written.
 * @param name file name without `.md`, below the folder of its language
 * @throws if there is no such text in that language
 */
export function proseSource(name: string, language = primaryLanguage(LANGUAGE)): string {
	const text = files[`../words/prose/${language}/${name}.md`];
	if (text === undefined) throw new Error(`There is no text ${name} in ${language}.`);
	return text;
}

/**
 * A text of this project as HTML.
 * @param name file name without `.md`
 * @throws if there is no such text in that language
 */
export function prose(name: string, language?: string): string {
	return marked.parse(proseSource(name, language), { async: false });
}
