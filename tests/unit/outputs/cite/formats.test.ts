import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITATION_FORMATS, type Citable } from '../../../../src/lib/outputs/cite/index.ts';
import type { CslItem } from '../../../../src/lib/outputs/cite/csl.ts';

const ADDRESS = 'https://example.org/charts/cases?place=TX&data=1.2.3';
const chart: Citable = {
	key: 'cases',
	subject: 'Cases by year, Texas (Test line)',
	publisher: 'Test Line, Inc.',
	title: 'Published figures',
	version: '1.2.3',
	asOf: '2026-03-31',
	address: ADDRESS
};

const write = (name: string, citable = chart) => {
	const format = CITATION_FORMATS.find((each) => each.name === name);
	if (!format) throw new Error(`There is no format ${name}.`);
	return format.write(citable);
};

describe('a reference', () => {
	it('reads well in APA', () => {
		expect(write('apa')).toBe(
			'Test Line, Inc. (2026). Cases by year, Texas (Test line) (Version 1.2.3, as of March 31, 2026) [Chart]. ' +
				`Published figures. ${ADDRESS}`
		);
	});

	it('is an entry in BibTeX', () => {
		expect(write('bibtex')).toBe(
			`@misc{cases-1.2.3,
  author = {{Test Line, Inc.}},
  title = {{Cases by year, Texas (Test line)}},
  howpublished = {Chart in: Published figures},
  year = {2026},
  note = {Data version 1.2.3, as of March 31, 2026},
  url = {${ADDRESS}}
}
`
		);
	});

	it('is an entry in RIS', () => {
		expect(write('ris').split('\r\n')).toEqual([
			'TY  - DATA',
			'ID  - cases-1.2.3',
			'TI  - Cases by year, Texas (Test line)',
			'AU  - Test Line, Inc.',
			'PY  - 2026',
			'DA  - 2026/03/31/',
			'T2  - Published figures',
			'PB  - Test Line, Inc.',
			'ET  - 1.2.3',
			'N1  - Chart in: Published figures. Data version 1.2.3, as of March 31, 2026',
			`UR  - ${ADDRESS}`,
			'ER  - ',
			''
		]);
	});

	it('is an item in CSL-JSON', () => {
		expect(JSON.parse(write('csl'))).toEqual([
			{
				id: 'cases-1.2.3',
				type: 'dataset',
				title: 'Cases by year, Texas (Test line)',
				author: [{ literal: 'Test Line, Inc.' }],
				issued: { 'date-parts': [[2026, 3, 31]] },
				publisher: 'Test Line, Inc.',
				'container-title': 'Published figures',
				genre: 'Chart',
				version: '1.2.3',
				note: 'Data version 1.2.3, as of March 31, 2026',
				URL: ADDRESS
			}
		]);
	});

	it('names version, day and address in every format', () => {
		for (const { name, write: written } of CITATION_FORMATS) {
			const text = written(chart);
			for (const part of ['1.2.3', 'March 31, 2026', ADDRESS, 'Texas']) expect(text, name).toContain(part);
		}
	});

	it('says what is cited: a chart, a result, a frozen version', () => {
		expect(write('apa', { ...chart, kind: 'result' })).toContain('[Result of a query]');
		expect(write('bibtex', { ...chart, kind: 'result' })).toContain(
			'{Result of a query to: Published figures}'
		);
		expect(write('csl', { ...chart, frozen: true })).toContain('frozen at this version');
	});

	it('stays whole with a day that is none', () => {
		const odd = { ...chart, asOf: 'spring' };
		expect(write('ris', odd)).not.toMatch(/^(PY|DA)/m);
		expect((JSON.parse(write('csl', odd)) as CslItem[])[0]).not.toHaveProperty('issued');
	});
});

describe('odd characters', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme', minLength: 1 }),
		fc.stringMatching(/^[\\{}%&#_$~^"'\r\n\t<>,@ -]{1,8}$/)
	);
	const citable: fc.Arbitrary<Citable> = fc.record({
		key: text,
		subject: text,
		publisher: text,
		title: text,
		version: fc.constant('1.2.3'),
		asOf: fc.constant('2026-03-31'),
		address: text.map((part) => `https://example.org/${part}`)
	});

	it('never open or close anything in BibTeX', () => {
		fc.assert(
			fc.property(citable, (each) => {
				const entry = write('bibtex', each);
				expect(entry).toMatch(/^@misc\{[A-Za-z0-9.-]+,\n/);
				const bare = entry.replaceAll(/\\[{}]/g, '');
				let depth = 0;
				for (const sign of bare) {
					if (sign === '{') depth++;
					if (sign === '}') depth--;
					expect(depth).toBeGreaterThanOrEqual(0);
				}
				expect(depth).toBe(0);
				expect(entry.split('\n')).toHaveLength(9);
				expect(entry.replaceAll(/\\[\\&%#_${}~^]/g, '').replace(/^ {2}url.*$/m, '')).not.toMatch(/[%&#$~^]/);
			})
		);
	});

	it('never begin a line of their own in RIS', () => {
		fc.assert(
			fc.property(citable, (each) => {
				const lines = write('ris', each).split(/\r\n|[\r\n]/);
				expect(lines[0]).toBe('TY  - DATA');
				expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
				expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
			})
		);
	});

	it('keep CSL-JSON valid: known variables, a date of numbers, an address', () => {
		const known = 'id type title author issued publisher container-title genre version note URL'.split(' ');
		fc.assert(
			fc.property(citable, (each) => {
				const [item, ...others] = JSON.parse(write('csl', each)) as CslItem[];
				expect(others).toEqual([]);
				expect(known).toEqual(expect.arrayContaining(Object.keys(item ?? {})));
				expect(item?.id).toMatch(/^[A-Za-z0-9.-]+$/);
				expect(item?.URL).toMatch(/^https:\/\/example\.org\/[^\s{}<>"\\]*$/);
			})
		);
	});
});
