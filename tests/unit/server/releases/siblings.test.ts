import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../../../src/lib/charts/types.ts';
import type { Resource } from '../../../../src/lib/package/types.ts';
import { standingSiblings } from '../../../../src/lib/server/releases/siblings.ts';

const spec = (id: string, table: string, more: Partial<ChartSpec> = {}): ChartSpec => ({
	id,
	title: id,
	pages: ['trends'],
	query: { table, dimensions: ['year'] },
	mark: 'line',
	x: 'year',
	...more
});

const resource = (name: string, more: Partial<Resource> = {}): Resource => ({
	name,
	path: `${name}.csv`,
	type: 'table',
	title: name,
	description: name,
	schema: { fields: [] },
	...more
});

const total = { resource: 'totals', where: {} };
const RESOURCES = [
	resource('cases', { additivity: [{ dimension: 'form', additivity: 'none', reason: 'Overlap.', total }] }),
	resource('totals'),
	resource('other')
];
const withdrawn = (version: string, ...charts: string[]) => ({
	version,
	...(charts.length ? { charts } : {}),
	date: '2026-08-31',
	reason: 'A cell was wrong.'
});

function found(specs: ChartSpec[], ...withdrawals: ReturnType<typeof withdrawn>[]) {
	const versions = new Map([['1.0.0', { specs, resources: RESOURCES }]]);
	return standingSiblings(withdrawals, versions).map(
		({ version, withdrawn, table, standing, whole }) =>
			`${version} ${withdrawn} ${table} ${standing}${whole ? ' whole' : ''}`
	);
}

describe('charts that stand beside a withdrawn one', () => {
	it('are those of its table, and it is told which carry all of it', () => {
		const specs = [
			spec('gone', 'cases'),
			spec('plain', 'cases'),
			spec('filtered', 'cases', { filters: ['place'] }),
			spec('elsewhere', 'other')
		];
		expect(found(specs, withdrawn('1.0.0', 'gone'))).toEqual([
			'1.0.0 gone cases plain',
			'1.0.0 gone cases filtered whole'
		]);
	});

	it('are also those that show its table beside their own', () => {
		const shares = spec('shares', 'cases', {
			filters: ['place'],
			query: { table: 'cases', dimensions: ['form'], shareOf: 'form' }
		});
		const faint = spec('faint', 'other', {
			filters: ['place'],
			superseded: { table: 'totals', dimensions: ['year'] }
		});
		expect(found([spec('gone', 'totals'), shares, faint], withdrawn('1.0.0', 'gone'))).toEqual([
			'1.0.0 gone totals shares whole',
			'1.0.0 gone totals faint'
		]);
	});

	it('are none where they are withdrawn too, by one decision or another, or with the whole version', () => {
		const specs = [spec('gone', 'cases'), spec('too', 'cases')];
		expect(found(specs, withdrawn('1.0.0', 'gone', 'too'))).toEqual([]);
		expect(found(specs, withdrawn('1.0.0', 'gone'), withdrawn('1.0.0', 'too'))).toEqual([]);
		expect(found(specs, withdrawn('1.0.0', 'gone'), withdrawn('1.0.0'))).toEqual([]);
		expect(found(specs, withdrawn('2.0.0', 'gone'))).toEqual([]);
	});
});
