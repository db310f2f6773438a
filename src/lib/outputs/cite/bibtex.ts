import type { Citable } from './types.ts';
import { containerWords, entryKey, inLine, plainAddress, versionWords, yearOf } from './words.ts';

const SPECIAL: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}'
};

function bibtexText(words: string): string {
	return inLine(words).replaceAll(/[\\{}%&#_$~^]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);
}

/** A BibTeX entry of the kind `misc`, ASCII but for letters beyond it. */
export function bibtexEntry(citable: Citable): string {
	const fields: [string, string][] = [
		['author', `{${bibtexText(citable.publisher)}}`],
		['title', `{${bibtexText(citable.subject)}}`],
		['howpublished', bibtexText(containerWords(citable))],
		['year', yearOf(citable.asOf)],
		['note', bibtexText(versionWords(citable))],
		['url', plainAddress(citable.address)]
	];
	const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
	return `@misc{${entryKey(citable)},\n${lines.join(',\n')}\n}\n`;
}
