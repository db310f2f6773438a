import {
	readPackage,
	type DataPackage,
	type PackageFiles,
	type Resource
} from '../../../src/lib/package/index.ts';

export type Files = Record<string, string | Uint8Array>;

const source = { fields: ['source_id'], reference: { resource: 'sources', fields: ['source_id'] } };
const missingValues = [
	{ value: '', label: 'none' },
	{ value: '[c]', label: 'withheld for privacy' },
	{ value: '[x]', label: 'not available' }
];

/** Cases by form, whose forms add up to the national figure. */
export const forms: Resource = {
	name: 'forms',
	path: 'forms.csv',
	type: 'table',
	title: 'Cases by form',
	description: 'Cases by form and year.',
	unit: 'cases',
	schema: {
		fields: [
			{ name: 'year', type: 'year', role: 'time' },
			{
				name: 'form',
				type: 'string',
				role: 'category',
				categories: [
					{ value: 'sex', label: { en: 'Sex trafficking', es: 'Trata sexual' } },
					{ value: 'labor', label: 'Labor trafficking' },
					{ value: 'other', label: 'Other', kind: 'unknown' }
				]
			},
			{ name: 'value', type: 'integer', role: 'value', missingValues: missingValues.slice(1) },
			{ name: 'source_id', type: 'string', role: 'source' },
			{ name: 'note', type: 'string', role: 'note' }
		],
		primaryKey: ['year', 'form'],
		foreignKeys: [source]
	},
	additivity: [
		{
			dimension: 'form',
			additivity: 'additive',
			reason: 'Each case has one form.',
			total: { resource: 'national', where: { measure: 'cases' } }
		}
	]
};

/** Yearly figures by measure. */
export const national: Resource = {
	name: 'national',
	path: 'national.csv',
	type: 'table',
	title: 'National figures',
	description: 'Yearly figures.',
	schema: {
		fields: [
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
			{ name: 'status', type: 'string', role: 'status' },
			{ name: 'source_id', type: 'string', role: 'source' }
		],
		primaryKey: ['year', 'measure', 'unit'],
		foreignKeys: [source]
	}
};

export const sources: Resource = {
	name: 'sources',
	path: 'sources.csv',
	type: 'table',
	title: 'Sources',
	description: 'Where figures come from.',
	schema: {
		fields: [
			{ name: 'source_id', type: 'string' },
			{ name: 'title', type: 'string', constraints: { required: true } }
		],
		primaryKey: ['source_id']
	}
};

/** A sound descriptor that a test may change as it likes. */
export function description(): DataPackage {
	return structuredClone({
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: 'sample',
		title: 'A sample',
		description: 'Made up.',
		version: '1.0.0',
		asOf: '2024-12-31',
		since: '2007-12',
		scope: 'A line',
		limits: 'Reports are not prevalence.',
		publisher: 'A publisher',
		resources: [forms, national, sources],
		breaks: [
			{
				id: 'rule',
				from: '2014',
				kind: 'definition' as const,
				affects: { resources: ['national'], measures: ['calls'] },
				comparableAcross: false,
				label: 'New rule',
				text: 'Calls are counted otherwise.',
				source: 'A'
			}
		],
		headline: [
			{ measure: 'cases', label: 'Cases', yearly: { resource: 'national', where: { measure: 'cases' } } }
		]
	});
}

export const SOUND: Files = {
	'forms.csv':
		'year,form,value,source_id,note\n2016,sex,70,A,\n2016,labor,20,A,"two\nlines"\n2016,other,10,B,\n',
	'national.csv':
		'year,measure,unit,value,status,source_id\n2016,cases,cases,100,,A\n2016,calls,calls,,[c],A\n',
	'sources.csv': 'source_id,title\nA,First\nB,Second\n'
};

/** A package in memory; `descriptor` is a text, or an object that is written as JSON. */
export function filesOf(files: Files, descriptor: unknown = description()): PackageFiles {
	const json = typeof descriptor === 'string' ? descriptor : JSON.stringify(descriptor, null, '\t');
	const all: Files = { 'datapackage.json': json, ...files };
	return {
		read: async (path) => {
			const found = Object.hasOwn(all, path) ? all[path] : undefined;
			if (found === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
			return typeof found === 'string' ? new TextEncoder().encode(found) : found;
		}
	};
}

/** The sample read with some files exchanged; undefined takes a file away. */
export async function readWith(change: Record<string, string | Uint8Array | undefined>) {
	const files = Object.entries({ ...SOUND, ...change }).filter((entry) => entry[1] !== undefined);
	return readPackage(filesOf(Object.fromEntries(files) as Files));
}
