import type { Resource } from '../../../src/lib/package/types.ts';
import type { EngineCase } from './cases.ts';
import { categories, field, resource } from './fixture.ts';

const PLACES = categories('AK', 'AL', 'TX');
const BASIS = categories('census', 'old', 'new');

/** A table of counts with residents, one without, and the residents in two vintages and a census. */
export const RATE_RESOURCES: Resource[] = [
	resource(
		'counts',
		[
			field('state', 'place', 'string', PLACES),
			field('year', 'time', 'year'),
			field('channel', 'category', 'string', categories(['all', 'total'], 'call'))
		],
		{
			unit: 'calls',
			population: {
				resource: 'residents',
				bases: [
					{ value: 'old', to: '2016' },
					{ value: 'new', from: '2017' }
				]
			},
			additivity: [{ dimension: 'state', additivity: 'additive', reason: 'States do not overlap.' }]
		}
	),
	resource(
		'residents',
		[
			field('place', 'place', 'string', categories('AL', 'AK', 'PR')),
			field('year', 'time', 'year'),
			field('kind', 'basis', 'string', BASIS)
		],
		{ unit: 'people' }
	)
];

export const RATE_CSV: Record<string, string> = {
	counts: `state,year,channel,value,qualifier,known,source_id,confidence,note
AK,2016,all,40,,,S1,A,
AL,2016,all,9,exact,,S1,A,few
AL,2015,all,9,more_than,,S1,A,
TX,2016,all,30,,,S1,A,
AK,2017,all,50,,,S1,A,
AL,2017,all,[c],,,S1,A,
AK,2018,all,60,,,S1,A,
AK,2016,call,20,,,S1,A,
`,
	residents: `place,year,kind,value,qualifier,known,source_id,confidence,note
AK,2016,census,1,,,P1,A,
AK,2016,old,50000,,,P1,A,
AK,2016,new,40000,,,P2,A,
AL,2016,old,200000,,,P1,A,
AL,2015,old,200000,,,P1,A,
AK,2017,old,1,,,P1,A,
AK,2017,new,25000,,,P2,A,
AL,2017,new,200000,,,P2,A,
PR,2016,old,7,,,P1,A,
`
};

const all = { channel: ['all'] };

export const RATE_CASES: EngineCase[] = [
	{
		name: 'rates per 100,000 residents, each year by the vintage that serves it',
		query: { table: 'counts', dimensions: ['state', 'year'], filters: all, rate: true },
		rows: [
			['AK', 2016, 80, ''],
			['AK', 2017, 200, ''],
			['AK', 2018, null, '[x]'],
			['AL', 2015, 4.5, '[u]'],
			['AL', 2016, 4.5, '[u]'],
			['AL', 2017, null, '[c]'],
			['TX', 2016, null, '[x]']
		],
		withheld: 1
	},
	{
		name: 'a rate with its count, its residents, their vintage and source, and limits',
		query: {
			table: 'counts',
			dimensions: ['year'],
			filters: { ...all, state: ['AL'], year: [2016] },
			rate: true
		},
		rows: [[2016, 4.5, '[u]']],
		first: {
			qualifier: 'exact',
			sources: ['S1'],
			notes: ['few'],
			rate: {
				count: 9,
				population: 200000,
				basis: 'old',
				low: 2.0577,
				high: 8.5424,
				sources: ['P1']
			}
		}
	},
	{
		name: 'a count that is only known to be more than a number has no limits',
		query: {
			table: 'counts',
			dimensions: ['year'],
			filters: { ...all, state: ['AL'], year: [2015] },
			rate: true
		},
		first: {
			qualifier: 'more_than',
			rate: { count: 9, population: 200000, basis: 'old', low: null, high: null, sources: ['P1'] }
		}
	},
	{
		name: 'a withheld count has no limits, which would tell it',
		query: { table: 'counts', dimensions: [], filters: { ...all, state: ['AL'], year: [2017] }, rate: true },
		rows: [[null, '[c]']],
		first: {
			rate: { count: null, population: 200000, basis: 'new', low: null, high: null, sources: ['P2'] }
		}
	},
	{
		name: 'a place whose residents nobody published has no rate, but its count',
		query: {
			table: 'counts',
			dimensions: ['state'],
			filters: { ...all, state: ['TX'], year: [2016] },
			rate: true
		},
		rows: [['TX', null, '[x]']],
		first: { rate: { count: 30, population: null, basis: '', low: null, high: null, sources: [] } }
	},
	{
		name: 'a rate of several places at once is refused',
		query: { table: 'counts', dimensions: ['year'], filters: all, rate: true },
		refused: 'no-population',
		says: ['state']
	},
	{
		name: 'rates of a table without residents are refused',
		query: { table: 'residents', dimensions: ['place', 'year', 'kind'], rate: true },
		refused: 'no-population',
		says: ['residents']
	}
];
