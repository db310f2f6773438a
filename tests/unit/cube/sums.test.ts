import { describe, expect, it } from 'vitest';
import { answerInMemory, planQuery } from '../../../src/lib/cube/index.ts';
import type { CubeQuery } from '../../../src/lib/cube/types.ts';
import type { AdditivityRule, Row } from '../../../src/lib/package/types.ts';
import { categories, field, resource } from '../engine/fixture.ts';

const DIMENSIONS = [
	field('a', 'category', 'string', categories('x', 'y')),
	field('b', 'category', 'string', categories('p', 'q')),
	field('only', 'category', 'string', categories('one'))
];

const additive = (dimension: string, complete?: AdditivityRule['complete']): AdditivityRule => ({
	dimension,
	additivity: 'additive',
	reason: 'they do not overlap',
	...(complete ? { complete } : {})
});

type Given = [a: string, b: string, value: number | null, rest?: Partial<Row>];

function answer(given: Given[], query: Partial<CubeQuery> = {}, complete?: AdditivityRule['complete']) {
	const table = resource('t', DIMENSIONS, { additivity: [additive('a', complete), additive('b')] });
	const plan = planQuery({ table: 't', dimensions: [], ...query }, [table]);
	if (plan.refused) throw new Error(plan.reason);
	const rows = given.map(([a, b, value, rest]): Row => ({ a, b, only: 'one', value, status: '', ...rest }));
	return answerInMemory(plan, { t: { resource: table, rows } });
}

const values = (...given: Parameters<typeof answer>) =>
	answer(...given).rows.map((row) => [...Object.values(row.key), row.value, row.status]);

const FULL: Given[] = [
	['x', 'p', 1],
	['x', 'q', 2],
	['y', 'p', 4],
	['y', 'q', 8]
];

describe('sums', () => {
	it('add every combination of parts', () => {
		expect(values(FULL)).toEqual([[15, '']]);
		expect(values(FULL, { dimensions: ['b'] })).toEqual([
			['p', 5, ''],
			['q', 10, '']
		]);
	});

	it('need no rule for a field with one value', () => {
		expect(values(FULL, { dimensions: ['a', 'b'] })).toHaveLength(4);
	});

	it('are not available where a combination is absent, even if another stands twice', () => {
		expect(values(FULL.slice(1))).toEqual([[null, '[x]']]);
		expect(values([...FULL.slice(1), ['y', 'q', 8]])).toEqual([[null, '[x]']]);
	});

	it('are not available where a combination stands twice', () => {
		expect(values([...FULL, ['y', 'q', 8]])).toEqual([[null, '[x]']]);
		expect(values([['x', 'p', 1], ...FULL], { dimensions: ['a', 'b'] })[0]).toEqual(['x', 'p', null, '[x]']);
	});

	it('in a table complete for one dimension still need every part of the other', () => {
		const complete = [{}];
		expect(values(FULL.slice(1), {}, complete)).toEqual([[14, '']]);
		expect(values(FULL.slice(0, 3), {}, complete)).toEqual([[7, '']]);
		expect(
			values(
				[
					['x', 'p', 1],
					['y', 'p', 4]
				],
				{},
				complete
			)
		).toEqual([[null, '[x]']]);
	});

	it('never take a number that stands beside a marker of absence', () => {
		const marked: Given[] = [...FULL.slice(1), ['x', 'p', 1, { status: '[c]' }]];
		expect(values(marked)).toEqual([[null, '[c]']]);
		expect(values(marked, { dimensions: ['a', 'b'] })[0]).toEqual(['x', 'p', null, '[c]']);
		expect(answer(marked, { dimensions: ['a', 'b'] }).withheld).toBe(1);
	});

	it('are not available where a figure is empty without a reason', () => {
		expect(values([...FULL.slice(1), ['x', 'p', null]])).toEqual([[null, '[x]']]);
	});

	it('have the qualifier that every part has, and are not available where parts differ', () => {
		const qualified = (...all: string[]) => {
			const rows = FULL.map(([a, b, value], index): Given => [
				a,
				b,
				value,
				{ qualifier: all[index] ?? null }
			]);
			return answer(rows).rows.map((row) => [row.value, row.status, row.qualifier])[0];
		};
		expect(qualified('rounded', 'rounded', 'rounded', 'rounded')).toEqual([15, '', 'rounded']);
		expect(qualified('more_than', 'more_than', 'more_than')).toEqual([null, '[x]', '']);
		expect(qualified('rounded', 'more_than', 'rounded', 'rounded')).toEqual([null, '[x]', '']);
		expect(qualified('exact', 'exact', 'exact')).toEqual([15, '', '']);
		expect(qualified('exact', 'exact', 'exact', 'exact')).toEqual([15, '', 'exact']);
	});

	it('are decimal, and not available where they are too large to be exact', () => {
		const sum = (...given: number[]) =>
			values(FULL.map(([a, b], index): Given => [a, b, given[index] ?? 0]))[0]?.[0];
		expect(sum(0.1, 0.2, 0.3)).toBe(0.6);
		expect(sum(0.3, 0.2, 0.1)).toBe(0.6);
		expect(sum(12345678.1, 0.2)).toBe(12345678.3);
		expect(sum(Number.MAX_SAFE_INTEGER - 1, 1)).toBe(Number.MAX_SAFE_INTEGER);
		expect(sum(Number.MAX_SAFE_INTEGER, 1)).toBeNull();
	});

	it('are not available where a part stands twice, even in a table that is complete', () => {
		const complete = [{}];
		expect(values([...FULL, ['x', 'p', 5]], {}, complete)).toEqual([[null, '[x]']]);
		expect(values([...FULL, ['x', 'p', 5]], { dimensions: ['b'] }, complete)).toEqual([
			['p', null, '[x]'],
			['q', 10, '']
		]);
	});

	it('take an absent part for none only where the rule that says so decides', () => {
		const rules: AdditivityRule[] = [
			{ ...additive('a'), where: { b: ['p'] } },
			{ ...additive('a', [{}]) },
			additive('b')
		];
		const table = resource('t', DIMENSIONS, { additivity: rules });
		const rows = (['p', 'q'] as const).map((b): Row => ({ a: 'x', b, only: 'one', value: 7, status: '' }));
		const ask = (query: Partial<CubeQuery>) => {
			const plan = planQuery({ table: 't', dimensions: [], ...query }, [table]);
			if (plan.refused) throw new Error(plan.reason);
			return answerInMemory(plan, { t: { resource: table, rows } }).rows.map((row) => row.value);
		};
		expect(ask({ filters: { b: ['p'] } })).toEqual([null]);
		expect(ask({ filters: { b: ['q'] } })).toEqual([7]);
		expect(ask({ dimensions: ['b'] })).toEqual([null, 7]);
		expect(ask({ dimensions: [] })).toEqual([null]);
	});

	it('take no absent value of an open field for none where a rule for it does not say so', () => {
		const sumWith = (named: AdditivityRule[]) => {
			const additivity = [...named, additive('place', [{}])];
			const table = resource('t', [field('place', 'place')], { additivity });
			const plan = planQuery({ table: 't', dimensions: [] }, [table]);
			if (plan.refused) throw new Error(plan.reason);
			const rows: Row[] = [{ place: 'AL', value: 7, status: '' }];
			return answerInMemory(plan, { t: { resource: table, rows } }).rows.map((row) => row.value);
		};
		expect(sumWith([])).toEqual([7]);
		expect(sumWith([{ ...additive('place'), where: { place: ['AK'] } }])).toEqual([null]);
	});

	it('leave out rows that say nothing of a dimension', () => {
		const rows: Given[] = [...FULL, ['x', 'p', 100, { a: null }]];
		expect(values(rows)).toEqual([[15, '']]);
		expect(values(rows, { dimensions: ['a'] })).toEqual([
			['x', 3, ''],
			['y', 12, '']
		]);
	});

	it('say which table is not in memory', () => {
		const plan = planQuery({ table: 't', dimensions: ['a', 'b'] }, [resource('t', DIMENSIONS)]);
		if (plan.refused) throw new Error(plan.reason);
		expect(() => answerInMemory(plan, {})).toThrow(/rows of t/);
	});
});
