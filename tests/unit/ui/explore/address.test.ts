import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readAddress, writeAddress } from '../../../../src/lib/ui/explore/address.ts';
import type { ExploreState } from '../../../../src/lib/ui/explore/state.ts';

const TABLES = ['calls', 'cases'];

describe('an address of the chart builder', () => {
	it('is short, and says what a reader chose only', () => {
		expect(writeAddress({ values: {} })).toBe('');
		expect(writeAddress({ table: 'cases', values: { form: ['labor'] } })).toBe('?v=1&t=cases&f.form=labor');
		expect(
			writeAddress({ by: '', values: { place: ['TX', 'NY'] }, least: { count: 100, measure: 'calls' } })
		).toBe('?v=1&by=&f.place=TX~NY&least=100~calls');
	});

	it('names the version of the data in a permanent link', () => {
		const search = writeAddress({ table: 'calls', values: {} }, '1.2.0');
		expect(search).toBe('?v=1&t=calls&data=1.2.0');
		expect(readAddress(search, TABLES)).toEqual({
			state: { table: 'calls', values: {} },
			pinned: '1.2.0',
			notices: []
		});
		expect(readAddress('?data=1.2.0', TABLES).pinned).toBe('1.2.0');
	});

	it('comes back as it was, whatever the texts are', () => {
		const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((each) => each.isWellFormed());
		const name = text.filter((each) => each !== '' && each !== '__proto__');
		const state: fc.Arbitrary<ExploreState> = fc.record(
			{
				values: fc.dictionary(name, fc.array(text, { minLength: 1, maxLength: 4 }), {
					maxKeys: 3,
					noNullPrototype: true
				}),
				measure: text,
				unit: text,
				basis: text,
				by: text,
				panels: text,
				from: text,
				at: text,
				show: text,
				base: text,
				form: text,
				least: fc.record({ count: fc.nat(999_999_999) })
			},
			{ requiredKeys: ['values'] }
		);
		fc.assert(
			fc.property(state, (each) => {
				const search = writeAddress(each);
				if (search.length > 6000) return;
				expect(readAddress(search, TABLES)).toEqual({ state: each, notices: [] });
			})
		);
	});

	it.each([
		['100 kB of text', `?v=1&t=${'x'.repeat(100_000)}`, 'too long'],
		['markup', '?v=1&t=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', 'a table that is not here'],
		['an unknown table', '?v=1&t=nothing', 'no table “nothing”'],
		['a later version', '?v=2&t=calls', 'another version'],
		['no version', '?t=calls', 'another version'],
		['a least figure that is none', '?v=1&least=1e9', 'not a whole number']
	])('falls back to the standard chart with a notice: %s', (_, search, words) => {
		const { state, notices } = readAddress(search, TABLES);
		expect(state).toEqual({ values: {} });
		expect(notices).toHaveLength(1);
		expect(notices[0]).toContain(words);
		expect(notices[0]).not.toMatch(/[<>]|x{20}/);
	});

	it('is not followed where nothing in it is of this page, and says nothing of it', () => {
		expect(readAddress('?utm_source=mail', TABLES)).toEqual({ state: { values: {} }, notices: [] });
	});

	it('never changes what objects are', () => {
		readAddress('?v=1&f.__proto__=x&f.constructor=y', TABLES);
		expect(({} as Record<string, unknown>)['x']).toBeUndefined();
		expect(readAddress('?v=1&f.constructor=y', TABLES).state.values['constructor']).toEqual(['y']);
	});
});
