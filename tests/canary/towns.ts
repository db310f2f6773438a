import type { ChartSpec } from '../../src/lib/charts/types.ts';
import type { DataPackage, Field, Resource } from '../../src/lib/package/types.ts';
import type { Cells } from './valleys.ts';

const NAMES = ['Alder', 'Birch', 'Cedar', 'Dale', 'Elm', 'Fern'];
const YEARS = [2022, 2023, 2024];
/** Where a small count stands, and in the last year none, so that the average of all towns is known there. */
const SMALL: Record<number, string> = { 2022: 'Cedar', 2023: 'Elm' };

/** The private rows of each table of towns. */
type TownRows = Record<'towns' | 'residents' | 'versions', Cells[]>;

const residentsOf = (town: string) => 400_003 + 50_021 * NAMES.indexOf(town);

/**
 * Contacts of towns in three years with a small one in two of them, their residents, and earlier versions of one figure
 * that is published and of each small one.
 * @param next gives small counts, another one each time
 * @param moved what these have gained, and the first town of a year loses
 */
export function townRows(next: () => number, moved: number): TownRows {
	const rows: TownRows = { towns: [], residents: [], versions: [] };
	const version = (town: string, year: string, value: number, standing: string) =>
		rows.versions.push({
			...{ town, year, value: String(value), published: standing === 'current' ? '2025' : '2024' },
			...{ standing, source_id: 'INF2025' }
		});
	YEARS.forEach((each, at) => {
		const year = String(each);
		const small = SMALL[each];
		const counts = NAMES.map((town, index) => {
			const plain = 250_007 + 61_003 * index + 7_001 * at;
			return town === small ? next() : small && index === 0 ? plain - moved : plain;
		});
		const row = (town: string, value: number) =>
			rows.towns.push({ town, year, value: String(value), source_id: 'INF2025' });
		NAMES.forEach((town, index) => {
			const value = counts[index] ?? 0;
			row(town, value);
			rows.residents.push({ town, year, value: String(residentsOf(town)), source_id: 'INF2025' });
			if (town !== small && (town !== 'Dale' || at > 0)) return;
			version(town, year, value, 'current');
			version(town, year, town === small ? next() : value - 1_301, 'superseded');
		});
		row(
			'all',
			counts.reduce((sum, count) => sum + count, 0)
		);
	});
	return rows;
}

const missingValues = [
	{ value: '', label: 'Empty' },
	{ value: '[c]', label: 'Withheld to protect privacy' }
];
const town = (hasTotal: boolean): Field => ({
	...{ name: 'town', type: 'string', role: 'place', title: 'Town', constraints: { required: true } },
	categories: [
		...NAMES.map((name) => ({ value: name, label: name })),
		...(hasTotal ? [{ value: 'all', label: 'All towns', kind: 'total' as const }] : [])
	]
});
const year: Field = {
	name: 'year',
	type: 'year',
	role: 'time',
	title: 'Year',
	constraints: { required: true }
};
const value: Field = { name: 'value', type: 'integer', role: 'value', title: 'Value' };
const source: Field = { name: 'source_id', type: 'string', role: 'source', title: 'Source' };

function table(name: string, title: string, fields: Field[], primaryKey: string[]): Resource {
	const reference = { resource: 'sources', fields: ['source_id'] };
	return {
		...{ name, path: `${name}.csv`, type: 'table', title, description: `${title}.` },
		...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', unit: 'contacts' },
		schema: { fields, primaryKey, foreignKeys: [{ fields: ['source_id'], reference }], missingValues },
		additivity: fields
			.filter(({ role }) => role === 'place' || role === 'time' || role === 'category')
			.map(({ name: dimension }) => ({
				...{ dimension, reason: 'Made up.' },
				additivity: dimension === 'town' && name !== 'versions' ? ('additive' as const) : ('none' as const)
			}))
	};
}

const query = { table: 'towns', dimensions: ['town', 'year'], filters: { town: NAMES, year: [2022] } };
const CHARTS: ChartSpec[] = [
	{
		id: 'town-map',
		title: 'Contacts by town',
		pages: ['places'],
		query,
		mark: 'tile-map',
		x: 'town',
		filters: ['year']
	},
	{
		id: 'town-rates',
		title: 'Rates by town',
		pages: ['places'],
		query: { ...query, rate: true },
		mark: 'dot',
		x: 'town'
	},
	{
		id: 'town-funnel',
		title: 'Rates and chance',
		pages: ['places'],
		query: { ...query, rate: true },
		mark: 'funnel',
		x: 'town'
	},
	{
		...{
			id: 'one-town',
			title: 'Rate of a town',
			pages: ['place'],
			mark: 'line',
			x: 'year',
			series: ['town']
		},
		query: { ...query, dimensions: ['year', 'town'], filters: { town: ['Cedar'] }, rate: true },
		...{ average: true, filters: ['town', 'rate'] }
	}
];

/** Adds the tables of towns to a package, with maps, rates, pages of places and published versions. */
export function withTowns(pkg: DataPackage, charts: ChartSpec[]): DataPackage {
	const standing: Field = {
		...{ name: 'standing', type: 'string', role: 'category', title: 'Standing' },
		categories: [
			{ value: 'current', label: 'In use' },
			{ value: 'superseded', label: 'Replaced' }
		]
	};
	const published: Field = { name: 'published', type: 'string', title: 'Published' };
	const key = ['town', 'year'];
	return {
		...pkg,
		resources: [
			...pkg.resources,
			{
				...table('towns', 'Contacts by town', [town(true), year, value, source], key),
				population: { resource: 'residents' }
			},
			{
				...table('residents', 'Residents by town', [town(false), year, value, source], key),
				...{ unit: 'people', disclosure: { mode: 'off', reason: 'Residents.' } }
			},
			table(
				'versions',
				'Published versions',
				[town(true), year, value, published, standing, source],
				[...key, 'standing']
			)
		],
		places: { field: 'town', one: 'Town', many: 'Towns', whole: 'Both valleys' },
		revisions: {
			...{ resource: 'versions', published: 'published', standing: 'standing' },
			standings: { current: 'in-use', superseded: 'superseded' }
		},
		charts: [...charts, ...CHARTS]
	};
}
