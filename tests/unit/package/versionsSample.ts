import type { DataPackage, Resource, RevisionSettings, Row, Table } from '../../../src/lib/package/types.ts';
import { description, sources } from './sample.ts';

/** A made-up table of versions, whose names have nothing in common with the default data's. */
export const VERSIONS: Resource = {
	name: 'editions',
	path: 'editions.csv',
	type: 'table',
	title: 'Editions',
	description: 'Editions of figures.',
	schema: {
		fields: [
			{ name: 'about', type: 'year', role: 'time' },
			{
				name: 'count',
				type: 'string',
				role: 'measure',
				categories: [
					{ value: 'visits', label: 'Visits' },
					{ value: 'reports', label: 'Reports' }
				]
			},
			{
				name: 'kind',
				type: 'string',
				role: 'category',
				categories: [
					{ value: 'red', label: 'Red' },
					{ value: 'any', label: 'Any kind', kind: 'total' }
				]
			},
			{
				name: 'rule',
				type: 'string',
				role: 'basis',
				categories: [
					{ value: 'narrow', label: 'Narrow' },
					{ value: 'wide', label: 'Wide' }
				]
			},
			{ name: 'unit', type: 'string', role: 'unit' },
			{ name: 'value', type: 'integer', role: 'value', missingValues: [{ value: '[x]', label: 'none' }] },
			{ name: 'issued', type: 'string' },
			{
				name: 'became',
				type: 'string',
				role: 'category',
				categories: [
					{ value: 'ok', label: 'Good' },
					{ value: 'old', label: 'Replaced', description: 'By a later one.' },
					{ value: 'else', label: 'Other rule' },
					{ value: 'heard', label: 'Heard of' },
					{ value: 'odd', label: 'Odd' }
				]
			},
			{ name: 'source_id', type: 'string', role: 'source' },
			{ name: 'teller', type: 'string' },
			{ name: 'why', type: 'string', role: 'note' }
		],
		primaryKey: ['about', 'count', 'kind', 'rule', 'unit', 'became'],
		foreignKeys: [{ fields: ['source_id'], reference: { resource: 'sources', fields: ['source_id'] } }]
	}
};

export const SETTINGS: RevisionSettings = {
	resource: 'editions',
	published: 'issued',
	standing: 'became',
	standings: { ok: 'in-use', old: 'superseded', else: 'other-basis', heard: 'quoted', odd: 'doubtful' },
	quotedBy: 'teller'
};

/** A version of the visits of 2020 of any kind on the narrow rule from source A, unless told otherwise. */
export function version(
	value: number | null,
	issued: string | null,
	became: string,
	more: Partial<Row> = {}
): Row {
	const plain = { about: 2020, count: 'visits', kind: 'any', rule: 'narrow', unit: 'visits', status: '' };
	return { ...plain, value, issued, became, source_id: 'A', teller: null, why: null, ...more };
}

/** The sample's package with a table of versions. */
export function packageWith(settings: unknown = SETTINGS): DataPackage {
	const pkg = description();
	pkg.resources.push(structuredClone(VERSIONS));
	pkg.revisions = structuredClone(settings) as RevisionSettings;
	return pkg;
}

/** Its tables with some versions. */
export function tablesWith(rows: Row[]): Record<string, Table> {
	const listed = ['A', 'B'].map((id) => ({
		source_id: id,
		title: `Title ${id}`,
		url: `https://${id}.example`
	}));
	return {
		editions: { resource: VERSIONS, rows, lines: rows.map((_, index) => index + 2) },
		sources: { resource: sources, rows: listed }
	};
}
