import { describe, expect, it } from 'vitest';
import {
	readValue,
	sqlName,
	tableName,
	withoutMarker,
	Writer
} from '../../../../src/lib/package/own/index.ts';
import { columnOf, lookAtText } from './read.ts';

const types = (text: string) => lookAtText(text).columns.map(({ type }) => type);

describe('types', () => {
	it.each([
		['whole numbers', 'n\n1\n-20\n0\n', 'whole'],
		['leading zeros', 'fips\n01\n48\n', 'text'],
		['decimals', 'x\n1\n2.5\n.5\n1e-7\n', 'decimal'],
		['decimal commas', 'a;x\nk;1,5\nl;2,5\n', 'text'],
		['thousands', 'x,y\n"1,234",a\n5,b\n', 'whole'],
		['German thousands', 'land;anzahl\nA;1.234\nB;2.500\nC;12.001\n', 'text'],
		['German thousands of millions', 'anzahl\n987\n1.234.567\n', 'text'],
		['commas in a file of semicolons', 'land;anzahl\nA;1,234\nB;12,001\n', 'text'],
		['commas that can only mark thousands', 'land;anzahl\nA;1,234,567\nB;12,001\n', 'whole'],
		['fractions of three digits', 'x\n0.123\n1.234\n', 'decimal'],
		['days', 'd\n2024-02-29\n', 'date'],
		['a day that is none', 'd\n2023-02-29\n', 'text'],
		['years', 'year\n2019\n2020\n', 'year'],
		['numbers like years', 'calls\n2019\n2020\n', 'whole'],
		['markers among numbers', 'n\n1\n[c]\n12 [p]\n', 'whole'],
		['markers alone', 's\n[c]\n[x]\n', 'text'],
		['other brackets', 'n\n1\n[q]\n', 'text'],
		['words', 'n\n1\nn/a\n', 'text'],
		['a number in letters of a machine', 'n\n1E5\n2E5\n', 'text'],
		['very long numbers', 'n\n12345678901234567890\n', 'text'],
		['nothing', 'a,b\n,1\n,2\n', 'text']
	])('%s', (_, text, type) => {
		expect(types(text).at(/^\w+;/.test(text) ? 1 : 0)).toBe(type);
	});

	it('are told from the last row too, after many different ones', () => {
		const many = Array.from({ length: 12_000 }, (_, index) => index + 1).join('\n');
		expect(types(`n\n${many}\n`)).toEqual(['whole']);
		const look = lookAtText(`n\n${many}\nlate\n`);
		expect(look.columns[0]?.type).toBe('text');
		expect(look.columns[0]?.misfits.whole).toEqual({ count: 1, first: [{ line: 12_002, value: 'late' }] });
	});

	it('count cells, markers and small counts, and say where a cell does not fit', () => {
		const column = columnOf(lookAtText('calls\n5\n\n[c]\n11\n0\nmany\n'), 'calls');
		expect(column).toMatchObject({ cells: 6, empty: 1, markers: 1, small: 1 });
		expect(column.misfits.whole).toEqual({ count: 1, first: [{ line: 7, value: 'many' }] });
	});

	it.each([
		['decimal-comma', '1.234,5', '1234.5'],
		['decimal-comma', '1,5', '1.5'],
		['whole-points', '1.234.567', '1234567'],
		['whole-points', '-12.001', '-12001'],
		['whole-points', '987', '987'],
		['whole-points', '1.23', undefined],
		['whole-points', '1234.567', undefined],
		['decimal', '1,234.5', '1234.5'],
		['decimal', '1,5', undefined],
		['whole', ' 7 ', '7'],
		['whole', '07', undefined],
		['text', ' 07 ', ' 07 ']
	] as const)('%s reads “%s”', (type, text, value) => {
		expect(readValue(type, text)).toBe(value);
	});

	it.each([
		['[c]', '', '[c]'],
		['12 [r]', '12', '[r]'],
		['a [q]', 'a [q]', ''],
		['[]', '[]', '']
	])('withoutMarker of %s', (cell, text, marker) => {
		expect(withoutMarker(cell)).toEqual({ text, marker });
	});
});

describe('hints', () => {
	it.each([
		['n\n1.234\n2.500\n', ['thousands']],
		['n;m\n1,234;a\n2,500;b\n', ['thousands']],
		['n\n1.5\n0.1234567890123456\n', ['digits']],
		['n\n1.5\n0.123456789012345\n', []],
		['n\n1.1\n1.10\n', ['last-zeros']],
		['n\n1.1\n10\n', []],
		['n,m\n"1,234",a\n', ['grouped']]
	])('of %j', (text, hints) => {
		expect(lookAtText(text).columns[0]?.hints).toEqual(hints);
	});

	it('of positions with three digits after the point are still those of places of people', () => {
		const rows = Array.from({ length: 40 }, (_, at) => `${10 + at}.${123 + at},${20 + at}.${321 + at}`);
		const { columns } = lookAtText(`latitude,longitude\n${rows.join('\n')}\n`);
		expect(columns[0]?.personal.map(({ kind }) => kind)).toEqual(['position']);
	});
});

describe('roles', () => {
	it('follow names and types', () => {
		const look = lookAtText(
			'year,State,form,number of calls,calls_status,unit,source_id,rank\n2019,TX,sex,12,[c],calls,A,1\n'
		);
		expect(look.columns.map(({ role }) => role)).toEqual([
			'time',
			'place',
			'category',
			'value',
			'status',
			'unit',
			'source',
			'category'
		]);
	});
});

describe('names', () => {
	it('are letters, digits and _, and unlike each other', () => {
		const look = lookAtText('Größe (%),größe %,,select,2019,名前,größe  \na,b,c,d,e,f,g\n', { header: true });
		expect(look.columns.map(({ name }) => name)).toEqual([
			'grosse_percent',
			'grosse_percent_2',
			'column_3',
			'_select',
			'_2019',
			'column_6',
			'grosse'
		]);
		expect(look.columns[0]?.original).toBe('Größe (%)');
	});

	it('of tables leave endings and what is taken', () => {
		expect(tableName('My Calls (1).csv.gz', new Set())).toBe('my_calls_1');
		expect(tableName('calls.csv', new Set(['calls', 'calls_2']))).toBe('calls_3');
		expect(tableName('../"; DROP TABLE x.csv', new Set())).toBe('drop_table_x');
		expect(sqlName('---')).toBe('');
	});

	it('of markers are unlike those of columns', () => {
		const look = lookAtText('n,n_status\n[c],x\n5,y\n');
		expect(columnOf(look, 'n').statusName).toBe('n_status_2');
	});
});

describe('faults', () => {
	it('name line, cells and rule; good rows stay', () => {
		const look = lookAtText('a,b\n1,2\n3\n\n4,5,6\n7,8\n');
		expect(look).toMatchObject({ rows: 2, keptOut: 2, blank: 1 });
		expect(look.faults).toEqual({
			count: 2,
			first: [
				{ line: 3, value: '3', rule: 'too-few', found: 1, needed: 2 },
				{ line: 5, value: '4 · 5 · 6', rule: 'too-many', found: 3, needed: 2 }
			]
		});
	});

	it('are listed up to 200 and counted beyond', () => {
		const { faults } = lookAtText(`a,b\n${'1,2\n'.repeat(400)}${'1\n'.repeat(300)}`);
		expect(faults.count).toBe(300);
		expect(faults.first).toHaveLength(200);
	});
});

describe('Writer', () => {
	const choice = (index: number, name: string, type: 'whole' | 'text', statusName?: string) => ({
		index,
		original: name.toUpperCase(),
		name,
		type,
		...(statusName ? { statusName } : {})
	});

	it('writes chosen columns, markers beside numbers, and names what does not fit', () => {
		const writer = new Writer([choice(2, 'n', 'whole', 'n_status'), choice(0, 't', 'text')], 3, false);
		const rows = [
			['01', 'secret', '1,234'],
			['=1+1', 'secret', '[c]'],
			['a "b"', 'secret', '7 [p]'],
			['', 'secret', 'many'],
			['', 'secret', '']
		];
		expect(writer.header() + rows.map((row, at) => writer.row(row, at + 2)).join('')).toBe(
			'n,n_status,t\n1234,,01\n,[c],=1+1\n7,[p],"a ""b"""\n,,\n,,\n'
		);
		expect(writer.faults).toEqual({
			count: 1,
			first: [{ line: 5, column: 'N', value: 'many', rule: 'whole' }]
		});
		expect(writer.row(['1'], 9)).toBe('');
		expect(writer.rows).toBe(5);
	});

	it('says of every cell that it does not fit, also when it comes again', () => {
		const writer = new Writer([choice(0, 'n', 'whole')], 1, false);
		[1, 2, 3].forEach((line) => writer.row(['x'], line));
		expect(writer.faults.count).toBe(3);
	});

	it('takes an apostrophe away only where the file is known to write them', () => {
		const write = (isSafe: boolean) => new Writer([choice(0, 't', 'text')], 1, isSafe).row(["'=1"], 2);
		expect(write(true)).toBe('=1\n');
		expect(write(false)).toBe("'=1\n");
	});
});
