import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../../src/lib/charts/types.ts';
import type { Resource, Row } from '../../../src/lib/package/types.ts';
import { filterName, pageFilters, rowsWithinReach } from '../../../src/lib/ui/filters/options.ts';
import { readSelection, selectedQuery, writeSelection } from '../../../src/lib/ui/filters/selection.ts';

const resource: Resource = {
	name: 'people',
	path: 'people.csv',
	type: 'table',
	title: 'People',
	description: 'People by form',
	schema: {
		primaryKey: ['year', 'form', 'unit'],
		fields: [
			{ name: 'year', type: 'year', role: 'time', title: 'Year' },
			{
				name: 'form',
				type: 'string',
				role: 'category',
				title: 'Form',
				categories: [
					{ value: 'sex', label: 'Sex' },
					{ value: 'labor', label: 'Labor' }
				]
			},
			{ name: 'unit', type: 'string', role: 'unit', title: 'Unit' },
			{ name: 'value', type: 'integer', role: 'value' }
		]
	}
};
const rows: Row[] = [
	{ year: 2020, form: 'labor', unit: 'victims', value: 4, status: '' },
	{ year: 2021, form: 'sex', unit: 'victims', value: 5, status: '' },
	{ year: 2016, form: 'sex', unit: 'cases', value: 6, status: '' }
];
const spec: ChartSpec = {
	id: 'people',
	title: 'People',
	pages: ['people'],
	query: { table: 'people', dimensions: ['form'], filters: { year: [2021] }, unit: ['victims'] },
	mark: 'bar',
	x: 'form',
	filters: ['year', 'form']
};

describe('the filters of a page', () => {
	it('offer what the rows within reach have: fixed choices hold, open ones do not', () => {
		expect(rowsWithinReach(spec, resource, rows).map((row) => row['year'])).toEqual([2020, 2021]);
		expect(pageFilters([{ spec, resource, rows }])).toEqual([
			{
				name: 'year',
				label: 'Year',
				options: [
					{ value: '2021', label: '2021' },
					{ value: '2020', label: '2020' }
				]
			},
			{
				name: 'form',
				label: 'Form',
				options: [
					{ value: 'sex', label: 'Sex' },
					{ value: 'labor', label: 'Labor' }
				]
			}
		]);
	});

	it('leave out a filter with one choice', () => {
		const only = { ...spec, filters: ['unit'], query: { ...spec.query, unit: ['victims'] } };
		expect(pageFilters([{ spec: only, resource, rows: rows.slice(0, 2) }])).toEqual([]);
	});
});

describe('a selection in the address', () => {
	const filters = pageFilters([{ spec, resource, rows }]);

	it('is read, and what is not offered is named', () => {
		expect(readSelection('?year=2020&form=%3Cb%3E&other=1', filters)).toEqual({
			selection: { year: '2020' },
			ignored: [{ name: 'Form', value: '<b>' }]
		});
		expect(readSelection('?year=2020&year=2021', filters).selection).toEqual({ year: '2020' });
		expect(readSelection('?year=', filters)).toEqual({ selection: {}, ignored: [] });
	});

	it('is written in one order, and as nothing where nothing was chosen', () => {
		expect(writeSelection({ year: '2020', form: 'sex & labor' })).toBe('?form=sex+%26+labor&year=2020');
		expect(writeSelection({})).toBe('');
	});

	it('changes the query only of charts that have the filter, with values of the right type', () => {
		expect(selectedQuery(spec, resource, { year: '2020' })).toEqual({
			...spec.query,
			filters: { year: [2020] }
		});
		expect(selectedQuery(spec, resource, { place: 'CA' })).toBe(spec.query);
		expect(selectedQuery({ ...spec, filters: ['unit'] }, resource, { unit: 'cases' }).unit).toEqual([
			'cases'
		]);
	});
});

describe('names of filters in an address', () => {
	it('never are those of an option of an embed, or of what other systems add', () => {
		for (const name of ['theme', 'title', 'series', 'utm_source', 'ref']) {
			expect(filterName({ name, type: 'string', role: 'category' })).toBe(`${name}_`);
		}
		expect(filterName({ name: 'form', type: 'string', role: 'category' })).toBe('form');
	});
});
