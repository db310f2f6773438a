/**
 * `npx tsx tests/bench/scale.ts FOLDER [HOTLINES] [PLACES] [YEARS]`: writes a package of made-up figures, one large table of
 * places and a small one beside it, to build the site with (`HOTLINE_DATA=FOLDER npm run build`) and see what grows.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const [folder = '', hotlines = '1', places = '50', years = '20'] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder to write into.');

const FIRST_YEAR = 2005;
const MISSING = [
	{ value: '', label: 'Empty' },
	{ value: '[c]', label: 'Withheld to protect privacy' }
];
const codes = (prefix: string, count: string) =>
	Array.from({ length: Number(count) }, (_, index) => `${prefix}${String(index + 1).padStart(4, '0')}`);
const LINES = codes('L', hotlines);
const PLACES = codes('P', places);
const YEARS = Array.from({ length: Number(years) }, (_, index) => FIRST_YEAR + index);

const required = { constraints: { required: true } };
const year = { name: 'year', type: 'year', title: 'Year', role: 'time', ...required };
const line = {
	name: 'hotline',
	type: 'string',
	title: 'Hotline',
	role: 'category',
	...required,
	categories: LINES.map((value) => ({ value, label: `Line ${value.slice(1)}` }))
};
const place = {
	name: 'place',
	type: 'string',
	title: 'Place',
	role: 'place',
	...required,
	categories: PLACES.map((value) => ({ value, label: `Place ${value.slice(1)}` }))
};
const value = {
	name: 'value',
	type: 'integer',
	title: 'Value',
	role: 'value',
	constraints: { minimum: 0 }
};
const source = { name: 'source_id', type: 'string', title: 'Source', role: 'source', ...required };
const sourceField = (name: string) => ({ name, type: 'string', title: name, ...required });

function resource(name: string, title: string, fields: { name: string }[]) {
	return {
		name,
		path: `${name}.csv`,
		type: 'table',
		title,
		description: 'Made-up numbers.',
		format: 'csv',
		mediatype: 'text/csv',
		encoding: 'utf-8',
		unit: 'contacts',
		schema: {
			fields: [...fields, value, source],
			primaryKey: fields.map((field) => field.name),
			foreignKeys: [{ fields: ['source_id'], reference: { resource: 'sources', fields: ['source_id'] } }],
			missingValues: MISSING
		},
		additivity: fields.map((field) => ({
			dimension: field.name,
			additivity: field.name === 'place' ? 'additive' : 'none',
			reason: 'Made up.'
		}))
	};
}

const SOURCE_FIELDS = ['source_id', 'title', 'publisher', 'url', 'published_or_snapshot_date', 'terms'];

const descriptor = {
	$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
	name: 'made-up-lines',
	title: 'Made-up figures of many lines',
	description: 'Made-up numbers, to see what grows with a package.',
	version: '0.1.0',
	asOf: '2025-01-01',
	scope: 'Made-up lines',
	limits: 'These numbers are made up.',
	publisher: 'Nobody',
	languages: ['en'],
	places: { field: 'place', one: 'Place', many: 'Places', whole: 'All places' },
	resources: [
		resource('contacts_by_place', 'Contacts by place', [place, line, year]),
		resource('contacts_by_line', 'Contacts by line', [line, year]),
		{
			name: 'sources',
			path: 'sources.csv',
			type: 'table',
			title: 'Sources',
			description: 'Made-up source.',
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			schema: {
				fields: SOURCE_FIELDS.map(sourceField),
				primaryKey: ['source_id'],
				missingValues: MISSING
			}
		}
	],
	charts: [
		{
			id: 'line-over-time',
			title: 'Contacts of a line',
			pages: ['overview', 'trends'],
			query: {
				table: 'contacts_by_line',
				dimensions: ['year', 'hotline'],
				filters: { hotline: [LINES[0]] },
				unit: ['contacts']
			},
			mark: 'line',
			x: 'year',
			filters: ['hotline']
		},
		{
			id: 'place-over-time',
			title: 'Contacts of a line from a place',
			pages: ['place'],
			query: {
				table: 'contacts_by_place',
				dimensions: ['year', 'place', 'hotline'],
				filters: { place: [PLACES[0]], hotline: [LINES[0]] },
				unit: ['contacts']
			},
			mark: 'line',
			x: 'year',
			filters: ['place']
		}
	]
};

const figure = (row: number) => (row % 97 === 0 ? '[c]' : String(20 + ((row * 7919) % 977)));
let row = 0;
const placeRows = PLACES.flatMap((code) =>
	LINES.flatMap((of) => YEARS.map((at) => `${code},${of},${at},${figure(row++)},MADE`))
);
const lineRows = LINES.flatMap((of) => YEARS.map((at) => `${of},${at},${figure(row++)},MADE`));
const files: Record<string, string> = {
	'datapackage.json': `${JSON.stringify(descriptor, null, '\t')}\n`,
	'contacts_by_place.csv': ['place,hotline,year,value,source_id', ...placeRows, ''].join('\n'),
	'contacts_by_line.csv': ['hotline,year,value,source_id', ...lineRows, ''].join('\n'),
	'sources.csv': `${SOURCE_FIELDS.join(',')}\nMADE,Made-up numbers,Nobody,https://example.org/,2025-01-01,None\n`
};
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
const megabytes = (files['contacts_by_place.csv']?.length ?? 0) / 1e6;
console.log(`${placeRows.length} rows of places, ${megabytes.toFixed(1)} MB, in ${folder}`);
