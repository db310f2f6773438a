import { describe, expect, it } from 'vitest';
import { filterOptions, toggled } from '../../../../src/lib/ui/explore/several.ts';

const OPTIONS = [
	['CO', 'Colorado'],
	['NC', 'North Carolina'],
	['PR', 'São Paulo'],
	['TX', 'Texas']
].map(([value = '', label = '']) => ({ value, label, reason: '' }));

describe('a list of values of which several are shown', () => {
	it('is filtered by the beginnings of words, without accents', () => {
		const values = (search: string) => filterOptions(OPTIONS, search).map(({ value }) => value);
		expect(values(' ')).toHaveLength(4);
		expect(values('car')).toEqual(['NC']);
		expect(values('carol no')).toEqual(['NC']);
		expect(values('sao')).toEqual(['PR']);
		expect(values('olorado')).toEqual([]);
	});

	it('starts from none, so that three take three ticks, and keeps the order of the list', () => {
		const one = toggled(OPTIONS, new Set(), 'TX', true);
		expect(one).toEqual(['TX']);
		const two = toggled(OPTIONS, new Set(one), 'CO', true);
		expect(two).toEqual(['CO', 'TX']);
		expect(toggled(OPTIONS, new Set(two), 'TX', false)).toEqual(['CO']);
	});
});
