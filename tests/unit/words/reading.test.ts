import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { easeOf, gradeOf, lengthOf, spanishSyllables } from './reading.ts';

/** Below this a formula that counts sentences says nothing. */
const FEWEST_WORDS = 20;
const HARDEST_GRADE = 9;
const LEAST_EASE = 55;

type Words = string | Record<string, string>;

interface Descriptor {
	description: Words;
	limits: Words;
	definitions: { term: Words; text: Words }[];
	cannotSay: Words[];
	breaks: { text: Words }[];
	resources: { name: string; title: Words; description: Words }[];
	charts: { id: string; title: Words; notes?: Words[] }[];
}

const descriptor = JSON.parse(fs.readFileSync('data/datapackage.json', 'utf8')) as Descriptor;
type Language = 'en' | 'es';

function said(words: Words | undefined, language: Language): string {
	if (words === undefined) return '';
	if (typeof words === 'string') return language === 'en' ? words : '';
	return words[language] ?? '';
}

function filesBelow(folder: string): string[] {
	if (!fs.existsSync(folder)) return [];
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(json|md)$/.test(file))
		.map((file) => path.join(folder, file));
}

/** Words that a search knows: lists, and no sentences. */
const LISTS = ['access_tab_words', 'press_article_words', 'explore_search_meanings'];

/** The texts of each file of messages. */
function messages(language: Language): [string, string][] {
	return filesBelow(`src/lib/words/messages/${language}`).flatMap((file) => {
		const texts = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
		return Object.entries(texts).flatMap(([key, text]): [string, string][] =>
			typeof text === 'string' && !LISTS.includes(key) ? [[key, text]] : []
		);
	});
}

/** What each help line is for, and when it is there. */
function helpTexts(language: Language): [string, string][] {
	const ending = language === 'en' ? '' : `_${language}`;
	const csv = fs.readFileSync('data/help_lines.csv', 'utf8');
	const { data } = Papa.parse<Record<string, string>>(csv, { header: true });
	return data.map((row): [string, string] => [
		`help line ${row['country']} ${row['name']}`,
		['for', 'hours'].flatMap((column) => row[`${column}${ending}`] || []).join('.\n\n')
	]);
}

/** Each text with what it is called in a fault. */
function textsOf(language: Language): [string, string][] {
	const say = (words: Words | undefined) => said(words, language);
	const ofPackage = filesBelow('data/learn').filter((file) => file.endsWith(`.${language}.md`));
	const sections = [...filesBelow(`src/lib/words/prose/${language}`), ...ofPackage].flatMap((file) =>
		fs
			.readFileSync(file, 'utf8')
			.split(/^(?=## )/m)
			.map((part, at): [string, string] => [`${file}, part ${at + 1}`, part])
	);
	return [
		...messages(language),
		...sections,
		...helpTexts(language),
		...descriptor.charts.map(({ id, title, notes = [] }): [string, string] => [
			`chart ${id}`,
			[title, ...notes].map((words) => say(words)).join('.\n\n')
		]),
		...descriptor.resources.map(({ name, description }): [string, string] => [
			`table ${name}`,
			say(description)
		]),
		...descriptor.definitions.map(({ term, text }): [string, string] => [
			`definition of ${said(term, 'en')}`,
			say(text)
		]),
		['what the figures cannot say', descriptor.cannotSay.map(say).join('\n\n')],
		['breaks', descriptor.breaks.map(({ text }) => say(text)).join('\n\n')]
	];
}

const longEnough = ([, text]: [string, string]) => lengthOf(text) >= FEWEST_WORDS;

describe('how hard the texts are to read', () => {
	it('counts as the formulas do', () => {
		// 12 words, 2 sentences, 12 syllables.
		expect(gradeOf('The cat sat on the mat. The dog ran to the hill.')).toBeCloseTo(-1.45, 2);
		expect(
			gradeOf('Institutional considerations necessitate comprehensive organisational restructuring.')
		).toBeGreaterThan(20);
		expect(
			['casa', 'país', 'cuenta', 'línea', 'aeropuerto', 'y', 'hoy', 'víctima', 'tráfico'].map(
				spanishSyllables
			)
		).toEqual([2, 2, 2, 3, 5, 1, 1, 3, 3]);
		// 6 words, 1 sentence, 11 syllables.
		expect(easeOf('La casa tiene una puerta verde.')).toBeCloseTo(206.835 - (62.3 * 11) / 6 - 6, 2);
	});

	it(`English texts are at grade ${HARDEST_GRADE} or below`, () => {
		const texts = textsOf('en').filter(longEnough);
		expect(texts.length).toBeGreaterThan(50);
		const names = texts.map(([name]) => name).join('\n');
		expect(names).toMatch(/law\.en\.md/);
		expect(names).toMatch(/help line US/);
		const hard = texts.filter(([, text]) => gradeOf(text) > HARDEST_GRADE);
		expect(hard.map(([name, text]) => `${name}: grade ${gradeOf(text).toFixed(1)}: ${text}`)).toEqual([]);
	});

	it(`Spanish texts are at least "normal" on INFLESZ (${LEAST_EASE})`, () => {
		const texts = textsOf('es').filter(longEnough);
		const hard = texts.filter(([, text]) => easeOf(text) < LEAST_EASE);
		expect(hard.map(([name, text]) => `${name}: ${easeOf(text).toFixed(1)}: ${text}`)).toEqual([]);
	});
});
