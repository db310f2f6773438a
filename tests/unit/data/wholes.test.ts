import { describe, expect, it } from 'vitest';
import { read, type TextRow } from './read.ts';

const COUNTED: Record<string, string> = { cases: 'cases', victims: 'victims_identified' };

/** Lines that a list of types covers, where that list was counted on other lines than the hotline. */
const LINES: Record<string, string> = { typology_top3: 'hotline_plus_textline' };

interface Whole {
	year: string;
	form: string;
	basis: string;
	unit: string;
}

function figure(rows: TextRow[], where: Record<string, string>): number | undefined {
	const found = rows.find((row) => Object.entries(where).every(([name, value]) => row[name] === value));
	return found ? Number(found['value']) : undefined;
}

/** The published whole of a form in a year; undefined where none is published. */
function whole({ year, form, basis, unit }: Whole): number | undefined {
	const national = read('national_by_year').rows;
	if (form === 'all') return figure(national, { year, measure: COUNTED[unit] ?? '', basis, unit });
	const types = read('types_by_year').rows;
	if (form !== 'sex_plus_sex_and_labor') return figure(types, { year, form, basis, unit });
	const sex = figure(types, { year, form: 'sex', basis, unit });
	const both = figure(types, { year, form: 'sex_and_labor', basis, unit });
	return sex === undefined || both === undefined ? undefined : sex + both;
}

function parts(table: string): { part: string; value: number; whole: number }[] {
	return read(table).rows.flatMap((row) => {
		const at = {
			year: row['year'] ?? '',
			form: row['form'] ?? 'all',
			basis: row['basis'] ?? LINES[row['classification'] ?? ''] ?? 'hotline',
			unit: row['unit'] ?? 'victims'
		};
		const total = whole(at);
		if (total === undefined) return [];
		return [{ part: Object.values(row).join(','), value: Number(row['value'] ?? row['victims']), whole: total }];
	});
}

describe('a part is no larger than its published whole', () => {
	it.each([
		'venues_by_year',
		'gender_by_year',
		'age_by_year',
		'citizenship_by_year',
		'race_ethnicity_by_year',
		'victim_context_by_year'
	])('%s', (table) => {
		const known = parts(table);
		expect(known.length).toBeGreaterThan(5);
		expect(known.filter(({ value, whole: total }) => value > total)).toEqual([]);
	});

	it('types_by_year: no form exceeds all forms', () => {
		const known = read('types_by_year').rows.flatMap((row) => {
			const { year = '', basis = '', unit = '' } = row;
			const total = whole({ year, form: 'all', basis, unit });
			return total === undefined ? [] : [{ row, total }];
		});
		expect(known.length).toBeGreaterThan(20);
		expect(known.filter(({ row, total }) => Number(row['value']) > total)).toEqual([]);
	});

	it('venues_by_year: the types of a list do not exceed the cases of their form together', () => {
		const lists = new Map<string, { listed: number; whole: number }>();
		for (const row of read('venues_by_year').rows.filter((each) => each['unit'] === 'cases')) {
			const { year = '', form = '', classification = '' } = row;
			const total = whole({ year, form, basis: LINES[classification] ?? 'hotline', unit: 'cases' });
			if (total === undefined) continue;
			const key = [year, classification, form].join(' ');
			const known = lists.get(key) ?? { listed: 0, whole: total };
			lists.set(key, { ...known, listed: known.listed + Number(row['value']) });
		}
		expect(lists.size).toBeGreaterThan(4);
		expect([...lists].filter(([, list]) => list.listed > list.whole)).toEqual([]);
	});
});
