import { describe, expect, it } from 'vitest';
import {
	readPackage,
	type DataPackage,
	type PlaceSettings,
	type Resource
} from '../../../src/lib/package/index.ts';
import { description, filesOf, SOUND } from './sample.ts';

const place = (codes: string[]) => ({
	name: 'area',
	type: 'string' as const,
	role: 'place' as const,
	categories: codes.map((value) => ({ value, label: `Area ${value}` }))
});
const figures = [
	{ name: 'year', type: 'year' as const, role: 'time' as const },
	{ name: 'value', type: 'integer' as const, role: 'value' as const }
];

function table(name: string, fields: Resource['schema']['fields'], rest: Partial<Resource> = {}): Resource {
	const keys = fields.filter(({ role }) => role !== 'value').map((field) => field.name);
	return {
		name,
		path: `${name}.csv`,
		type: 'table',
		title: name,
		description: name,
		unit: 'calls',
		schema: { fields, primaryKey: keys },
		...rest
	};
}

const TOPOLOGY = {
	type: 'Topology',
	arcs: [
		[
			[0, 0],
			[1, 0],
			[1, 1],
			[0, 0]
		]
	],
	objects: { areas: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: 'n', arcs: [[0]] }] } }
};

const areas = table('areas', [place(['n', 's']), ...figures], {
	population: {
		resource: 'residents',
		bases: [
			{ value: 'old', to: '2019' },
			{ value: 'new', from: '2020' }
		]
	}
});
const residents = table('residents', [
	place(['n', 's', 'w']),
	{
		name: 'kind',
		type: 'string',
		role: 'basis',
		categories: [
			{ value: 'old', label: 'Old' },
			{ value: 'new', label: 'New' }
		]
	},
	...figures
]);
const split = table('split', [place(['n']), ...figures, { name: 'group', type: 'string', role: 'category' }]);

const settings: PlaceSettings = {
	field: 'area',
	one: 'Area',
	many: 'Areas',
	whole: 'The land',
	geometry: { path: 'shapes.json', object: 'areas', projection: 'mercator' },
	tiles: { n: [0, 0], s: [0, 1] },
	helpLines: { s: [{ name: 'South line', phone: '1 23' }] }
};

const FILES = {
	'areas.csv': 'area,year,value\nn,2020,3\n',
	'residents.csv': 'area,kind,year,value\nn,new,2020,1000\n',
	'split.csv': 'area,year,value,group\nn,2020,3,a\n',
	'shapes.json': JSON.stringify(TOPOLOGY)
};

/** The faults of the sample with three tables of places, changed. */
async function faults(change: (pkg: DataPackage) => void, files: Record<string, string> = {}) {
	const pkg = description();
	pkg.resources.push(...[areas, residents, split].map((each) => structuredClone(each)));
	pkg.places = structuredClone(settings);
	change(pkg);
	const text = JSON.stringify(pkg, null, '\t');
	const read = await readPackage(filesOf({ ...SOUND, ...FILES, ...files, 'datapackage.json': text }));
	return read.faults.map(
		({ file, column, value, rule }) => `${file} ${column ?? ''}: ${value ?? ''}: ${rule}`
	);
}

const inPlaces = (change: Record<string, unknown>) => (pkg: DataPackage) => {
	pkg.places = { ...settings, ...change } as DataPackage['places'];
};
const linked = (population: unknown) => (pkg: DataPackage) => {
	const found = pkg.resources.find(({ name }) => name === 'areas');
	if (found) found.population = population as Resource['population'];
};

describe('places of a package', () => {
	it('are sound as the sample has them', async () => {
		expect(await faults(() => {})).toEqual([]);
	});

	it.each<[string, Record<string, unknown>, string]>([
		['an unknown field', { field: 'region' }, 'places.field: region: no table has such a place field'],
		['no word for them', { many: '' }, 'places.many: : this must be a text'],
		['a tile of nowhere', { tiles: { x: [0, 0] } }, 'places.tiles.x: x: this is not one of the values'],
		['two tiles on one spot', { tiles: { n: [1, 1], s: [1, 1] } }, 'two tiles stand on one spot'],
		['a tile off the grid', { tiles: { n: [-1, 0] } }, 'a tile has a column and a row'],
		['an unknown projection', { geometry: { ...settings.geometry, projection: 'flat' } }, 'projection: flat'],
		[
			'a file elsewhere',
			{ geometry: { ...settings.geometry, path: '../shapes.json' } },
			'shapes are a TopoJSON file'
		],
		[
			'the descriptor as shapes',
			{ geometry: { ...settings.geometry, path: 'datapackage.json' } },
			'shapes are a'
		],
		['a line nobody can reach', { helpLines: { s: [{ name: 'South' }] } }, 'a help line can be reached'],
		['a line of nowhere', { helpLines: { x: [] } }, 'places.helpLines.x: x']
	])('have a fault: %s', async (_, change, words) => {
		expect((await faults(inPlaces(change))).join('\n')).toContain(words);
	});

	it.each([
		['one with a slash', 'a/b', 'cannot be part of an address'],
		['one like another', 'N', 'differ in capital letters only'],
		['an address of the site', 'compare', 'is an address of this site']
	])('have a fault for a code: %s', async (_, code, words) => {
		const found = await faults((pkg) => {
			pkg.resources
				.find(({ name }) => name === 'areas')!
				.schema.fields[0]!.categories?.push({
					value: code,
					label: 'Odd'
				});
		});
		expect(found.join('\n')).toContain(words);
	});

	it.each([
		['a missing file', { object: 'areas', path: 'none.json' }, {}, 'none.json : : the file is missing'],
		['no JSON', {}, { 'shapes.json': '{' }, 'this is not JSON'],
		['GeoJSON', {}, { 'shapes.json': '{"type":"FeatureCollection","features":[]}' }, 'this is not TopoJSON'],
		['another object', { object: 'states' }, {}, 'states: the file has no such list of shapes'],
		['shapes without a code', { property: 'code' }, {}, 'code: no shape says which place it is']
	])('have a fault for shapes: %s', async (_, geometry, files, words) => {
		const found = await faults(
			inPlaces({ geometry: { ...settings.geometry, ...geometry } }),
			files as typeof FILES
		);
		expect(found.join('\n')).toContain(words);
	});
});

describe('the population of a table', () => {
	it.each<[string, unknown, string]>([
		['of no table', { resource: 'people' }, 'population.resource: people'],
		['split further', { resource: 'split' }, 'its figures are split by group as well'],
		['in two ways unsaid', { resource: 'residents' }, 'residents counts people in 2 ways'],
		['on an unknown basis', { resource: 'residents', bases: [{ value: 'odd' }] }, 'bases[0].value: odd'],
		['from no year', { resource: 'residents', bases: [{ value: 'old', from: 'May' }] }, 'this is not a year'],
		['without figures', { resource: 'sources' }, 'this table has no figures by time']
	])('has a fault: %s', async (_, population, words) => {
		expect((await faults(linked(population))).join('\n')).toContain(words);
	});
});
