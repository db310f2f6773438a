import type { Fault } from './types.ts';

/** A note of a text, `[^tvpa]: Publisher. *Title*. 2000-10-28. <https://…>`, on a line of its own. */
const NOTE = /^\[\^([\w-]+)\]:[ \t]*(.*)$/gm;
const REFERENCE = /\[\^([\w-]+)\](?!:)/g;

/** The notes of a Markdown text by their names, in the order in which they stand. */
export function noteDefinitions(text: string): Map<string, string> {
	return new Map([...text.matchAll(NOTE)].map(([, name = '', words = '']) => [name, words.trim()]));
}

/** A Markdown text without its notes. */
export function withoutNotes(text: string): string {
	return text.replaceAll(NOTE, '').trim();
}

/** The names of the notes that a text refers to, each once, in the order of their first use. */
export function noteReferences(text: string): string[] {
	const names = [...withoutNotes(text).matchAll(REFERENCE)].map((match) => match[1] ?? '');
	return [...new Set(names)];
}

/** References to notes that are not there, with their lines. */
export function noteFaults(file: string, text: string): Fault[] {
	const notes = noteDefinitions(text);
	return noteReferences(text)
		.filter((name) => !notes.has(name))
		.map((name) => ({
			file,
			row: text.slice(0, text.indexOf(`[^${name}]`)).split('\n').length,
			value: `[^${name}]`,
			rule: 'this note does not exist',
			mend: `add a line [^${name}]: Publisher. *Title*. 2026-11-22. <https://…>`
		}));
}
