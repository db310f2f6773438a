import { describe, expect, it } from 'vitest';
import { answerInMemory, planQuery, resourcesWithBreaks } from '../../../src/lib/cube/index.ts';
import type { CubeAnswer, CubeQuery } from '../../../src/lib/cube/types.ts';
import { folderFiles } from '../../../src/lib/package/folder.ts';
import { readPackage } from '../../../src/lib/package/index.ts';
import { descriptor, resourceOf } from './read.ts';

const loaded = await readPackage(folderFiles('data'));
const resources = resourcesWithBreaks(descriptor);

function answer(query: CubeQuery): CubeAnswer {
	const plan = planQuery(query, resources);
	if (plan.refused) throw new Error(`${plan.code}: ${plan.reason}`);
	return answerInMemory(plan, loaded.tables);
}

const chart = (id: string) => {
	const found = descriptor.charts.find((each) => each.id === id);
	if (!found) throw new Error(`No chart is called ${id}`);
	return found;
};

it('reads as a sound package', () => {
	expect(loaded.faults).toEqual([]);
});

describe('the list of charts', () => {
	it('has ids that are unique and fit an address', () => {
		const ids = descriptor.charts.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
	});

	it('has titles without numbers', () => {
		expect(descriptor.charts.filter(({ title }) => /\d/.test(JSON.stringify(title)))).toEqual([]);
	});

	it('fills every page', () => {
		const pages = new Set(descriptor.charts.flatMap((each) => each.pages));
		expect([...pages].sort()).toEqual(
			'channels overview people place places reach trends types world'.split(' ')
		);
	});
});

describe.each(descriptor.charts.map((each) => [each.id, each] as const))('%s', (_id, spec) => {
	it('names fields that its table and its answer have', () => {
		const fields = resourceOf(spec.query.table).schema.fields.map((field) => field.name);
		const drawn = [spec.x, ...(spec.series ?? []), ...(spec.facet ? [spec.facet] : [])];
		expect(drawn.filter((field) => !spec.query.dimensions.includes(field))).toEqual([]);
		const choices = resourceOf(spec.query.table).population ? [...fields, 'rate'] : fields;
		expect((spec.filters ?? []).filter((field) => !choices.includes(field))).toEqual([]);
	});

	it('is answered, with a figure in each row', () => {
		const { rows } = answer(spec.query);
		expect(rows.length).toBeGreaterThan(1);
		expect(rows.filter((row) => row.value === null)).toEqual([]);
		expect(new Set(rows.map((row) => JSON.stringify(row.key))).size).toBe(rows.length);
	});

	it('has earlier figures that stand beside its own', () => {
		if (!spec.superseded) return;
		const { rows } = answer(spec.superseded);
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) expect(Object.keys(row.key)).toContain(spec.x);
	});
});

describe('what the charts show', () => {
	it('stacks the forms of 2016 to the published total', () => {
		const rows = answer(chart('cases-by-form').query).rows.filter((row) => row.key['year'] === 2016);
		expect(rows.map((row) => row.value).reduce((total, value) => (total ?? 0) + (value ?? 0), 0)).toBe(7572);
		expect(rows.map((row) => row.total)).toEqual([7572, 7572, 7572, 7572]);
	});

	it('gives the channels as shares of all signals', () => {
		const rows = answer(chart('channels-by-year').query).rows;
		const total = (year: number) => rows.find((row) => row.key['year'] === year)?.total;
		expect([2014, 2015, 2016, 2017].map(total)).toEqual([24062, 24757, null, 34177]);
	});

	it('shows 2008 on both counting rules', () => {
		const rows = answer(chart('calls-by-year').query).rows.filter((row) => row.key['year'] === 2008);
		expect(rows.map((row) => [row.key['measure'], row.value])).toEqual([
			['calls', 3514],
			['calls_all', 5748]
		]);
	});

	it.each([
		['gender_by_year', 'gender', 'cases', 2016],
		['age_by_year', 'age_group', 'cases', 2016],
		['age_by_year', 'age_group', 'victims', 2021],
		['gender_by_year', 'gender', 'victims', 2021],
		['race_ethnicity_by_year', 'race_ethnicity', 'victims', 2021],
		['citizenship_by_year', 'citizenship', 'victims', 2021],
		['types_by_year', 'form', 'victims', 2021]
	])('refuses to total %s over %s in %s of %i', (table, dimension, unit, year) => {
		const field = resourceOf(table).schema.fields.find((each) => each.role === 'basis');
		const basis = field?.name === 'age_basis' ? ['age_at_first_contact'] : ['hotline'];
		const query = {
			table,
			dimensions: [],
			unit: [unit],
			filters: { year: [year] },
			...(field ? { basis } : {})
		};
		expect(planQuery(query, resources)).toMatchObject({
			refused: true,
			code: 'not-additive',
			field: dimension
		});
	});

	it('adds the records of every CTDC file to the same total', () => {
		const total = (table: string) => answer({ table, dimensions: [] }).rows.map((row) => row.value);
		expect(total('ctdc_kanon_year_gender_age_exploitation')).toEqual([48773]);
		expect(total('ctdc_kanon_year_country_exploitation')).toEqual([48773]);
		expect(total('ctdc_kanon_citizenship')).toEqual([48773]);
		expect(total('ctdc_vp_synthetic_period_gender_age_exploitation_region')).toEqual([21195]);
		expect(total('ctdc_vp_synthetic_relation_exploitation')).toEqual([21195]);
		const us = answer({
			table: 'ctdc_kanon_year_country_exploitation',
			dimensions: [],
			filters: { country_of_exploitation: ['US'] }
		});
		expect([us.rows[0]?.value]).toEqual(total('ctdc_kanon_us_year_gender_age_exploitation'));
	});

	it('adds the cases of states only where every state has a row', () => {
		const rows = answer({
			table: 'states_by_year',
			dimensions: ['year'],
			measure: ['cases'],
			unit: ['cases']
		}).rows;
		const value = (year: number) => rows.find((row) => row.key['year'] === year)?.value;
		expect([value(2015), value(2016), value(2018)]).toEqual([5153, 7036, null]);
	});
});
