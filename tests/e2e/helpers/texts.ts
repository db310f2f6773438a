import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { dataFolder } from '../../../scripts/lib/stamp.mjs';

/** Titles of publications and names of publishers and help lines that stay as they are in every language. */
const NAMES = [...sourceNames(), ...notedNames(), ...helpLineNames()].sort((a, b) => b.length - a.length);

function sourceNames(): string[] {
	const text = fs.readFileSync(path.join(dataFolder(), 'sources.csv'), 'utf8');
	const { data } = Papa.parse<Record<string, string>>(text, { header: true });
	const withoutWords = (name = '') => name.replace(/ \(.*$/, '');
	// What is written alike in both languages is a name; words about it may follow in brackets.
	const publishers = data.flatMap(({ publisher, publisher_es: other }) =>
		withoutWords(publisher) === withoutWords(other) ? [withoutWords(publisher)] : []
	);
	const titles = data.map(({ title = '' }) => title);
	return [...titles, ...titles.map(withoutWords), ...publishers].filter(Boolean);
}

function helpLineNames(): string[] {
	const file = path.join(dataFolder(), 'help_lines.csv');
	if (!fs.existsSync(file)) return [];
	const { data } = Papa.parse<Record<string, string>>(fs.readFileSync(file, 'utf8'), { header: true });
	return data.flatMap((row) => row['name'] ?? []).filter(Boolean);
}

/** Publishers and titles in the notes of texts: `[^id]: Publisher. _Title_`. */
function notedNames(): string[] {
	const folders = ['src/lib/words/prose', path.join(dataFolder(), 'learn')].filter((each) =>
		fs.existsSync(each)
	);
	const files = folders.flatMap((folder) =>
		fs
			.readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.md'))
			.map((name) => path.join(folder, name))
	);
	return files.flatMap((file) =>
		[...fs.readFileSync(file, 'utf8').matchAll(/^\[\^[\w-]+\]: (.+?)\. [_*](.+?)[_*]/gm)].flatMap(
			([, who = '', title = '']) => [who, title]
		)
	);
}

const withoutNames = (text: string) => NAMES.reduce((left, name) => left.replaceAll(name, ' '), text);

/** Fewest words of a text that cannot be the same in two languages by chance. */
const WORDS = 4;

/**
 * The texts of a page that a reader sees or hears, one for each element or label, of four words or more. Names of
 * publications, codes, addresses and what is marked as another language are left out.
 */
export function textsOf(html: string): string[] {
	const body = html
		.replace(/^[^]*<body[^>]*>/, '')
		.replace(/<(script|style|code|pre|cite)\b[^]*?<\/\1>/g, ' ')
		.replace(/<div role="region" aria-labelledby="sample"[^]*?<\/table>/g, ' ')
		.replace(/<(\w+)[^>]*\s(?:lang|translate)="[^"]*"[^>]*>[^]*?<\/\1>/g, ' ');
	const labels = [...body.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(
		([, text = '']) => text
	);
	const texts = body.replace(/<!--[^]*?-->/g, '').split(/<[^>]+>/);
	const plain = [...labels, ...texts].map((text) =>
		text.replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()
	);
	return [...new Set(plain)].filter((text) => {
		const words = withoutNames(text).match(/(?<![\w])[a-záéíóúñü]{2,}(?![\w])/gi) ?? [];
		return words.length >= WORDS && !/https?:|\w\/\w|\.csv\b|^SELECT /.test(text);
	});
}
