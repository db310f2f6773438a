import fs from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Words that stand in nearly every sentence of their language, and in none of the other. */
const SPANISH = new Set(
	'de la que el en los las se una por con para del es al lo su no son más como sin'.split(' ')
);
const ENGLISH = new Set(
	'the of and to in is that for with are it this on by not you which from or'.split(' ')
);
const FEWEST_WORDS = 12;

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Texts of at least a dozen words that have more of the little words of English than of Spanish. */
function notSpanish(texts: string[]): string[] {
	return texts.filter((text) => {
		const words = wordsOf(text.replace(/\]\([^)]*\)|`[^`]*`|https?:\S+|“[^”]*”|\{[^}]*\}/g, ' '));
		const count = (own: Set<string>) => words.filter((word) => own.has(word)).length;
		const english = count(ENGLISH);
		return words.length >= FEWEST_WORDS && english > 0 && count(SPANISH) <= english;
	});
}

const read = (file: string) => fs.readFileSync(file, 'utf8');
const filesOf = (folder: string, ending: string) =>
	fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => `${folder}/${file}`);

/** What a hotline calls itself, and the titles of sources, are in their own language. */
const isSource = (block: string) => /^\[\^/.test(block);

describe('the Spanish texts', () => {
	it.each([...filesOf('src/lib/words/prose/es', '.md'), ...filesOf('data/learn', '.es.md')])(
		'%s is in Spanish, block by block',
		(file) => {
			const blocks = read(file)
				.split(/\n(?:\s*\n|(?=[-|\d]))/)
				.filter((block) => !isSource(block.trim()));
			expect(notSpanish(blocks)).toEqual([]);
		}
	);

	it('of the interface are in Spanish', () => {
		const texts = filesOf('src/lib/words/messages/es', '.json').flatMap((file) =>
			Object.entries(JSON.parse(read(file)) as Record<string, unknown>).flatMap(([key, text]) =>
				typeof text === 'string' && !/_search_/.test(key) ? [text] : []
			)
		);
		expect(texts.length).toBeGreaterThan(500);
		expect(notSpanish(texts)).toEqual([]);
	});

	it('are told from English ones', () => {
		const english = filesOf('src/lib/words/prose/en', '.md').flatMap((file) =>
			read(file)
				.split(/\n\s*\n/)
				.filter((block) => !isSource(block) && wordsOf(block).length > 25)
		);
		expect(notSpanish(english).length).toBeGreaterThan(english.length * 0.95);
	});
});
