import { describe, expect, it } from 'vitest';
import { additivityOf } from '../../../src/lib/cube/index.ts';
import type { AdditivityRule } from '../../../src/lib/package/types.ts';
import { categories, field, resource } from '../engine/fixture.ts';

const rule = (
	additivity: AdditivityRule['additivity'],
	reason: string,
	where?: AdditivityRule['where']
): AdditivityRule => ({ dimension: 'form', additivity, reason, ...(where ? { where } : {}) });

function decide(rules: AdditivityRule[], at: Record<string, (string | number)[]>, unit?: string) {
	const table = resource('t', [field('form', 'category', 'string', categories('a', 'b'))], {
		additivity: rules,
		...(unit === undefined ? {} : { unit })
	});
	const found = additivityOf(table, 'form', (name) => at[name]);
	return found.additive ? found.rules.map((each) => each.reason) : found.reason;
}

describe('additivityOf', () => {
	const cases = rule('additive', 'cases', { unit: ['cases'] });

	it('lets the first rule that fits decide', () => {
		const rules = [cases, rule('none', 'others')];
		expect(decide(rules, { unit: ['cases'] })).toEqual(['cases']);
		expect(decide(rules, { unit: ['victims'] })).toBe('others');
		expect(decide([rule('none', 'never'), cases], { unit: ['cases'] })).toBe('never');
	});

	it('gives the rules in the order of the table, in whatever order they are met', () => {
		const rules = [cases, rule('additive', 'others')];
		expect(decide(rules, { unit: ['victims', 'cases'] })).toEqual(['cases', 'others']);
	});

	it('wants every situation of the selection to be additive', () => {
		expect(decide([cases], { unit: ['cases', 'victims'] })).toMatch(/count nothing twice/);
		const both = [cases, rule('additive', 'victims', { unit: ['victims'] })];
		expect(decide(both, { unit: ['cases', 'victims'] })).toEqual(['cases', 'victims']);
	});

	it('takes a field whose values are not known for any value', () => {
		expect(decide([cases], {})).toMatch(/count nothing twice/);
		expect(decide([cases, rule('additive', 'rest')], {})).toEqual(['cases', 'rest']);
	});

	it('compares years as numbers with texts of the rule', () => {
		expect(decide([rule('additive', 'then', { year: ['2016', '2017'] })], { year: [2016] })).toEqual([
			'then'
		]);
	});

	it("holds a rule's unit against the table's own unit", () => {
		expect(decide([cases], {}, 'cases')).toEqual(['cases']);
		expect(decide([cases], {}, 'people')).toMatch(/count nothing twice/);
	});

	it('is never additive without a rule', () => {
		expect(decide([], {})).toMatch(/count nothing twice/);
	});
});
