import { describe, expect, it } from 'vitest';
import { answerInMemory, isWhole, planQuery } from '../../../src/lib/cube/index.ts';
import type { CubeQuery } from '../../../src/lib/cube/types.ts';
import { FILES, RESOURCES, tablesOf } from '../engine/fixture.ts';

const tables = tablesOf(RESOURCES, FILES);

/** Whether each slice of an answer is whole, by the other values of its keys. */
function wholes(query: CubeQuery, dimension: string): Record<string, boolean> {
	const plan = planQuery(query, RESOURCES);
	if (plan.refused) throw new Error(plan.reason);
	const { rows } = answerInMemory(plan, tables);
	const sliceOf = (key: Record<string, string | number>) =>
		Object.entries(key)
			.filter(([name]) => name !== dimension)
			.map(([, value]) => value)
			.join(' ');
	const slices = new Set(rows.map((row) => sliceOf(row.key)));
	return Object.fromEntries(
		[...slices].map((slice) => {
			const part = rows.filter((row) => sliceOf(row.key) === slice);
			return [slice, isWhole(plan.resource, query, dimension, part)];
		})
	);
}

describe('isWhole', () => {
	const hotline: Partial<CubeQuery> = { unit: ['cases'], basis: ['hotline'] };

	it('wants every part with a figure, or a slice that is declared complete', () => {
		const query = { table: 'forms', dimensions: ['year', 'form'], ...hotline };
		expect(wholes(query, 'form')).toEqual({ 2016: true, 2017: true, 2018: false });
	});

	it('is not whole with a withheld part', () => {
		const query = { table: 'forms', dimensions: ['year', 'basis', 'form'], unit: ['cases'] };
		expect(wholes(query, 'form')).toMatchObject({ '2016 hotline': true, '2016 all_lines': false });
	});

	it('is not whole when parts were left out by a filter', () => {
		const filters = { form: ['sex', 'labor'] };
		expect(wholes({ table: 'forms', dimensions: ['year', 'form'], filters, ...hotline }, 'form')).toEqual({
			2016: false,
			2017: false,
			2018: false
		});
	});

	it('is whole when the shares add up to one', () => {
		const query = { table: 'forms', dimensions: ['year', 'form'], shareOf: 'form', ...hotline };
		const shared = { ...query, filters: { year: [2017], form: ['sex', 'labor'] } };
		expect(wholes(shared, 'form')).toEqual({ 2017: true });
	});

	it('is never whole where values must not be added up, or of a dimension that is not shown', () => {
		const query = { table: 'genders', dimensions: ['year', 'gender'] };
		expect(wholes(query, 'gender')).toEqual({ 2016: false });
		expect(wholes(query, 'nothing')).toEqual({
			'2016 female': false,
			'2016 male': false,
			'2016 minorities': false
		});
	});
});
