import { describe, expect, it } from 'vitest';
import { deriveChartSpecs } from '../../../../src/lib/charts/catalog/deriveChartSpecs.ts';
import { readChartSpecs } from '../../../../src/lib/charts/catalog/readChartSpecs.ts';
import type { DataPackage, Resource } from '../../../../src/lib/package/types.ts';
import { CONTACTS, PEOPLE } from '../ratesFixture.ts';

function packageOf(charts: unknown[], contacts: Resource = CONTACTS): DataPackage {
	const words = { description: '', scope: '', limits: '', publisher: '' };
	const resources = [contacts, PEOPLE];
	return {
		...words,
		$schema: '',
		name: 'test',
		title: 'Test',
		version: '1',
		asOf: '2026-01-01',
		resources,
		charts
	};
}

const query = {
	table: 'contacts',
	measure: ['calls'],
	unit: ['calls'],
	dimensions: ['place'],
	filters: { year: [2016] },
	rate: true
};
const { rate: _, ...counts } = query;
const sound = {
	id: 'rates',
	title: 'Contact rate by province',
	pages: ['places'],
	query,
	mark: 'tile-map',
	x: 'place',
	filters: ['rate', 'year'],
	average: true,
	classes: [
		{ measure: 'calls', figure: 'rate', limits: [2, 5, 10] },
		{ figure: 'count', limits: [100] }
	]
};
const byYear = { query: { ...query, dimensions: ['place', 'year'], filters: {} }, x: 'year' };

const faultsOf = (change: object, contacts?: Resource) =>
	readChartSpecs(packageOf([{ ...sound, ...change }], contacts)).faults.map(
		({ column, value }) => `${column}: ${value}`
	);

describe('declared charts of places', () => {
	it('come back as they are declared when sound', () => {
		expect(readChartSpecs(packageOf([sound]))).toEqual({ specs: [sound], faults: [] });
		expect(faultsOf({ mark: 'funnel', filters: ['year'] })).toEqual([]);
		expect(faultsOf({ query: counts, mark: 'map' })).toEqual([]);
	});

	it.each([
		['a map along time', { ...byYear, mark: 'map' }, 'charts.rates.x: year'],
		['a tile map along time', byYear, 'charts.rates.x: year'],
		['a funnel along time', { ...byYear, mark: 'funnel', filters: [] }, 'charts.rates.x: year'],
		[
			'a funnel of counts',
			{ query: counts, mark: 'funnel', filters: [], average: false },
			'charts.rates.query.rate: '
		],
		['a funnel with counts to choose', { mark: 'funnel' }, 'charts.rates.filters: rate'],
		['places in the order of their figures', { order: 'value' }, 'charts.rates.order: value'],
		['a rate that is no truth value', { query: { ...query, rate: 'yes' } }, 'charts.rates.query.rate: yes'],
		['an average that is no truth value', { average: 'yes' }, 'charts.rates.average: yes'],
		['an average of counts', { query: counts, filters: [] }, 'charts.rates.average: true'],
		['classes that are no list', { classes: {} }, 'charts.rates.classes: {}'],
		['a class that is no object', { classes: [3] }, 'charts.rates.classes[0]: 3'],
		[
			'a class of shares',
			{ classes: [{ figure: 'share', limits: [2] }] },
			'charts.rates.classes[0].figure: share'
		],
		[
			'a class of an unknown measure',
			{ classes: [{ measure: 'tips', figure: 'rate', limits: [2] }] },
			'charts.rates.classes[0].measure: tips'
		],
		[
			'a class with another property',
			{ classes: [{ figure: 'rate', limits: [2], colours: 3 }] },
			'charts.rates.classes[0].colours: 3'
		]
	])('with %s are faulted', (_name, change, fault) => {
		expect(faultsOf(change)).toEqual([fault]);
	});

	it.each([[[]], [[2, 2]], [[5, 2]], [[0, 2]], [['2']], [[1, 2, 3, 4, 5, 6]], [undefined]])(
		'must not have the class limits %j',
		(limits) => {
			const faults = faultsOf({ classes: [{ figure: 'rate', limits }] });
			expect(faults).toHaveLength(1);
			expect(faults[0]).toContain('charts.rates.classes[0].limits');
		}
	);

	it('have no choice of a rate where the table names no population', () => {
		const { population: _population, ...without } = CONTACTS;
		expect(faultsOf({ query: counts, average: false }, without)).toEqual(['charts.rates.filters: rate']);
	});
});

describe('derived charts of places', () => {
	it('are not in the order of their figures, also where the places are not listed', () => {
		const fields = CONTACTS.schema.fields.map(({ categories, ...field }) =>
			field.role === 'place' ? field : { ...field, ...(categories ? { categories } : {}) }
		);
		const open = { ...CONTACTS, schema: { ...CONTACTS.schema, fields } };
		const specs = deriveChartSpecs(packageOf([], open)).filter(
			({ x, query: asked }) => x === 'place' && asked.table === 'contacts'
		);
		expect(specs.length).toBeGreaterThan(0);
		expect(specs.map(({ order }) => order)).not.toContain('value');
	});
});
