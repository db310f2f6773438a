import { describe, expect, it } from 'vitest';
import { compactTable, expandTable } from '../../../src/lib/ui/compact.ts';
import { periodWords, qualifiedNumber } from '../../../src/lib/ui/figures.ts';
import type { Resource } from '../../../src/lib/package/types.ts';

const figure = (qualifier: string) => ({
	value: 463000,
	period: '2024',
	unit: 'signals',
	basis: '',
	qualifier,
	sources: [],
	confidence: 'B'
});

describe('a figure in words', () => {
	it('keeps its qualifier', () => {
		expect(qualifiedNumber(figure('more_than'), 'en-US')).toBe('more than 463,000');
		expect(qualifiedNumber(figure('nearly'), 'en-US')).toBe('nearly 463,000');
		expect(qualifiedNumber(figure('rounded'), 'de-DE')).toBe('about 463.000 (rounded)');
		expect(qualifiedNumber(figure('exact'), 'en-US')).toBe('463,000');
	});

	it('names days and months, and leaves other periods alone', () => {
		expect(periodWords('2024-12-31')).toBe('December 31, 2024');
		expect(periodWords('2007-12')).toBe('December 2007');
		expect(periodWords('2024')).toBe('2024');
		expect(periodWords('2005-2013')).toBe('2005-2013');
	});
});

describe('a table as a page carries it', () => {
	it('comes back with every column that has a role, and the status', () => {
		const resource: Resource = {
			name: 'states',
			path: 'states.csv',
			type: 'table',
			title: 'States',
			description: 'States',
			schema: {
				fields: [
					{ name: 'usps', type: 'string', role: 'place' },
					{ name: 'fips', type: 'string' },
					{ name: 'value', type: 'integer', role: 'value' }
				]
			}
		};
		const rows = [
			{ usps: 'CA', fips: '06', value: 3, status: '' },
			{ usps: 'VT', fips: '50', value: null, status: '[c]' }
		];
		expect(expandTable(compactTable(resource, rows)).rows).toEqual([
			{ usps: 'CA', value: 3, status: '' },
			{ usps: 'VT', value: null, status: '[c]' }
		]);
	});
});
