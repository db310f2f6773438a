import { readTable } from '../../../src/lib/package/index.ts';
import type {
	AdditivityRule,
	Break,
	Category,
	Field,
	FieldType,
	Resource,
	Role,
	Table
} from '../../../src/lib/package/types.ts';

export function field(name: string, role: Role, type: FieldType = 'string', categories?: Category[]): Field {
	return { name, role, type, title: name, ...(categories ? { categories } : {}) };
}

export function categories(...values: (string | [string, Category['kind']])[]): Category[] {
	return values.map((each) => {
		const [value, kind] = typeof each === 'string' ? [each] : each;
		return { value, label: `the ${value}`, ...(kind ? { kind } : {}) };
	});
}

const FIGURE_FIELDS: Field[] = [
	field('value', 'value', 'number'),
	field('qualifier', 'qualifier'),
	field('known', 'denominator', 'integer'),
	field('source_id', 'source'),
	field('confidence', 'confidence'),
	field('note', 'note')
];

export function resource(name: string, dimensions: Field[], rest: Partial<Resource> = {}): Resource {
	return {
		name,
		path: `${name}.csv`,
		type: 'table',
		title: name,
		description: name,
		schema: {
			fields: [...dimensions, ...FIGURE_FIELDS],
			missingValues: [
				{ value: '[c]', label: 'withheld' },
				{ value: '[x]', label: 'not available' },
				{ value: '[z]', label: 'not applicable' }
			]
		},
		...rest
	};
}

/** A break from a moment on that affects everything of the table it stands in. */
export function breakAt(id: string, from: string, rest: Partial<Break> = {}): Break {
	return { id, from, kind: 'definition', affects: {}, comparableAcross: false, label: id, text: id, ...rest };
}

const FORM = categories(['all', 'total'], 'sex', 'labor', ['overlap', 'composite'], ['unknown', 'unknown']);
const UNIT = categories('cases', 'victims');
const BASIS = categories('hotline', 'all_lines');
const PLACE = categories('AK', 'AL', 'TX');

const FORM_RULES: AdditivityRule[] = [
	{
		dimension: 'form',
		additivity: 'additive',
		where: { unit: ['cases'] },
		reason: 'Each case has one form.',
		total: { resource: 'national', where: { measure: 'cases', kind: 'published' } },
		complete: [{ year: ['2017'] }]
	},
	{
		dimension: 'form',
		additivity: 'none',
		where: { unit: ['victims'] },
		reason: 'A victim can be in several forms'
	}
];

/** A table whose markers stand in a column of their own, in a file from another system. */
const FLAGGED = resource('flagged', [
	field('year', 'time', 'year'),
	field('group', 'category', 'string', categories('a', 'b')),
	{ name: 'marker', role: 'status', type: 'string' }
]);
FLAGGED.additivity = [{ dimension: 'group', additivity: 'additive', reason: 'Groups do not overlap.' }];

export const RESOURCES: Resource[] = [
	resource(
		'forms',
		[
			field('year', 'time', 'year'),
			field('form', 'category', 'string', FORM),
			field('unit', 'unit', 'string', UNIT),
			field('basis', 'basis', 'string', BASIS)
		],
		{
			additivity: FORM_RULES,
			breaks: [
				breakAt('late', '2018'),
				breakAt('early', '2016-06'),
				breakAt('before', '2016'),
				breakAt('victims', '2017', { affects: { measures: ['victims'] } }),
				breakAt('elsewhere', '2017', { affects: { resources: ['national'] } }),
				breakAt('outage', '2015', { to: '2016-02' })
			]
		}
	),
	resource(
		'national',
		[
			field('year', 'time', 'year'),
			field('measure', 'measure', 'string', categories('calls', 'calls_all', 'cases')),
			field('basis', 'basis', 'string', BASIS),
			field('kind', 'category', 'string', categories('published', 'derived'))
		],
		{ unit: 'count' }
	),
	resource(
		'genders',
		[
			field('year', 'time', 'year'),
			field('gender', 'category', 'string', categories('female', 'male', 'minorities'))
		],
		{
			unit: 'cases',
			additivity: [
				{ dimension: 'gender', additivity: 'none', reason: 'One case can count under several genders.' }
			]
		}
	),
	resource(
		'places',
		[
			field('place', 'place', 'string', PLACE),
			field('year', 'time', 'year'),
			field('channel', 'category', 'string', categories('call', 'text'))
		],
		{
			unit: 'signals',
			additivity: [
				{ dimension: 'place', additivity: 'additive', reason: 'Places do not overlap.' },
				{
					dimension: 'channel',
					additivity: 'additive',
					reason: 'Each signal has one channel.',
					complete: [{ place: ['TX'] }]
				}
			]
		}
	),
	resource('survey', [field('day', 'time', 'date'), field('group', 'category')], {
		unit: 'people',
		additivity: [
			{ dimension: 'group', additivity: 'additive', reason: 'Groups do not overlap.' },
			{ dimension: 'day', additivity: 'additive', reason: 'Nobody is asked twice.', complete: [{}] }
		]
	}),
	FLAGGED,
	{
		name: 'sources',
		path: 'sources.csv',
		type: 'table',
		title: 'Sources',
		description: 'Sources',
		schema: { fields: [{ name: 'source_id', type: 'string' }] }
	}
];

const CSV: Record<string, string> = {
	forms: `year,form,unit,basis,value,qualifier,known,source_id,confidence,note
2016,all,cases,hotline,100,,,S2,A,
2016,sex,cases,hotline,60,more_than,80,S2,A,first
2016,labor,cases,hotline,30,more_than,80,S1,C,"second, with ""quotes"""
2016,overlap,cases,hotline,5,,,S2,B,
2016,unknown,cases,hotline,10,more_than,,S2,B,first
2016,sex,cases,all_lines,70,,,S3,A,
2016,labor,cases,all_lines,[c],,,S3,A,
2016,unknown,cases,all_lines,4,,,S3,A,
2017,sex,cases,hotline,50,,,S4,A,
2017,labor,cases,hotline,20,,,S4,A,
2017,sex,cases,all_lines,[x],,,S4,A,
2018,sex,cases,hotline,40,,,S5,A,
2018,labor,cases,hotline,20,,,S5,A,
2016,sex,victims,hotline,90,,,S2,A,
2016,labor,victims,hotline,40,,,S2,A,
2017,sex,victims,hotline,[z],,,S2,A,
`,
	national: `year,measure,basis,kind,value,qualifier,known,source_id,confidence,note
2008,calls,hotline,published,3514,,,S1,C,
2008,calls_all,hotline,published,5748,,,S1,B,
2016,cases,hotline,published,120,,,S1,A,
2016,cases,hotline,derived,119,,,S1,D,
2016,cases,all_lines,published,150,,,S1,A,
2017,cases,hotline,published,70,,,S1,A,
2018,cases,hotline,published,[c],,,S1,A,
`,
	genders: `year,gender,value,qualifier,known,source_id,confidence,note
2016,female,6340,,,S1,C,
2016,male,978,,,S1,C,
2016,minorities,70,,,S1,C,
`,
	places: `place,year,channel,value,qualifier,known,source_id,confidence,note
TX,2016,call,7,,,S1,A,
AL,2016,call,3,,,S1,A,
AL,2016,text,2,,,S1,A,
AK,2016,call,1,,,S1,A,
AK,2016,text,[c],,,S1,A,
`,
	survey: `day,group,value,qualifier,known,source_id,confidence,note
2020-02-03,Ä,1.5,,,S1,A,
2020-02-03,b,2.25,,,S1,A,
2020-01-31,a,4,,,S1,A,
2020-01-31,Z,8,,,S1,A,"two
lines"
`,
	flagged: `\ufeffyear,group,marker,value,qualifier,known,source_id,confidence,note
2016,a,[r],1,,,S1,A,"two
lines"
2016,b,[e],2,rounded,,S1,A,
2017,a,,3,,,S1,A,
2017,b,[p],4,,,S1,A,
2018,a,[c],,,,S1,A,
2018,b,,5,,,S1,A,
2019,a,,[z],,,S1,A,
2019,b,[b],6,,,S1,A,
`.replaceAll('\n', '\r\n'),
	sources: 'source_id\nS1\n'
};

export const FILES: Record<string, Uint8Array> = Object.fromEntries(
	Object.entries(CSV).map(([name, text]) => [name, new TextEncoder().encode(text)])
);

/** The rows of each table as the package's reader sees them. */
export function tablesOf(resources: Resource[], files: Record<string, Uint8Array>): Record<string, Table> {
	return Object.fromEntries(
		resources.map((each) => {
			const { table, faults } = readTable(each, files[each.name] ?? new Uint8Array());
			if (!table || faults.length) throw new Error(`${each.name}: ${JSON.stringify(faults)}`);
			return [each.name, table];
		})
	);
}
