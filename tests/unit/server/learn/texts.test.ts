import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { noteDefinitions, packageTerms, withoutNotes } from '../../../../src/lib/package/index.ts';
import { MYTHS } from '../../../../src/lib/package/descriptor/learn.ts';
import { shortTerms } from '../../../../src/lib/server/learn/glossary.ts';
import { safeMarkdown } from '../../../../src/lib/server/learn/markdown.ts';
import { questionsOf } from '../../../../src/lib/server/learn/quiz.ts';
import { learnText, rawText } from '../../../../src/lib/server/learn/text.ts';
import { OWN_TOPICS, TOPICS } from '../../../../src/lib/server/learn/topics.ts';
import { descriptor } from '../../data/read.ts';

const LANGUAGES = fs.readdirSync('src/lib/words/prose');
const read = (language: string, name: string) =>
	name === 'law'
		? fs.readFileSync(`data/learn/law.${language}.md`, 'utf8')
		: fs.readFileSync(path.join('src/lib/words/prose', language, 'learn', `${name}.md`), 'utf8');
const notesOf = (language: string) => noteDefinitions(read(language, 'sources'));
const termsOf = (language: string) => shortTerms(read(language, 'glossary'), descriptor);
const targetsOf = (language: string) => ({ terms: termsOf(language), absent: new Set<string>() });
const NOWHERE = { terms: new Map<string, string>(), absent: new Set<string>() };
const outlineOf = (source: string) => rawText(source).sections.map(({ id }) => id);
const cited = (source: string) =>
	[...withoutNotes(source).matchAll(/\[\^([\w-]+)\]/g)].map((match) => match[1]);
const TEXTS = [...TOPICS, 'glossary'] as const;

describe.each(LANGUAGES)('the texts in %s', (language) => {
	it('are those of every topic, and no others', () => {
		const files = fs.readdirSync(path.join('src/lib/words/prose', language, 'learn'));
		expect(files.sort()).toEqual([...OWN_TOPICS, 'glossary', 'sources'].map((name) => `${name}.md`).sort());
	});

	it.each(TEXTS)(
		'%s has a head, the parts of the other language, numbered notes, and links that lead somewhere',
		(name) => {
			const source = read(language, name);
			const english = read('en', name);
			const text = learnText(source, name === 'law' ? new Map() : notesOf(language), targetsOf(language));
			for (const words of [text.title, text.tab, text.summary]) expect(words).not.toBe('');
			expect(text.tab).not.toMatch(/traffick|trata|victim|víctima|exploit|explota/i);
			expect(text.reviewed).toMatch(/^20\d\d-\d\d$/);
			expect(outlineOf(source).sort()).toEqual(outlineOf(english).sort());
			expect(new Set(cited(source))).toEqual(new Set(cited(english)));
			expect(text.notes.map(({ number }) => number)).toEqual(text.notes.map((_, index) => index + 1));
			const html = [text.start, ...text.sections.map((section) => section.html)].join('\n');
			expect(html).not.toMatch(/\{#|\[\^|\]\(/);
			const ids = (topic: string) => outlineOf(read(language, topic));
			for (const [, page = '', anchor] of html.matchAll(/href="\/learn\/(\w+)(?:#([\w-]+))?"/g)) {
				expect(TOPICS).toContain(page);
				if (anchor) expect(ids(page)).toContain(anchor);
			}
		}
	);

	it('cite sources with a publisher, a title, a date and an address, each of them used', () => {
		const notes = [...notesOf(language), ...noteDefinitions(read(language, 'law'))];
		for (const [, words] of notes) {
			expect(words).toMatch(
				/^.+\. [*_].+[*_].*\. .*(\d{4}|No date|Sin fecha|As in force|Texto vigente).*\. <https:\/\/[^>]+>$/
			);
		}
		const used = new Set(
			TEXTS.filter((name) => name !== 'law').flatMap((name) => cited(read(language, name)))
		);
		expect([...notesOf(language).keys()].filter((name) => !used.has(name))).toEqual([]);
		expect([...notesOf(language).keys()]).toEqual([...notesOf('en').keys()]);
	});

	it('have a glossary without a term twice, whose terms the package does not explain too', () => {
		const ids = [...outlineOf(read(language, 'glossary')), ...packageTerms(descriptor).map(({ id }) => id)];
		expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
		expect(termsOf(language).get('case')).toContain('hotline');
		for (const [, tip] of termsOf(language)) expect(tip).not.toMatch(/[[\]*<>]|^$/);
	});

	it('check understanding with questions that have the same right answers in every language', () => {
		const brief = (of: string) =>
			questionsOf(read(of, 'check'), targetsOf(of)).map(({ id, options, right }) => [
				id,
				options.length,
				right
			]);
		expect(brief(language).length).toBeGreaterThanOrEqual(5);
		expect(brief(language)).toEqual(brief('en'));
		for (const { why, options } of questionsOf(read(language, 'check'), targetsOf(language))) {
			expect(why).toMatch(/^<p>/);
			expect(new Set(options).size).toBe(options.length);
		}
	});
});

it('the myths that charts may answer are those that are told', () => {
	expect(outlineOf(read('en', 'myths'))).toEqual(MYTHS);
});

describe('Markdown of a text', () => {
	const around = {
		terms: new Map([['case', 'A "case".']]),
		absent: new Set(['/people', '/learn/law']),
		numberOf: () => 1,
		used: new Set<number>(),
		noteWords: (n: number) => `Source ${n}`
	};
	const html = (text: string) => safeMarkdown(text, around).trim();

	it('holds no HTML, no pictures and no address but of the web and of this site', () => {
		expect(html('a <script>alert(1)</script> <img src=x onerror=y>')).not.toMatch(/<(script|img)/);
		expect(html('<div onclick="x">\nblock\n</div>')).not.toContain('<div');
		expect(html('[a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example)')).toBe('<p>a b c</p>');
		expect(html('[a](JaVaScRiPt:x)')).toBe('<p>a</p>');
		expect(html('![words](https://a.example/x.png)')).toBe('<p>words</p>');
		expect(html('[a](https://a.example/"onclick="x)')).not.toMatch(/"onclick="/);
		expect(html('[a](https://a.example/) [b](/learn/what#is)')).toBe(
			'<p><a href="https://a.example/" rel="noreferrer">a</a> <a href="/learn/what#is">b</a></p>'
		);
	});

	it('makes tables with heads that hold no link, and cells that name their column', () => {
		const table = html('| [A](https://a.example/) | B |\n| --- | --- |\n| one | [two](glossary:case) |');
		expect(/<thead.*<\/thead>/.exec(table)?.[0]).not.toContain('<a');
		expect(table).toContain('<th scope="row" role="rowheader">one</th>');
		expect(table).toMatch(/<td role="cell" data-label="B"><a [^>]*>two<\/a><\/td>/);
	});

	it('leads from a term to the glossary, and stops at a term or note that is not there', () => {
		expect(html('[cases](glossary:case)')).toBe(
			'<p><a class="term" href="/glossary#case" data-tip="A &quot;case&quot;.">cases</a></p>'
		);
		expect(() => html('[x](glossary:none)')).toThrow('none');
		expect(() => learnText('A.[^x]', new Map(), NOWHERE)).toThrow('no note x');
	});

	it('has words in the place of links to pages that the package has not', () => {
		expect(html('[a](/people) [b](/people/x) [c](/people#x) [d](/learn/law/)')).toBe('<p>a b c d</p>');
		expect(html('[a](/learn/lawful) [b](/peoples)').match(/<a /g)).toHaveLength(2);
	});

	it('numbers notes by their first use, and gives a number one anchor on a page', () => {
		const { start, sections, notes } = learnText(
			'A.[^b] B.[^b]\n\n## D {#d}\n\nD.[^b] E.[^a]\n\n## F {#f}\n\nF.[^a]\n\n[^a]: One.\n[^b]: Two <b>.',
			new Map(),
			NOWHERE
		);
		const anchors = [start, ...sections.map(({ html: body }) => body)].map((body) =>
			[...body.matchAll(/id="use-(\d)"/g)].map(([, number]) => number)
		);
		expect(anchors).toEqual([['1'], ['2'], []]);
		expect(notes).toEqual([
			{ number: 1, html: 'Two &lt;b&gt;.' },
			{ number: 2, html: 'One.' }
		]);
	});

	it('asks for one right answer a question', () => {
		const ask = (text: string) => () => questionsOf(`## Q? {#q}\n\n${text}\n\nWhy.`, NOWHERE);
		expect(ask('- [x] a\n- [ ] b')).not.toThrow();
		expect(ask('- [ ] a\n- [ ] b')).toThrow('q');
		expect(ask('- [x] a\n- [x] b')).toThrow('q');
	});
});
