import { describe, expect, it } from 'vitest';
import originals from './originals.json';
import { read, sum } from './read.ts';

interface Original {
	rows: number;
	value?: string;
	sum?: number;
	slices?: { where: Record<string, string[]>; rows: number; sum: number }[];
	columns?: Record<string, number>;
}

const tables = Object.entries(originals as unknown as Record<string, Original>);

describe('the tables against the published originals', () => {
	it.each(tables)('%s: every row and the sum of its figures', (name, original) => {
		const { rows } = read(name);
		expect(rows).toHaveLength(original.rows);
		if (original.value !== undefined) expect(sum(rows, original.value)).toBe(original.sum);
		for (const [column, total] of Object.entries(original.columns ?? {})) {
			expect([column, sum(rows, column)]).toEqual([column, total]);
		}
	});

	const slices = tables.flatMap(([name, { value, slices }]) =>
		(slices ?? []).map((slice) => ({ name, value: value ?? '', slice, told: JSON.stringify(slice.where) }))
	);
	it.each(slices)('$name where $told', ({ name, value, slice }) => {
		const rows = read(name).rows.filter((row) =>
			Object.entries(slice.where).every(([field, values]) => values.includes(row[field] ?? ''))
		);
		expect({ rows: rows.length, sum: sum(rows, value) }).toEqual({ rows: slice.rows, sum: slice.sum });
	});

	it('knows the figures of 2016 that readers quote', () => {
		const total = (name: string, where: Record<string, string>) =>
			sum(
				read(name).rows.filter((row) =>
					Object.entries(where).every(([field, value]) => row[field] === value)
				),
				'value'
			);
		expect(total('types_by_year', { year: '2016', basis: 'hotline', unit: 'cases' })).toBe(7572);
		expect(total('gender_by_year', { year: '2016' })).toBe(7388);
		expect(total('age_by_year', { year: '2016' })).toBe(7277);
		expect(total('national_by_year', { year: '2008', measure: 'calls_all' })).toBe(5748);
		expect(total('national_by_year', { year: '2008', measure: 'calls' })).toBe(3514);
	});

	it('has no figure for 2022 by calendar year', () => {
		expect(read('national_by_year').rows.filter((row) => row['year'] === '2022')).toEqual([]);
	});
});
