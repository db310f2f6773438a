import { describe, expect, it } from 'vitest';
import originals from './originals.json';
import { read, sum, type TextRow } from './read.ts';

interface Slice {
	where: Record<string, string[]>;
	rows: number;
	sum: number;
}

interface Original {
	rows: number;
	value?: string;
	sum?: number;
	slices?: Slice[];
	/** Rows that are no rows of the original, such as one that it gives in a note; they stand outside its counts. */
	added?: Slice;
	columns?: Record<string, number>;
}

const tables = Object.entries(originals as unknown as Record<string, Original>);

const fits = (where: Record<string, string[]>) => (row: TextRow) =>
	Object.entries(where).every(([field, values]) => values.includes(row[field] ?? ''));

/** The rows that the original has as rows. */
function ownRows(name: string): TextRow[] {
	const { added } = (originals as unknown as Record<string, Original>)[name] ?? {};
	const { rows } = read(name);
	return added ? rows.filter((row) => !fits(added.where)(row)) : rows;
}

describe('the tables against the published originals', () => {
	it.each(tables)('%s: every row and the sum of its figures', (name, original) => {
		const rows = ownRows(name);
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
		const rows = ownRows(name).filter(fits(slice.where));
		expect({ rows: rows.length, sum: sum(rows, value) }).toEqual({ rows: slice.rows, sum: slice.sum });
	});

	const additions = tables.flatMap(([name, { value, added }]) =>
		added && value !== undefined ? [{ name, added }] : []
	);
	it.each(additions)('$name holds one row that a note of the original states', ({ name, added }) => {
		const rows = read(name).rows.filter(fits(added.where));
		expect({ rows: rows.length, sum: sum(rows, 'value') }).toEqual({ rows: added.rows, sum: added.sum });
		expect(rows.map((row) => [row['qualifier'], row['confidence']])).toEqual([['more_than', 'B']]);
		const quoted = read(name).rows.find((row) => row['source_id'] === 'NDHTDP2026');
		expect(quoted).toMatchObject({ value: '218568', basis: 'hotline_date_uncertain' });
		expect(quoted?.['note']).toContain('more than 218,000');
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
