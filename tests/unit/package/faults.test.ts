import { describe, expect, it } from 'vitest';
import { readPackage, type Fault } from '../../../src/lib/package/index.ts';
import { description, filesOf, readWith, SOUND } from './sample.ts';

const FORMS = 'year,form,value,source_id,note';
const rows = (...lines: string[]) => [FORMS, ...lines, ''].join('\n');
const utf16 = (text: string, mark: boolean) =>
	new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le'));
const bytes = (...parts: (string | number)[]) =>
	new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'number' ? [part] : part))));

/** What a fault is about, without its words. */
const place = ({ file, row, column, value }: Fault) => [file, row, column, value];

async function faultsOf(forms: string | Uint8Array | undefined): Promise<Fault[]> {
	return (await readWith({ 'forms.csv': forms })).faults;
}

describe('a file that cannot be read', () => {
	it.each<[string, string | Uint8Array | undefined, RegExp, RegExp]>([
		['missing', undefined, /missing/, /add it/],
		['UTF-16 with its mark', utf16(rows('2016,sex,1,A,'), true), /UTF-16/, /UTF-8/],
		['UTF-16 without a mark', utf16(rows('2016,sex,1,A,'), false), /UTF-16/, /UTF-8/],
		['a workbook', bytes('PK', 3, 4, 'abc'), /workbook/, /CSV UTF-8/],
		['bytes', bytes(FORMS, 0, 1, 2), /NUL/, /UTF-8/],
		['empty', '', /empty/, /header/],
		['blank lines alone', '\n\n', /empty/, /header/],
		['a byte order mark alone', '\ufeff', /empty/, /header/]
	])('%s', async (_, file, rule, mend) => {
		const faults = await faultsOf(file);
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatchObject({ file: 'forms.csv', rule: expect.stringMatching(rule) });
		expect(faults[0]?.mend).toMatch(mend);
	});

	it('too large, where its size is known only once it is read', async () => {
		const faults = await faultsOf(new Uint8Array(100_000_001));
		expect(faults).toMatchObject([{ file: 'forms.csv', rule: expect.stringContaining('100 MB at most') }]);
	});

	it('bytes that are not UTF-8, with their line', async () => {
		const faults = await faultsOf(bytes(rows('2016,sex,70,A,', '2016,labor,20,A,caf'), 0xe9, '\n'));
		expect(faults.map(({ row, rule }) => [row, rule])).toEqual([[4, 'the file is not valid UTF-8']]);
	});

	it.each([
		[';', 'semicolons'],
		['\t', 'tabs'],
		['|', 'vertical bars']
	])('parted by %j', async (delimiter, word) => {
		const faults = await faultsOf(String(SOUND['forms.csv']).replaceAll(',', delimiter));
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatchObject({ row: 1, rule: expect.stringContaining(word) });
	});

	it('a header alone', async () => {
		const faults = await faultsOf(`${FORMS}\n`);
		expect(faults).toMatchObject([{ file: 'forms.csv', rule: expect.stringContaining('no rows') }]);
	});

	it('no header', async () => {
		const faults = await faultsOf('2016,sex,70,A,\n2017,sex,70,A,\n');
		expect(faults).toMatchObject([{ row: 1, rule: expect.stringContaining('does not name the columns') }]);
	});

	it('a comment block', async () => {
		const faults = await faultsOf(`# A title\n${rows('2016,sex,70,A,')}`);
		expect(faults).toMatchObject([{ row: 1, mend: expect.stringContaining('#') }]);
	});
});

describe('a header that differs', () => {
	it.each<[string, string, [string, RegExp][]]>([
		['a duplicate', 'year,form,value,source_id,note,year', [['year', /twice/]]],
		['a missing column', 'year,form,value,source_id', [['note', /missing/]]],
		['an extra column', 'year,form,value,source_id,note,extra', [['extra', /no such column/]]],
		[
			'a misspelt name',
			'year,form,Value,source_id,note',
			[
				['Value', /no such column/],
				['value', /missing/]
			]
		]
	])('%s', async (_, header, expected) => {
		const faults = await faultsOf(`${header}\n`);
		expect(faults).toHaveLength(expected.length);
		expected.forEach(([column, rule], index) => {
			expect(faults[index]).toMatchObject({ row: 1, column, rule: expect.stringMatching(rule) });
		});
	});

	it('another order, whose rows are read by name', async () => {
		const { tables, faults } = await readWith({
			'forms.csv': 'form,year,value,source_id,note\nsex,2016,70,A,\n'
		});
		expect(faults).toMatchObject([{ row: 1, value: 'form,year,value,source_id,note' }]);
		expect(faults[0]?.mend).toBe('order them as year,form,value,source_id,note');
		expect(tables.forms?.rows).toMatchObject([{ year: 2016, form: 'sex', value: 70 }]);
	});
});

describe('a row that differs', () => {
	it('is found at its line of the file, after quoted line ends', async () => {
		const faults = await faultsOf(rows('2016,sex,70,A,"one\ntwo\r\nthree"', '2016,labor,x1,A,'));
		expect(faults.map(place)).toEqual([['forms.csv', 5, 'value', 'x1']]);
	});

	it.each([
		['too short', '2016,labor,20,A', '4 cells'],
		['too long', '2016,labor,1,234,A,', '6 cells'],
		['blank', '', 'empty'],
		['commas alone', ',,,,', 'empty'],
		['a quote in the middle', '2016,labor,20,A,"a"b', 'double quotes'],
		['a quote that is not closed', '2016,labor,20,A,"a', 'not closed']
	])('%s', async (_, line, rule) => {
		const faults = await faultsOf(rows('2016,sex,70,A,', line));
		expect(faults).toMatchObject([{ file: 'forms.csv', row: 3, rule: expect.stringContaining(rule) }]);
	});

	it('is found with all others at once, in the order of the file', async () => {
		const faults = await faultsOf(rows('20166,sex,70,Z,', '2016,labour,-1,A,', '2016,other'));
		expect(faults.map(({ row, column }) => [row, column])).toEqual([
			[2, 'year'],
			[2, 'source_id'],
			[3, 'form'],
			[3, 'value'],
			[4, undefined]
		]);
	});
});

describe('a cell that breaks a rule', () => {
	it.each([
		['year', '20166', 'four digits', '2016'],
		['year', '16', 'four digits', '2016'],
		['year', '0000', 'between 1800 and 2200', 'minimum'],
		['year', '9999', 'between 1800 and 2200', 'maximum'],
		['form', 'labour', 'categories', 'did you mean labor?'],
		['form', 'quite another', 'categories', 'use sex, labor or other'],
		['form', '', 'may not be empty', 'fill'],
		['value', '"1,234"', 'thousands separator', 'write 1234'],
		['value', '1 234', 'thousands separator', 'write 1234'],
		['value', '1.234.567', 'thousands separator', 'write 1234567'],
		['value', '-5', 'never negative', 'correct'],
		['value', '12.5', 'whole number', 'write 13'],
		['value', '1.234', 'whole number', 'write 1234'],
		['value', '"12,5"', 'decimal mark', 'write 12.5'],
		['value', '007', 'leading zeros', 'write 7'],
		['value', ' 7', 'spaces', 'write 7'],
		['value', '12%', 'whole number', 'without %'],
		['value', '1e3', 'whole number', 'digits'],
		['value', 'NaN', 'nor a marker', 'write the number'],
		['value', '[q]', 'nor a marker', '[c] or [x]'],
		['value', '[z]', 'nor a marker', '[c] or [x]'],
		['value', '*', 'nor a marker', '[c] or [x]'],
		['value', '', 'may not be empty', '[x]'],
		['value', '9007199254740993', 'too large', 'digits'],
		['source_id', 'Z', 'not listed in sources', 'sources.csv'],
		['source_id', '', 'may not be empty', 'fill']
	])('%s: %s', async (column, cell, rule, mend) => {
		const sound: Record<string, string> = {
			year: '2016',
			form: 'labor',
			value: '20',
			source_id: 'A',
			note: ''
		};
		const line = Object.values({ ...sound, [column]: cell }).join(',');
		const faults = await faultsOf(rows('2016,sex,70,A,', line));
		const bare = cell.replaceAll('"', '');
		expect(faults.map(place)).toEqual([['forms.csv', 3, column, bare]]);
		expect(faults[0]?.rule).toContain(rule);
		expect(faults[0]?.mend).toContain(mend);
	});

	it.each([
		['note', { pattern: '[a-z]+' }, 'B1', 'form of the column'],
		['note', { pattern: '[a-z]+' }, 'b'.repeat(201), '200 characters'],
		['note', { required: true }, '', 'may not be empty'],
		['note', { unique: true }, 'same', 'same key'],
		['note', { minimum: 'c' }, 'b', 'least allowed'],
		['value', { maximum: 10 }, '20', 'most allowed'],
		['value', { minimum: 30 }, '20', 'least allowed'],
		['value', { required: true }, '[c]', 'missing values']
	])('%s with %j: %s', async (column, constraints, cell, rule) => {
		const changed = description();
		changed.resources[0]!.schema.fields.find(({ name }) => name === column)!.constraints = constraints;
		const line = column === 'note' ? `2017,labor,20,A,${cell}` : `2017,labor,${cell},A,`;
		const first = `2017,sex,${column === 'value' && 'minimum' in constraints ? 30 : 9},A,same`;
		const { faults } = await readPackage(filesOf({ ...SOUND, 'forms.csv': rows(first, line) }, changed));
		expect(faults.map(place)).toEqual([['forms.csv', 3, column, cell]]);
		expect(faults[0]?.rule).toContain(rule);
	});

	it('a far year is none where the descriptor allows it', async () => {
		const changed = description();
		changed.resources[0]!.schema.fields[0]!.constraints = { minimum: 1500 };
		const read = async (year: number) =>
			(await readPackage(filesOf({ ...SOUND, 'forms.csv': rows(`${year},sex,9,A,`) }, changed))).faults
				.length;
		expect(await read(1500)).toBe(0);
		expect(await read(1499)).toBe(1);
		expect(await read(2300)).toBe(1);
	});

	it('a negative figure is none where the descriptor allows it', async () => {
		const changed = description();
		changed.resources[0]!.schema.fields[2]!.constraints = { minimum: -10 };
		const files = { ...SOUND, 'forms.csv': rows('2017,sex,-9,A,') };
		expect((await readPackage(filesOf(files, changed))).faults).toEqual([]);
	});

	it('two rows with one key, naming the other row', async () => {
		const faults = await faultsOf(rows('2016,sex,70,A,"a\nb"', '2017,sex,1,A,', '2016,sex,71,B,'));
		expect(faults.map(place)).toEqual([['forms.csv', 5, 'year+form', '2016 / sex']]);
		expect(faults[0]?.mend).toContain('line 2 ');
	});

	it.each([
		['5,[q]', 'status', 'not one of the markers'],
		['5,p', 'status', 'not one of the markers'],
		['5,[c]', 'value', 'a number stands beside [c]'],
		['[x],[c]', 'value', 'differ'],
		[',[p]', 'value', 'differ']
	])('figure and status %s', async (pair, column, rule) => {
		const header = 'year,measure,unit,value,status,source_id';
		const { faults } = await readWith({ 'national.csv': `${header}\n2015,cases,cases,${pair},A\n` });
		expect(faults).toMatchObject([
			{ file: 'national.csv', row: 2, column, rule: expect.stringContaining(rule) }
		]);
	});

	it('a text that looks like a formula is no fault', async () => {
		expect(await faultsOf(rows('2016,sex,70,A,=1+1'))).toEqual([]);
	});
});

describe('parts and their published total', () => {
	it('must agree exactly, and both are named', async () => {
		const faults = await faultsOf(rows('2016,sex,70,A,', '2016,labor,20,A,', '2016,other,11,A,'));
		expect(faults.map(place)).toEqual([['forms.csv', 2, 'value', '101']]);
		expect(faults[0]?.mend).toContain('national.csv line 2 has 100');
	});

	it.each([
		['a part is withheld', ['2016,sex,70,A,', '2016,labor,[c],A,', '2016,other,11,A,'], 0],
		['a part is not there', ['2016,sex,170,A,', '2016,other,11,A,'], 0],
		['the unknown are not published', ['2016,sex,70,A,', '2016,labor,20,A,'], 0],
		['the known alone are more than the total', ['2016,sex,99,A,', '2016,labor,20,A,'], 1],
		['no total is published', ['2017,sex,70,A,', '2017,labor,21,A,', '2017,other,11,A,'], 0]
	])('where %s: %j has %i faults', async (_, lines, count) => {
		expect(await faultsOf(rows(...lines))).toHaveLength(count);
	});
});
