import { describe, expect, it } from 'vitest';
import { answerInMemory, planQuery, resourcesWithBreaks } from '../../../src/lib/cube/index.ts';
import type { Break, DataPackage, Resource, Row } from '../../../src/lib/package/types.ts';
import { breakAt, categories, field, resource } from '../engine/fixture.ts';

const MEASURES = categories('calls', 'cases');

function table(breaks: Break[], type: 'year' | 'string' = 'year', unit = 'count'): Resource {
	const measure = field('measure', 'measure', 'string', MEASURES);
	return resource('t', [field('period', 'time', type), measure], { breaks, unit });
}

function breaksIn(each: Resource, periods: (string | number)[], measure = 'calls', dimensions = ['period']) {
	const plan = planQuery({ table: 't', dimensions, measure: [measure] }, [each]);
	if (plan.refused) throw new Error(plan.reason);
	const rows: Row[] = periods.map((period) => ({ period, measure, value: 1, status: '' }));
	return answerInMemory(plan, { t: { resource: each, rows } }).breaks.map((one) => one.id);
}

describe('breaks of an answer', () => {
	it('fall after the first day of the rows, in time order', () => {
		const breaks = [
			breakAt('later', '2018-02-01'),
			breakAt('end', '2018-12-31'),
			breakAt('month', '2016-03'),
			breakAt('first day', '2016'),
			breakAt('after', '2019'),
			breakAt('year', '2017')
		];
		expect(breaksIn(table(breaks), [2016, 2018])).toEqual(['month', 'year', 'later', 'end']);
		expect(breaksIn(table(breaks), [2017])).toEqual([]);
		expect(breaksIn(table(breaks), [])).toEqual([]);
	});

	it('reads months, days and spans of years', () => {
		const breaks = [breakAt('inside', '2016-03-15')];
		expect(breaksIn(table(breaks, 'string'), ['2016-03'])).toEqual(['inside']);
		expect(breaksIn(table(breaks, 'string'), ['2016-04'])).toEqual([]);
		expect(breaksIn(table(breaks, 'string'), ['2016-03-01', '2016-03-15'])).toEqual(['inside']);
		expect(breaksIn(table(breaks, 'string'), ['2014-2016'])).toEqual(['inside']);
		expect(breaksIn(table(breaks, 'string'), ['all years'])).toEqual([]);
	});

	it('include an interval that touches the rows', () => {
		const breaks = [breakAt('before', '2014', { to: '2015' }), breakAt('into', '2015', { to: '2016-01' })];
		expect(breaksIn(table(breaks), [2016])).toEqual(['into']);
	});

	it('affect only the measures and tables that they name', () => {
		const breaks = [
			breakAt('calls', '2017', { affects: { measures: ['calls'] } }),
			breakAt('other table', '2017', { affects: { resources: ['u'] } }),
			breakAt('cases here', '2017', { affects: { resources: ['t'], measures: ['cases'] } })
		];
		expect(breaksIn(table(breaks), [2016, 2018])).toEqual(['calls']);
		expect(breaksIn(table(breaks), [2016, 2018], 'cases')).toEqual(['cases here']);
	});

	it('take the unit for the measure in a table without measures', () => {
		const breaks = [breakAt('cases', '2017', { affects: { measures: ['cases'] } })];
		const of = (unit: string) => {
			const each = resource('t', [field('period', 'time', 'year')], { breaks, unit });
			const plan = planQuery({ table: 't', dimensions: ['period'] }, [each]);
			if (plan.refused) throw new Error(plan.reason);
			const rows = [2016, 2018].map((period) => ({ period, value: 1, status: '' }));
			return answerInMemory(plan, { t: { resource: each, rows } }).breaks.length;
		};
		expect(of('cases')).toBe(1);
		expect(of('victims')).toBe(0);
	});
});

describe('resourcesWithBreaks', () => {
	it("gives each table the package's breaks that affect it, its own first and each once", () => {
		const own = breakAt('own', '2015');
		const resources = [
			{ ...table([own]), name: 't' },
			{ ...table([]), name: 'u' }
		];
		const breaks = [
			breakAt('all', '2016'),
			breakAt('only u', '2016', { affects: { resources: ['u'] } }),
			breakAt('own', '2020')
		];
		const pkg = { resources, breaks } as Pick<DataPackage, 'resources' | 'breaks'> as DataPackage;
		const ids = resourcesWithBreaks(pkg).map((each) => each.breaks?.map((one) => `${one.id} ${one.from}`));
		expect(ids).toEqual([
			['own 2015', 'all 2016'],
			['all 2016', 'only u 2016', 'own 2020']
		]);
	});
});
