import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataPackage, Field, Resource } from '../../../../src/lib/package/types.ts';
import { readFolder } from '../../../../src/lib/server/package.ts';
import type { PlaceSite } from '../../../../src/lib/server/places/site.ts';
import { placesOfPackage } from '../../../../src/lib/server/places/views.ts';
import { releaseOf } from '../../../../src/lib/server/releases/release.ts';

const source = { fields: ['source_id'], reference: { resource: 'sources', fields: ['source_id'] } };
const missingValues = [
	{ value: '', label: 'none' },
	{ value: '[c]', label: 'withheld for privacy' }
];

const REGIONS = [
	{ value: 'W', label: 'Westland' },
	{ value: 'N', label: 'Northland' },
	{ value: 'E1', label: 'Eastland' },
	{ value: 'E2', label: 'Eastland' },
	{ value: 'X', label: 'Farland' }
];

/** A field of its own for each table, so that a test changes one alone. */
const region = () =>
	({ name: 'region', type: 'string', role: 'place', categories: structuredClone(REGIONS) }) satisfies Field;

const contacts: Resource = {
	name: 'contacts',
	path: 'contacts.csv',
	type: 'table',
	title: 'Contacts by region',
	description: 'Contacts.',
	schema: {
		fields: [
			region(),
			{ name: 'year', type: 'year', role: 'time' },
			{
				name: 'measure',
				type: 'string',
				role: 'measure',
				categories: [
					{ value: 'calls', label: 'Calls' },
					{ value: 'cases', label: 'Cases' }
				]
			},
			{ name: 'unit', type: 'string', role: 'unit' },
			{ name: 'value', type: 'integer', role: 'value', missingValues },
			{ name: 'source_id', type: 'string', role: 'source' },
			{ name: 'note', type: 'string', role: 'note' }
		],
		primaryKey: ['region', 'year', 'measure', 'unit'],
		foreignKeys: [source]
	},
	population: { resource: 'residents' }
};

const totals: Resource = {
	name: 'totals',
	path: 'totals.csv',
	type: 'table',
	title: 'Totals',
	description: 'Totals since the start.',
	unit: 'calls',
	scope: 'The other line',
	limits: 'Counted otherwise.',
	schema: {
		fields: [
			region(),
			{ name: 'through', type: 'year', role: 'time' },
			{ name: 'value', type: 'integer', role: 'value' },
			{ name: 'qualifier', type: 'string', role: 'qualifier' },
			{ name: 'source_id', type: 'string', role: 'source' }
		],
		primaryKey: ['region', 'through'],
		foreignKeys: [source]
	}
};

const residents: Resource = {
	name: 'residents',
	path: 'residents.csv',
	type: 'table',
	title: 'Residents',
	description: 'Residents by region.',
	unit: 'people',
	schema: {
		fields: [
			region(),
			{ name: 'year', type: 'year', role: 'time' },
			{ name: 'value', type: 'integer', role: 'value' },
			{ name: 'source_id', type: 'string', role: 'source' }
		],
		primaryKey: ['region', 'year'],
		foreignKeys: [source]
	}
};

const sources: Resource = {
	name: 'sources',
	path: 'sources.csv',
	type: 'table',
	title: 'Sources',
	description: 'Sources.',
	schema: {
		fields: [
			{ name: 'source_id', type: 'string' },
			{ name: 'title', type: 'string' }
		],
		primaryKey: ['source_id']
	}
};

const charts = [
	{
		id: 'contact-rates',
		title: 'Contact rates',
		pages: ['places'],
		query: {
			table: 'contacts',
			measure: ['calls'],
			unit: ['calls'],
			dimensions: ['region', 'year'],
			filters: { year: [2020] },
			rate: true
		},
		mark: 'dot',
		x: 'region'
	},
	{
		id: 'region-counts',
		title: 'Calls and cases in a region',
		pages: ['place'],
		query: {
			table: 'contacts',
			measure: ['calls', 'cases'],
			unit: ['calls', 'cases'],
			dimensions: ['year', 'measure', 'unit'],
			filters: { region: ['N'] }
		},
		mark: 'line',
		x: 'year',
		facet: 'measure',
		filters: ['region']
	},
	{
		id: 'region-rate',
		title: 'Contact rate of a region',
		pages: ['place'],
		query: {
			table: 'contacts',
			measure: ['calls'],
			unit: ['calls'],
			dimensions: ['year', 'region'],
			filters: { region: ['N'] },
			rate: true
		},
		mark: 'line',
		x: 'year',
		series: ['region'],
		filters: ['region']
	}
];

/** A package with five regions, two of one name, one of which nothing is known; a test may change it. */
export function regions(): DataPackage {
	return structuredClone({
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: 'regions',
		title: 'Regions',
		description: 'Made up.',
		version: '1.0.0',
		asOf: '2024-12-31',
		scope: 'A line',
		limits: 'Reports are not prevalence.',
		publisher: 'A publisher',
		helpLines: [{ name: 'The line', phone: '111' }],
		resources: [contacts, totals, residents, sources],
		places: {
			field: 'region',
			one: 'Region',
			many: 'Regions',
			whole: 'The whole',
			helpLines: {
				N: [
					{ name: 'The northern line', phone: '222' },
					{ name: 'The line', phone: '111' }
				]
			}
		},
		charts
	});
}

/** Its tables: in 2019 each region but Farland has calls, Westland's are withheld; residents are of 2020. */
export const REGION_FILES: Record<string, string> = {
	'contacts.csv': [
		'region,year,measure,unit,value,source_id,note',
		'W,2019,calls,calls,[c],A,',
		'W,2020,calls,calls,[c],A,',
		'N,2019,calls,calls,30,A,',
		'N,2020,calls,calls,40,A,=1+1',
		'N,2020,cases,cases,12,A,',
		'N,2021,cases,cases,15,B,',
		'E1,2019,calls,calls,5,A,',
		'E1,2020,calls,calls,6,A,',
		'E2,2019,calls,calls,70,A,',
		'E2,2020,calls,calls,80,A,',
		''
	].join('\n'),
	'totals.csv': 'region,through,value,qualifier,source_id\nN,2021,500,more_than,B\nN,2022,600,exact,B\n',
	'residents.csv':
		'region,year,value,source_id\nW,2020,100000,A\nN,2020,200000,A\nE1,2020,100000,A\nE2,2020,100000,A\nX,2020,5000,A\n',
	'sources.csv': 'source_id,title\nA,First\nB,Second\n'
};

/** A package with places as the build has it, answered from memory. */
export async function siteOf(
	pkg: DataPackage = regions(),
	files: Record<string, string> = REGION_FILES
): Promise<PlaceSite> {
	const folder = await mkdtemp(join(tmpdir(), 'places-'));
	try {
		const all = { ...files, 'datapackage.json': JSON.stringify(pkg) };
		for (const [file, content] of Object.entries(all)) await writeFile(join(folder, file), content);
		const loaded = await readFolder(folder);
		const places = placesOfPackage(loaded);
		if (!places) throw new Error('The package has no places.');
		return { release: releaseOf(loaded, false, undefined), places };
	} finally {
		await rm(folder, { recursive: true });
	}
}
