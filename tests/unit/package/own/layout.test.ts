import { describe, expect, it } from 'vitest';
import { encodingOf, kindOf, layoutOf, rowsOf, RowStream } from '../../../../src/lib/package/own/index.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const ascii = (text: string) => new TextEncoder().encode(text);

describe('what a file is', () => {
	it.each([
		['nothing', bytes(), 'empty'],
		['gzip', bytes(0x1f, 0x8b, 8), 'gzip'],
		['a ZIP archive', ascii('PK\u0003\u0004 data.csv'), 'zip'],
		['a workbook', ascii('PK\u0003\u0004 [Content_Types].xml'), 'workbook'],
		['a workbook of another program', ascii(`PK\u0003\u0004${' '.repeat(26)}xl/workbook.xml`), 'workbook'],
		[
			'an archive in which they stand by chance',
			ascii(`PK\u0003\u0004${' '.repeat(80)}a.csv xl/ _rels/`),
			'zip'
		],
		['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), 'workbook'],
		['Parquet', ascii('PAR1'), 'parquet'],
		['PDF', ascii('%PDF-1.7'), 'pdf'],
		['a picture', bytes(0x89, 0x50, 0x4e, 0x47), 'image'],
		['bytes with NUL', bytes(65, 0, 0, 0, 66, 67, 68, 69, 1, 2, 3), 'binary'],
		['UTF-16 without a mark', bytes(65, 0, 44, 0, 66, 0, 10, 0), 'text'],
		['a table', ascii('a,b\n1,2\n'), 'text']
	] as const)('%s', (_, start, kind) => {
		expect(kindOf(start)).toBe(kind);
	});
});

describe('encodingOf', () => {
	it.each([
		['UTF-8 mark', bytes(0xef, 0xbb, 0xbf, 65), { encoding: 'utf-8', marked: true }],
		['UTF-16 LE mark', bytes(0xff, 0xfe, 65, 0), { encoding: 'utf-16le', marked: true }],
		['UTF-16 BE mark', bytes(0xfe, 0xff, 0, 65), { encoding: 'utf-16be', marked: true }],
		['NULs at odd places', bytes(65, 0, 44, 0, 66, 0), { encoding: 'utf-16le', marked: false }],
		['NULs at even places', bytes(0, 65, 0, 44, 0, 66), { encoding: 'utf-16be', marked: false }],
		['letters', bytes(65, 44, 66), { encoding: 'utf-8', marked: false }]
	] as const)('%s', (_, start, found) => {
		expect(encodingOf(start)).toEqual(found);
	});
});

describe('layoutOf', () => {
	it.each([
		['commas', 'a,b\n1,2\n', ',', true, 0],
		['semicolons and decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';', true, 0],
		['tabs with commas in texts', 'a\tb\nx, y\t1\n', '\t', true, 0],
		['bars', 'a|b\n1|2\n', '|', true, 0],
		['commas in quotes among semicolons', '"a,b";c\n"d,e";1\n"f,g,h";2\n', ';', true, 0],
		['no header', '2019,5\n2020,6\n', ',', false, 0],
		['no header, words first', 'Texas,5\nUtah,6\n', ',', false, 0],
		['years as a header', 'state,2019,2020\nTexas,5,6\nUtah,7,8\n', ',', true, 0],
		['a name twice', 'a,a\n1,2\n', ',', false, 0],
		['notes of this site', '# Title, 2020\n#\n# Limits; more\nyear,value\n2019,1\n', ',', true, 3],
		['the mark of a spreadsheet', 'sep=;\na;b\n1;2\n', ';', true, 1],
		['a title and an empty line', 'Calls by state\n\nstate,year,calls\nTX,2019,1\nUT,2019,2\n', ',', true, 2],
		['a name that begins with #', '#id,n\n7,8\n', ',', true, 0],
		['one column', 'a\nb\nc\n', ',', true, 0]
	] as const)('%s', (_, text, delimiter, header, skip) => {
		expect(layoutOf(text)).toMatchObject({ delimiter, header, skip });
	});

	it('does what the reader says', () => {
		const layout = layoutOf('a;b,c\n1;2,3\n', { delimiter: ',', header: false });
		expect(layout).toEqual({ delimiter: ',', header: false, skip: 0, width: 2 });
	});
});

describe('rows', () => {
	it('has the line on which each row starts, whatever ends lines', () => {
		expect(rowsOf('a,b\r\n"x\r\ny",1\r"z\nw",2\n\nlast,3', ',')).toEqual([
			{ cells: ['a', 'b'], line: 1 },
			{ cells: ['x\ny', '1'], line: 2 },
			{ cells: ['z\nw', '2'], line: 4 },
			{ cells: [''], line: 6 },
			{ cells: ['last', '3'], line: 7 }
		]);
	});

	it('loses one line alone to a quote that nothing closes', () => {
		const seen: [string[], number, string | undefined][] = [];
		const stream = new RowStream(',', 0, (cells, line, rule) => seen.push([cells, line, rule]));
		stream.push('a,b\n1,"2\n3,4\n5,6\n');
		stream.end();
		expect(seen).toEqual([
			[['a', 'b'], 1, undefined],
			[['1,"2'], 2, 'quote-open'],
			[['3', '4'], 3, undefined],
			[['5', '6'], 4, undefined]
		]);
	});

	it('names a quote in the middle of a cell', () => {
		const rules: (string | undefined)[] = [];
		const stream = new RowStream(',', 0, (_, __, rule) => rules.push(rule));
		stream.push('a,b\n"x"y,1\n"z",2\n');
		stream.end();
		expect(rules).toEqual([undefined, 'quote-middle', undefined]);
	});

	it('stops where quotes are never closed, and says so', () => {
		const rules: (string | undefined)[] = [];
		const stream = new RowStream(',', 0, (_, __, rule) => rules.push(rule));
		stream.push(`"a""\n`.repeat(3000));
		stream.end();
		expect(rules.at(-1)).toBe('unread-rest');
		expect(rules.length).toBeLessThan(1100);
	});
});
