import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formulaSafe, toCsv } from '../../../src/lib/outputs/csv.ts';
import type { Cell } from '../../../src/lib/package/types.ts';

const parse = (text: string, comments: string | false) =>
	Papa.parse<string[]>(text.slice(0, -2), { delimiter: ',', newline: '\r\n', comments }).data;

const awkward = fc.stringMatching(/^[=+\-@\t\r\n#,;" 'a1[\]]{0,8}$/);
const text = fc.oneof(fc.string({ unit: 'grapheme' }), awkward);
const cell: fc.Arbitrary<Cell> = fc.oneof(
	text,
	fc.constant(null),
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true })
);
const table = fc
	.integer({ min: 1, max: 4 })
	.chain((width) =>
		fc.tuple(
			fc.array(text, { minLength: width, maxLength: width }),
			fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 })
		)
	);

describe('toCsv', () => {
	it('writes the block, the header and the rows', () => {
		const file = toCsv(['Cases by form', 'Source: A'], ['year', 'note'], [[2016, 'a "b", c']]);
		expect(file).toBe('# Cases by form\r\n# Source: A\r\nyear,note\r\n2016,"a ""b"", c"\r\n');
	});

	it('gives the same cells back, the block skipped', () => {
		fc.assert(
			fc.property(fc.array(text, { maxLength: 3 }), table, (block, [columns, rows]) => {
				const read = parse(toCsv(block, columns, rows), '#');
				const expected = [columns, ...rows].map((row) =>
					row.map((each) => {
						if (each === null) return '';
						return typeof each === 'number' ? String(each) : formulaSafe(each);
					})
				);
				expect(read).toEqual(expected);
			}),
			{ numRuns: 500 }
		);
	});

	it('has no cell that a spreadsheet takes for a formula, in the block neither', () => {
		fc.assert(
			fc.property(
				fc.array(text, { maxLength: 3 }),
				fc.array(text, { minLength: 1, maxLength: 4 }),
				(block, row) => {
					const file = toCsv(block, row, [row]);
					for (const each of parse(file, false).flat()) expect(each).not.toMatch(/^[=+\-@\t\r\n]/);
					for (const part of parse(file, false).slice(0, -2).flat())
						expect(part.trim()).not.toMatch(/^[=+\-@]/);
				}
			),
			{ numRuns: 500 }
		);
	});

	it.each(['=1+1', '+1', '-1', '@a', '\ta', '\ra'])('puts an apostrophe before %j', (formula) => {
		const [header, row] = parse(toCsv([formula, `a,${formula}`], [formula], [[formula]]), '#');
		expect(header).toEqual([`'${formula}`]);
		expect(row).toEqual([`'${formula}`]);
	});

	it('keeps numbers as numbers, negative ones too, and nulls empty', () => {
		expect(toCsv([], ['a', 'b', 'c'], [[-3, 1.5, null]])).toBe('a,b,c\r\n-3,1.5,\r\n');
	});

	it('keeps a double quote in the block from swallowing the rows', () => {
		const rows = parse(toCsv(['Said,"so'], ['a'], [[1]]), false);
		expect(rows).toEqual([['# Said', '”so'], ['a'], ['1']]);
	});

	it('refuses a number that is not finite, and rows of another length', () => {
		expect(() => toCsv([], ['a'], [[Number.NaN]])).toThrow(RangeError);
		expect(() => toCsv([], ['a'], [[1, 2]])).toThrow(RangeError);
	});
});
