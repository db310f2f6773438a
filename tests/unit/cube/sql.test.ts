import { describe, expect, it } from 'vitest';
import { planQuery, planToSql } from '../../../src/lib/cube/index.ts';
import type { CubeQuery } from '../../../src/lib/cube/types.ts';
import { field, resource } from '../engine/fixture.ts';

const NAME = 'a "b"; DROP TABLE t; --';
const VALUE = `x' OR '1' = '1`;

function sqlOf(query: CubeQuery) {
	const plan = planQuery(query, [resource(NAME, [field('year', 'time', 'year'), field(NAME, 'category')])]);
	if (plan.refused) throw new Error(plan.reason);
	return planToSql(plan);
}

describe('planToSql', () => {
	it('quotes every name and binds every value, in the order of the question marks', () => {
		const { sql, parameters } = sqlOf({
			table: NAME,
			dimensions: ['year'],
			filters: { [NAME]: [VALUE], year: ['2016', 2017] }
		});
		expect(parameters).toEqual([VALUE, 2016, 2017]);
		expect(sql.match(/\?/g)).toHaveLength(3);
		expect(sql).not.toContain(VALUE);
		expect(sql.replaceAll('"a ""b""; DROP TABLE t; --"', '')).not.toContain('DROP');
	});

	it('has the same text for every value', () => {
		const of = (value: string) =>
			sqlOf({ table: NAME, dimensions: [], filters: { [NAME]: [value], year: [2016] } });
		expect(of('a').sql).toBe(of(VALUE).sql);
	});
});
