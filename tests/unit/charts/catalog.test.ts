import { describe, expect, it } from 'vitest';
import { isChartId } from '../../../src/lib/charts/catalog/chartId.ts';
import { deriveChartSpecs } from '../../../src/lib/charts/catalog/deriveChartSpecs.ts';
import { readChartSpecs } from '../../../src/lib/charts/catalog/readChartSpecs.ts';
import { planQuery } from '../../../src/lib/cube/index.ts';
import type { AdditivityRule, DataPackage } from '../../../src/lib/package/types.ts';
import { NOT_ADDITIVE, viewOf } from './fixture.ts';

function packageOf(charts: unknown, additivity?: AdditivityRule[]): DataPackage {
	const { resource } = viewOf({ figures: [], ...(additivity ? { additivity } : {}) });
	return {
		$schema: '',
		name: 'test',
		title: 'Test',
		description: '',
		version: '1',
		asOf: '2026-01-01',
		scope: '',
		limits: '',
		publisher: '',
		resources: [resource],
		charts: charts as unknown[]
	};
}

const sound = {
	id: 'cases-by-year',
	title: 'Cases by year',
	pages: ['trends'],
	query: { table: 'figures', dimensions: ['year'], basis: ['narrow'] },
	mark: 'line',
	x: 'year'
};

const faultsOf = (charts: unknown) =>
	readChartSpecs(packageOf(charts)).faults.map(({ column, value }) => `${column}: ${value}`);

describe('the id of a chart', () => {
	it.each(['cases', 'cases-by-year', '2020', 'age-2', '404-calls', 'calls-404', 'small', 'square-miles'])(
		'may be %s',
		(id) => expect(isChartId(id)).toBe(true)
	);

	it.each([
		...['', '-', 'a--b', '-a', 'a-', 'Cases', 'a_b', 'a b', 'a.b', 'a/b', 'ä', 'a\n'],
		...['404', 'age-small', 'age-square', undefined, 7, ['a']]
	])('must not be %j', (id) => expect(isChartId(id)).toBe(false));
});

describe('declared charts', () => {
	it('come back as they are declared when sound', () => {
		expect(readChartSpecs(packageOf([sound]))).toEqual({ specs: [sound], faults: [] });
		expect(readChartSpecs(packageOf([]))).toEqual({ specs: [], faults: [] });
	});

	it.each([
		['an id with capitals', { id: 'Cases' }, 'charts.Cases.id: Cases'],
		['an id that is no text', { id: 7 }, 'charts.0.id: 7'],
		['the id of another address', { id: '404' }, 'charts.404.id: 404'],
		['the id of a small picture', { id: 'age-small' }, 'charts.age-small.id: age-small'],
		['no title', { title: ' ' }, 'charts.cases-by-year.title:  '],
		['an unknown mark', { mark: 'pie' }, 'charts.cases-by-year.mark: pie'],
		['an unknown page', { pages: ['home'] }, 'charts.cases-by-year.pages: home'],
		['an axis that the query does not keep', { x: 'kind' }, 'charts.cases-by-year.x: kind'],
		['a facet that the query does not keep', { facet: 'kind' }, 'charts.cases-by-year.facet: kind'],
		['a series that the query does not keep', { series: ['kind'] }, 'charts.cases-by-year.series: kind'],
		['a filter on no field', { filters: ['colour'] }, 'charts.cases-by-year.filters: colour'],
		['an unknown order', { order: 'name' }, 'charts.cases-by-year.order: name'],
		['a limit of none', { limit: 0 }, 'charts.cases-by-year.limit: 0'],
		['a property that does not exist', { colour: 'red' }, 'charts.cases-by-year.colour: red'],
		['notes that are no texts', { notes: [3] }, 'charts.cases-by-year.notes: [3]'],
		['no query', { query: 'all' }, 'charts.cases-by-year.query: all'],
		[
			'an unknown table',
			{ query: { table: 'none', dimensions: ['year'] } },
			'charts.cases-by-year.query: none'
		],
		[
			'a refused question',
			{ query: { table: 'figures', dimensions: ['year'] } },
			'charts.cases-by-year.query: basis'
		],
		[
			'a refused superseded question',
			{ superseded: { table: 'none', dimensions: [] } },
			'charts.cases-by-year.superseded: none'
		]
	])('with %s are left out with a fault', (_, change, fault) => {
		expect(faultsOf([{ ...sound, ...change }])).toContain(fault);
		expect(readChartSpecs(packageOf([{ ...sound, ...change }])).specs).toEqual([]);
	});

	it('with one id twice keep the first', () => {
		const { specs, faults } = readChartSpecs(packageOf([sound, { ...sound, title: 'Again' }]));
		expect(specs).toEqual([sound]);
		expect(faults).toHaveLength(1);
	});

	it('must be a list of objects', () => {
		expect(faultsOf('charts')).toHaveLength(1);
		expect(faultsOf(['line'])).toEqual(['charts.0.: line']);
	});
});

describe('derived charts', () => {
	it('are a line by year and a chart a category, each answerable, with ids of their own', () => {
		const pkg = packageOf(undefined);
		const specs = deriveChartSpecs(pkg);
		expect(specs.map(({ id, mark, pages }) => [id, mark, pages])).toEqual([
			['figures-trend', 'line', ['overview', 'trends']],
			['figures-kind', 'bar', ['overview', 'types']]
		]);
		for (const { query } of specs) expect(planQuery(query, pkg.resources).refused).toBe(false);
		expect(readChartSpecs({ ...pkg, charts: specs })).toEqual({ specs, faults: [] });
	});

	it('get no id that is the address of something else', () => {
		const named = (table: string, column: string) => {
			const pkg = JSON.parse(
				JSON.stringify(packageOf(undefined)).replaceAll('"kind"', `"${column}"`)
			) as DataPackage;
			for (const resource of pkg.resources) resource.name = table;
			return deriveChartSpecs(pkg).map(({ id }) => id);
		};
		expect(named('figures', 'small')).toEqual(['figures-trend', 'figures-small-chart']);
		expect(named('figures', 'pixels_square')).toEqual(['figures-trend', 'figures-pixels-square-chart']);
		expect(named('__', '404')).toEqual(['trend', '404-chart']);
	});

	it('join named periods by no line', () => {
		const pkg = packageOf(undefined);
		const time = pkg.resources[0]?.schema.fields[0];
		if (time) time.categories = [{ value: '2019-01/2019-06', label: 'January to June 2019' }];
		expect(deriveChartSpecs(pkg)[0]?.mark).toBe('bar');
		if (time) delete time.categories;
	});

	it('stack by year what may be added, where there is one basis and unit', () => {
		const stackable = (additivity?: AdditivityRule[]) => {
			const pkg = packageOf(undefined, additivity);
			for (const field of pkg.resources[0]?.schema.fields ?? []) {
				if (field.name === 'basis') field.categories = field.categories?.slice(0, 1) ?? [];
			}
			return deriveChartSpecs(pkg).find((spec) => spec.id === 'figures-kind')?.mark;
		};
		expect(stackable(NOT_ADDITIVE)).toBe('bar');
		expect(stackable()).toBe('stacked-bar');
	});
});
