import { describe, expect, it } from 'vitest';
import {
	dimensionsOf,
	fieldByRole,
	fieldsByRole,
	formatFault,
	labelOf,
	localized,
	MARKERS,
	plainCategories,
	totalCategory,
	unitName,
	valueField
} from '../../../src/lib/package/index.ts';
import { nearest } from '../../../src/lib/package/fault.ts';
import { forms, national, sources } from './sample.ts';

describe('localized', () => {
	const text = { en: 'Cases', es: 'Casos' };
	it.each([
		[undefined, 'Cases'],
		['es', 'Casos'],
		['es-MX', 'Casos'],
		['fr', 'Cases'],
		['constructor', 'Cases']
	])('in %s is %s', (locale, expected) => {
		expect(localized(text, locale)).toBe(expected);
	});

	it('takes what there is', () => {
		expect(localized('Cases', 'es')).toBe('Cases');
		expect(localized({ es: 'Casos' }, 'fr')).toBe('Casos');
	});
});

describe('fields', () => {
	it('are found by role', () => {
		expect(fieldByRole(forms, 'time')?.name).toBe('year');
		expect(fieldByRole(sources, 'time')).toBeUndefined();
		expect(fieldsByRole(forms, 'category').map((field) => field.name)).toEqual(['form']);
		expect(dimensionsOf(national).map((field) => field.name)).toEqual(['year', 'measure', 'unit']);
		expect(valueField(forms)?.name).toBe('value');
		expect(valueField(sources)).toBeUndefined();
	});

	it('know their plain categories, their total and their labels', () => {
		const field = fieldByRole(forms, 'category')!;
		expect(plainCategories(field).map((category) => category.value)).toEqual(['sex', 'labor']);
		expect(totalCategory(field)).toBeUndefined();
		const all = { value: 'all', label: 'All', kind: 'total' as const };
		expect(totalCategory({ ...field, categories: [...field.categories!, all] })).toBe(all);
		expect(labelOf(forms, 'form', 'sex', 'es')).toBe('Trata sexual');
		expect(labelOf(forms, 'form', 'unlisted')).toBe('unlisted');
		expect(labelOf(forms, 'year', 2016)).toBe('2016');
		expect(labelOf(forms, 'note', null)).toBe('');
	});

	it('have a unit of the whole table, called as it says', () => {
		expect(unitName(forms)).toBe('cases');
		expect(unitName({ ...forms, unitLabel: { en: 'reports' } })).toBe('reports');
		expect(unitName(national)).toBe('');
	});

	it('have a label for every marker', () => {
		expect(Object.keys(MARKERS)).toEqual(['', '[c]', '[x]', '[z]', '[b]', '[p]', '[r]', '[u]', '[e]']);
	});
});

describe('formatFault', () => {
	const fault = {
		file: 'a.csv',
		row: 3,
		column: 'value',
		value: '1,234',
		rule: 'no separator',
		mend: 'write 1234'
	};
	it.each([
		[fault, 'a.csv:3:value: 1,234: no separator, write 1234'],
		[
			{ ...fault, row: undefined, column: undefined, value: undefined },
			'a.csv:-:-: -: no separator, write 1234'
		],
		[{ ...fault, value: '' }, 'a.csv:3:value: (empty): no separator, write 1234'],
		[{ ...fault, value: 'a\nb' }, 'a.csv:3:value: a\\nb: no separator, write 1234'],
		[{ ...fault, value: ' 7' }, 'a.csv:3:value: " 7": no separator, write 1234'],
		[{ ...fault, value: 'x'.repeat(200) }, `a.csv:3:value: ${'x'.repeat(80)}…: no separator, write 1234`]
	])('%j', (given, line) => {
		expect(formatFault(given)).toBe(line);
	});
});

describe('nearest', () => {
	const known = ['labor', 'sex', 'sex_and_labor'];
	it.each([
		['labour', 'labor'],
		['Sex', 'sex'],
		['sex and labor', 'sex_and_labor'],
		[' sex ', 'sex'],
		['domestic work', undefined],
		['', undefined]
	])('%j means %s', (word, expected) => {
		expect(nearest(word, known)).toBe(expected);
	});
});
