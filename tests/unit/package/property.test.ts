import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readTable, type Cell, type Resource } from '../../../src/lib/package/index.ts';

const resource: Resource = {
	name: 'random',
	path: 'random.csv',
	type: 'table',
	title: 'Random',
	description: 'Random rows.',
	unit: 'cases',
	schema: {
		fields: [
			{ name: 'id', type: 'integer' },
			{ name: 'year', type: 'year', role: 'time' },
			{ name: 'day', type: 'date' },
			{
				name: 'form',
				type: 'string',
				role: 'category',
				categories: ['sex', 'labor'].map((value) => ({ value, label: value }))
			},
			{
				name: 'value',
				type: 'number',
				role: 'value',
				missingValues: ['[c]', '[x]'].map((value) => ({ value, label: value }))
			},
			{ name: 'note', type: 'string', role: 'note' }
		],
		primaryKey: ['id']
	}
};
const names = resource.schema.fields.map((field) => field.name);

const note = fc
	.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a,"\n\t ;']{0,10}$/))
	.map((text) => text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', ''));
const record = fc.record({
	year: fc.integer({ min: 1800, max: 2200 }),
	day: fc
		.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10)),
	form: fc.constantFrom('sex', 'labor'),
	value: fc.oneof(
		fc.nat(),
		fc.nat({ max: 1e6 }).map((number) => number / 100),
		fc.constantFrom('[c]', '[x]')
	),
	note
});
const records = fc
	.array(record, { minLength: 1, maxLength: 8 })
	.map((list) => list.map((each, index) => ({ id: index, ...each })));
const newline = fc.constantFrom('\n', '\r\n');

const write = (rows: unknown[][], lineEnd: string) =>
	new TextEncoder().encode(Papa.unparse([names, ...rows], { newline: lineEnd }) + lineEnd);

const BAD: Record<string, string[]> = {
	id: ['', 'x', '1.5', '1,234', ' 1'],
	year: ['0000', '1799', '9999', '20166', '16', 'year', '2016.0'],
	day: ['2024-02-30', '1/2/2024', '2024'],
	form: ['Sex', 'sex ', 'other'],
	value: ['', '[q]', '*', '-1', '1,234', 'NaN', '1e3', 'Infinity']
};

describe('readTable', () => {
	it('reads back what was written', () => {
		fc.assert(
			fc.property(records, newline, (list, lineEnd) => {
				const rows = list.map((each) => names.map((name) => each[name as keyof typeof each]));
				const { table, faults } = readTable(resource, write(rows, lineEnd));
				expect(faults).toEqual([]);
				const expected = list.map((each): Record<string, Cell> => {
					const marker = typeof each.value === 'string';
					return {
						...each,
						value: marker ? null : each.value,
						status: marker ? each.value : '',
						note: each.note === '' ? null : each.note
					};
				});
				expect(table?.rows).toEqual(expected);
			}),
			{ numRuns: 300 }
		);
	});

	it('reports one corrupted cell at exactly its line and column', () => {
		const spoilt = fc
			.constantFrom(...Object.keys(BAD))
			.chain((column) => fc.tuple(fc.constant(column), fc.constantFrom(...(BAD[column] ?? []))));
		fc.assert(
			fc.property(records, newline, fc.nat(), spoilt, (list, lineEnd, pick, [column, bad]) => {
				const rows: unknown[][] = list.map((each) => names.map((name) => each[name as keyof typeof each]));
				const target = pick % rows.length;
				rows[target]![names.indexOf(column)] = bad;
				const before = new TextDecoder().decode(write(rows.slice(0, target), lineEnd));
				const line = before.split('\n').length;
				const { faults } = readTable(resource, write(rows, lineEnd));
				expect(faults.map((fault) => [fault.file, fault.row, fault.column, fault.value])).toEqual([
					['random.csv', line, column, bad]
				]);
			}),
			{ numRuns: 500 }
		);
	});
});
