import { describe, expect, it } from 'vitest';
import { additivityFaults, additivityRule, type Resource, type Row } from '../../../src/lib/package/index.ts';
import { forms, national } from './sample.ts';

const reason = 'Each case has one form.';
const all = { value: 'all', label: 'All forms', kind: 'total' as const };
const both = { value: 'sex_and_labor', label: 'Both, counted above too', kind: 'composite' as const };

/** The sample's table of forms with other categories and rules. */
function table(change: Partial<Resource>, figures: Record<string, number | null>, year = 2016) {
	const resource = structuredClone({ ...forms, ...change });
	resource.schema.fields[1]!.categories!.push(all, both);
	return {
		resource,
		rows: Object.entries(figures).map(([form, value]): Row => ({ year, form, value, status: '' }))
	};
}

function nation(value: number) {
	return { resource: national, rows: [{ year: 2016, measure: 'cases', unit: 'cases', value, status: '' }] };
}

const own = { additivity: [{ dimension: 'form', additivity: 'additive' as const, reason }] };
const toOwn = {
	additivity: [{ ...own.additivity[0]!, total: { resource: 'forms', where: { form: 'all' } } }]
};
const complete = { additivity: [{ ...forms.additivity![0]!, complete: [{ year: ['2016'] }] }] };

describe('additivityFaults', () => {
	it.each<[string, Partial<Resource>, Record<string, number | null>, number]>([
		['a total row that agrees', own, { sex: 1, labor: 2, other: 3, all: 6 }, 0],
		['a total row that does not', own, { sex: 1, labor: 2, other: 3, all: 7 }, 1],
		['a total row that the rule names too', toOwn, { sex: 1, labor: 2, other: 3, all: 7 }, 1],
		['a composite, which is left out', own, { sex: 1, labor: 2, other: 3, all: 6, sex_and_labor: 1 }, 0],
		['a total without a number', own, { sex: 1, labor: 2, other: 3, all: null }, 0],
		['fractions that add up', own, { sex: 0.1, labor: 0.2, other: 0, all: 0.3 }, 0],
		['fractions that do not', own, { sex: 0.1, labor: 0.2, other: 0, all: 0.301 }, 1],
		['a member that is no number', own, { sex: Number.NaN, labor: 2, other: 3, all: 6 }, 1],
		['a total that is no number', own, { sex: 1, labor: 2, other: 3, all: Number.NaN }, 1],
		['no rule', { additivity: [] }, { sex: 1, labor: 2, other: 3, all: 7 }, 0],
		['the nation', {}, { sex: 40, labor: 50, other: 10 }, 0],
		['the nation, off by one', {}, { sex: 40, labor: 50, other: 11 }, 1],
		['the nation, a member missing', {}, { sex: 40, other: 10 }, 0],
		['the nation, a member missing where all are listed', complete, { sex: 40, other: 10 }, 1],
		['the nation, the unknown missing where all are listed', complete, { sex: 40, labor: 50 }, 1]
	])('%s', (_, change, figures, count) => {
		expect(additivityFaults({ forms: table(change, figures), national: nation(100) })).toHaveLength(count);
	});

	it('compares with the total of the same year only', () => {
		const other = table({}, { sex: 1, labor: 2, other: 3 }, 2017);
		expect(additivityFaults({ forms: other, national: nation(100) })).toEqual([]);
	});
});

describe('additivityRule', () => {
	const rule = (additivity: 'additive' | 'none', where?: Record<string, string[]>) => ({
		dimension: 'form',
		additivity,
		where,
		reason
	});

	it('is the first that fits the row', () => {
		const rules = [rule('none', { year: ['2016'] }), rule('additive')];
		expect(additivityRule(rules, 'form', { year: 2016 })?.additivity).toBe('none');
		expect(additivityRule(rules, 'form', { year: 2017 })?.additivity).toBe('additive');
		expect(additivityRule(rules, 'year', { year: 2017 })).toBeUndefined();
		expect(additivityRule(undefined, 'form', {})).toBeUndefined();
	});
});
