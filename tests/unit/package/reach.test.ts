import { describe, expect, it } from 'vitest';
import { readDescriptor } from '../../../src/lib/package/index.ts';
import type { ReachGroup } from '../../../src/lib/package/types.ts';
import { description } from './sample.ts';

const sound: ReachGroup[] = [
	{
		heading: 'In touch',
		question: 'Whom did the line reach?',
		measures: [
			{
				label: 'Cases',
				figures: [{ resource: 'national', where: { measure: 'cases' } }],
				total: { resource: 'national', where: { measure: 'cases' } }
			}
		]
	},
	{ heading: 'Hours', measures: [] }
];

const faultsOf = (reach: unknown) =>
	readDescriptor(JSON.stringify({ ...description(), reach }, null, '\t')).faults.map(
		({ column, rule, mend }) => `${column}: ${rule}; ${mend}`
	);
const withMeasure = (measure: unknown) => faultsOf([{ heading: 'In touch', measures: [measure] }]);

describe('what the line did, in the descriptor', () => {
	it('may be absent, be declared, and name a group of which nothing is published', () => {
		expect(faultsOf(undefined)).toEqual([]);
		expect(faultsOf(sound)).toEqual([]);
	});

	it.each<[string, unknown, string]>([
		['no list', {}, 'reach: this must be a list'],
		['no heading', [{ measures: [] }], 'reach[0].heading: this must be a text'],
		['no measures', [{ heading: 'In touch' }], 'reach[0].measures: this must be a list'],
		['a misspelt name', [{ heading: 'In touch', measure: [] }], 'did you mean measures?']
	])('has %s', (_, reach, expected) => {
		expect(faultsOf(reach).join('\n')).toContain(expected);
	});

	it.each<[string, unknown, string]>([
		['no figures', { label: 'Cases', figures: [] }, 'measures[0].figures: a measure has figures'],
		[
			'an unknown table',
			{ label: 'Cases', figures: [{ resource: 'natoinal', where: {} }] },
			'did you mean national?'
		],
		[
			'no figures in its table',
			{ label: 'Cases', figures: [{ resource: 'sources', where: {} }] },
			'this table has no figures'
		],
		[
			'several measures',
			{ label: 'Cases', figures: [{ resource: 'national', where: {} }] },
			'figures[0].where: several values of measure are meant; choose one: add measure here'
		],
		[
			'several groups without a published total',
			{ label: 'Cases', figures: [{ resource: 'forms', where: {} }] },
			'several values of form are meant'
		],
		[
			'a total of several measures',
			{ label: 'Cases', figures: [], total: { resource: 'national', where: {} } },
			'measures[0].total.where: several values of measure are meant'
		],
		[
			'places in a table that has none',
			{ label: 'Ports', counts: 'places', figures: [{ resource: 'national', where: { measure: 'cases' } }] },
			'places are counted in a table that names them'
		],
		['an unknown count', { label: 'Ports', counts: 'ports', figures: [] }, 'counts: this is not one of']
	])('has a measure with %s', (_, measure, expected) => {
		expect(withMeasure(measure).join('\n')).toContain(expected);
	});
});
