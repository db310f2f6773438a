import { localized, webAddress } from '../../package/index.ts';
import type { DataPackage, Field, Resource, Text } from '../../package/types.ts';

type Json = Record<string, unknown>;

const TYPES: Record<Field['type'], string> = {
	string: 'string',
	any: 'string',
	integer: 'integer',
	number: 'decimal',
	year: 'gYear',
	date: 'date'
};

/** A text as CSVW has natural language: a text, or an object by language. */
const natural = (text: Text) => text;

function datatypeOf({ type, constraints }: Field): string | Json {
	const { minimum, maximum } = constraints ?? {};
	const base = TYPES[type];
	if (type !== 'integer' && type !== 'number') return base;
	if (minimum === undefined && maximum === undefined) return base;
	return {
		base,
		...(minimum === undefined ? {} : { minimum }),
		...(maximum === undefined ? {} : { maximum })
	};
}

function column(resource: Resource, field: Field, isFiscal: boolean): Json {
	const missing = field.missingValues ?? resource.schema.missingValues ?? [{ value: '', label: '' }];
	const nulls = [...new Set(['', ...missing.map(({ value }) => value)])];
	return {
		name: field.name,
		titles: natural(field.title ?? field.name),
		...(field.description ? { 'dc:description': natural(field.description) } : {}),
		// A year that is not one of the calendar, such as 2019/20, is a text.
		datatype: isFiscal ? 'string' : datatypeOf(field),
		null: nulls.length === 1 ? nulls[0] : nulls,
		...(field.constraints?.required ? { required: true } : {})
	};
}

/**
 * What CSVW says of a table, to stand beside its file as `NAME.csv-metadata.json`.
 * @param pkg with the texts of all languages
 * @param texts names of year columns that hold other texts than years of the calendar
 */
export function csvwMetadata(pkg: DataPackage, resource: Resource, texts: readonly string[] = []): Json {
	const { schema } = resource;
	const license = (resource.licenses ?? pkg.licenses)?.find(({ path }) => webAddress(path));
	return {
		'@context': ['http://www.w3.org/ns/csvw', { '@language': pkg.languages?.[0]?.split('-')[0] ?? 'en' }],
		url: `${resource.name}.csv`,
		'dc:title': natural(resource.title),
		'dc:description': natural(resource.description),
		'dc:publisher': natural(pkg.publisher),
		'dc:modified': resource.asOf ?? pkg.asOf,
		...(license ? { 'dc:license': { '@id': license.path } } : {}),
		dialect: { header: true, encoding: 'utf-8', delimiter: ',' },
		notes: [resource.limits ?? pkg.limits, ...(resource.additivity ?? []).map(({ reason }) => reason)].map(
			(text) => ({ text: typeof text === 'string' ? text : localized(text) })
		),
		tableSchema: {
			columns: schema.fields.map((field) => column(resource, field, texts.includes(field.name))),
			...(schema.primaryKey?.length ? { primaryKey: schema.primaryKey } : {})
		}
	};
}
