import { describe, expect, it } from 'vitest';
import { isReservedName } from '../../../src/lib/outputs/embedOptions.ts';
import { choose } from '../../../src/lib/embed/choose.ts';
import { compactTable } from '../../../src/lib/ui/compact.ts';
import { filterName, pageFilters } from '../../../src/lib/ui/filters/options.ts';
import { readSelection, selectedQuery } from '../../../src/lib/ui/filters/selection.ts';
import { populationRows } from '../../../src/lib/server/places/population.ts';
import type { Row } from '../../../src/lib/package/types.ts';
import { CONTACTS, PEOPLE, ratesView, tenPlaces } from '../charts/ratesFixture.ts';

const view = ratesView({
	contacts: tenPlaces(2016),
	spec: { filters: ['rate', 'measure', 'year'] },
	query: { dimensions: ['place', 'measure', 'unit'] }
});
const { spec, resource } = view;
const contact = (inYear: number, measure: string, place = 'a'): Row => ({
	place,
	year: inYear,
	measure,
	unit: measure,
	value: 40,
	status: '',
	source_id: 'S1',
	confidence: 'A'
});
const rows = [contact(2016, 'calls'), contact(2016, 'cases'), contact(2021, 'calls', 'b')];
const filters = pageFilters([{ spec, resource, rows }]);
const person = (place: string, inYear: number, basis: string): Row => ({
	place,
	year: inYear,
	basis,
	residents: 1_000_000,
	status: '',
	source_id: 'P'
});

describe('the choice between a rate and a count', () => {
	it('is offered where a chart has it, under a name that no field takes', () => {
		expect(filters.map(({ name }) => name)).toEqual(['as', 'measure', 'year']);
		expect(filters[0]?.options).toEqual([
			{ value: 'rate', label: 'Rate per 100,000 residents' },
			{ value: 'count', label: 'Count' }
		]);
		expect(isReservedName('as')).toBe(true);
		expect(filterName({ name: 'as', type: 'string' })).toBe('as_');
		const { population: _, ...without } = resource;
		expect(pageFilters([{ spec, resource: without, rows }]).map(({ name }) => name)).not.toContain('as');
	});

	it('is read from the address', () => {
		expect(readSelection('?as=count', filters).selection).toEqual({ as: 'count' });
		expect(readSelection('?as=share', filters).ignored).toEqual([{ name: 'Shown as', value: 'share' }]);
	});

	it('changes the question only where it asks for something else', () => {
		expect(selectedQuery(spec, resource, { as: 'rate' })).toBe(spec.query);
		expect(selectedQuery(spec, resource, { as: 'count' })).not.toHaveProperty('rate');
		const { rate: _, ...counts } = spec.query;
		const asCounts = { ...spec, query: counts };
		expect(selectedQuery(asCounts, resource, { as: 'count' })).toBe(counts);
		expect(selectedQuery(asCounts, resource, { as: 'rate' })).toMatchObject({ rate: true });
		expect(selectedQuery({ ...spec, filters: ['year'] }, resource, { as: 'count' })).toMatchObject({
			rate: true
		});
	});

	it('lets the unit follow another measure', () => {
		expect(filters[1]?.options.map(({ value }) => value)).toEqual(['calls', 'cases']);
		const query = selectedQuery(spec, resource, { measure: 'cases' });
		expect(query).toMatchObject({ measure: ['cases'], rate: true });
		expect(query).not.toHaveProperty('unit');
		const pinned = { ...spec, query: { ...spec.query, dimensions: ['place'] } };
		expect(selectedQuery(pinned, resource, { measure: 'cases' })).toHaveProperty('unit', ['calls']);
	});
});

describe('the residents that a page carries', () => {
	const people = [
		person('a', 2016, 'old'),
		person('a', 2016, 'new'),
		person('b', 2021, 'old'),
		person('b', 2021, 'new'),
		person('c', 2016, 'old'),
		person('a', 2012, 'old')
	];
	const tables = {
		contacts: { resource: CONTACTS, rows },
		people: { resource: PEOPLE, rows: people }
	};

	it('are those of the places and times within reach, on the bases in use', () => {
		const [found] = populationRows([view], tables);
		expect(found?.resource.name).toBe('people');
		expect(found?.rows).toEqual([people[0], people[3]]);
	});

	it('are none where no chart can show a rate', () => {
		const { rate: _, ...counts } = spec.query;
		const plain = { ...view, spec: { ...spec, query: counts, filters: ['year'] } };
		expect(populationRows([plain], tables)).toEqual([]);
		expect(populationRows([{ ...plain, spec: { ...spec, query: counts } }], tables)).toHaveLength(1);
	});

	it('let an embed answer in the browser', async () => {
		const own = populationRows([view], tables).map((each) => compactTable(each.resource, each.rows));
		const about = { site: 'Site', page: '../charts/test', frozen: false };
		const data = { view, about, filters, tables: [compactTable(resource, rows), ...own] };
		const cases = await choose(data, { filters: { measure: 'cases' } });
		expect(cases.faults).toEqual([]);
		expect(cases.answer.rows[0]).toMatchObject({ value: 4, rate: { count: 40, basis: 'old' } });
		const counts = await choose(data, { filters: { as: 'count' } });
		expect(counts.answer.rows[0]).toMatchObject({ value: 40 });
		expect(counts.answer.rows[0]).not.toHaveProperty('rate');
	});
});
