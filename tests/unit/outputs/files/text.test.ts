import fc from 'fast-check';
import { marked } from 'marked';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formulaSafe } from '../../../../src/lib/outputs/csv.ts';
import { fileCsv } from '../../../../src/lib/outputs/files/fileCsv.ts';
import { fileJson } from '../../../../src/lib/outputs/files/fileJson.ts';
import { fileMarkdown } from '../../../../src/lib/outputs/files/fileMarkdown.ts';
import { fileTsv } from '../../../../src/lib/outputs/files/fileTsv.ts';
import type { Cell } from '../../../../src/lib/package/types.ts';
import { fileTable, sample } from './table.ts';

const html = (markdown: string) => marked.parse(markdown, { async: false, gfm: true });
const safe = (cell: Cell) =>
	typeof cell === 'string' ? formulaSafe(cell) : cell === null ? '' : String(cell);

describe('CSV', () => {
	it('gives the same cells back', () => {
		fc.assert(
			fc.property(fileTable, (table) => {
				const read = Papa.parse<string[]>(fileCsv(table).slice(0, -2), {
					delimiter: ',',
					newline: '\r\n',
					comments: '#'
				}).data;
				expect(read).toEqual([
					table.columns.map(({ name }) => safe(name)),
					...table.rows.map((row) => row.map(safe))
				]);
			})
		);
	});
});

describe('JSON', () => {
	it('gives the same cells back, null for a marker among numbers', () => {
		fc.assert(
			fc.property(fileTable, (table) => {
				const read = JSON.parse(fileJson(table)) as { caveats: string[]; rows: Record<string, Cell>[] };
				expect(read.caveats).toEqual(table.caveats);
				const expected = table.rows.map((row) =>
					row.map((cell, at) =>
						table.columns[at]?.type !== 'text' && typeof cell === 'string' ? null : cell
					)
				);
				// JSON knows no negative zero.
				expect(read.rows.map((row) => table.columns.map(({ name }) => row[name]))).toEqual(
					expected.map((row) => row.map((cell) => (cell === 0 ? 0 : cell)))
				);
			})
		);
	});
});

describe('TSV', () => {
	it('has the rows, then the caveats', () => {
		expect(fileTsv(sample)).toBe(
			[
				'year\tform\tvalue\trate_low\tstatus',
				'2016\ta|b <i>\t7572\t1.5\t',
				"2017\t'=1+1\t[c]\t\t[c]",
				'',
				'Cases by year',
				...sample.caveats,
				''
			].join('\n')
		);
	});

	it('keeps its lines and columns, and has no formula', () => {
		fc.assert(
			fc.property(fileTable, (table) => {
				const [header = '', ...rows] = fileTsv(table).split('\n');
				for (const line of [header, ...rows.slice(0, table.rows.length)]) {
					expect(line.split('\t')).toHaveLength(table.columns.length);
					for (const cell of line.split('\t'))
						expect(Number.isNaN(Number(cell)) && /^[=+\-@]/.test(cell)).toBe(false);
				}
				expect(rows).toHaveLength(table.rows.length + table.caveats.length + 3);
			})
		);
	});

	it('closes a double quote that it opens', () => {
		const rows = [['"a\tb', 1, 2, 3, '']];
		expect(fileTsv({ ...sample, rows })).toContain('"""a b"\t1\t2');
	});
});

describe('Markdown', () => {
	it('is a table under its title, the caveats below', () => {
		expect(fileMarkdown(sample)).toBe(
			[
				'**Cases by year**',
				'',
				'| year | form | value | rate\\_low | status |',
				'| ---: | --- | ---: | ---: | --- |',
				'| 2016 | a\\|b &lt;i&gt; | 7572 | 1.5 |  |',
				'| 2017 | \\=1+1 | \\[c\\] |  | \\[c\\] |',
				'',
				'- Limits: not people.',
				'- Source a\\_1: <https://example.org/a_b?c=1>\\|2.',
				''
			].join('\n')
		);
	});

	it('shows every text as it is, and none as markup', () => {
		const markup = /<(?!\/?(?:p|strong|table|thead|tbody|tr|th|td|ul|li)(?: align="right")?>)[^>]*>/;
		fc.assert(
			fc.property(fileTable, (table) => {
				const shown = html(fileMarkdown(table));
				expect(shown.replaceAll(/<a href="https?:[^"]*">|<\/a>/g, '').replaceAll('\n', '')).not.toMatch(
					markup
				);
				expect(shown.split('<tr>')).toHaveLength(table.rows.length + 2);
				for (const row of shown.split('<tr>').slice(1))
					expect(row.match(/<t[hd][ >]/g)).toHaveLength(table.columns.length);
			})
		);
	});

	it('makes no code of a text with spaces in front', () => {
		const text = html(fileMarkdown({ ...sample, caveats: ['     + 1', ' \n \r# 2'] }));
		expect(text).not.toContain('<code>');
		expect(text).toContain('+ 1');
	});

	it.each([
		'<script>alert(1)</script>',
		'[a](javascript:alert(1))',
		'![a](https://example.org/a.png)',
		'<img src=x>',
		'*a* __b__ ~~c~~ `d`',
		'&lt;b&gt;',
		'a | b',
		'a\\| b'
	])('shows %s as text', (label) => {
		const rows = [[2016, label, 1, 1, '']];
		const shown = html(fileMarkdown({ ...sample, caveats: [label], rows }));
		expect(shown).not.toMatch(/<(script|img|em|del|code|b)\b|javascript:[^)]*"/);
		const plain = shown
			.replaceAll(/<[^>]*>/g, '')
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&#39;', "'")
			.replaceAll('&quot;', '"')
			.replaceAll('&amp;', '&');
		expect(plain.split(label)).toHaveLength(3);
	});

	it.each(['# a', '- a', '+ a', '1. a', '2) a', '===', '> a', '| a |'])(
		'keeps a caveat %j as text',
		(line) => {
			const shown = html(fileMarkdown({ ...sample, caveats: [line] }));
			expect(shown.split('<li>')).toHaveLength(2);
			expect(shown).not.toMatch(/<h\d|<ol|<blockquote|<li>\s*<table/);
		}
	);
});
