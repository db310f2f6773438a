import { creatorsOf, localized, valueField } from '../../package/index.ts';
import type { DataPackage, Resource } from '../../package/types.ts';
import { descriptionOf, placeOf, termsOf, yearsOf } from './facts.ts';
import type { Catalogued, CataloguedTable } from './types.ts';

type Json = Record<string, unknown>;

const CONTEXT = 'https://schema.org/';

function agents(pkg: DataPackage): Json[] {
	return creatorsOf(pkg).map(({ title, path }) => ({
		'@type': 'Organization',
		name: localized(title),
		...(path ? { url: path } : {})
	}));
}

function licence(pkg: DataPackage, root: string, resource?: Resource): Json {
	const [first] = termsOf(pkg, root, resource);
	if (!first) return {};
	return {
		license: { '@type': 'CreativeWork', name: first.title, ...(first.url ? { url: first.url } : {}) }
	};
}

function download(contentUrl: string, encodingFormat: string, bytes?: number): Json {
	return {
		'@type': 'DataDownload',
		encodingFormat,
		contentUrl,
		...(bytes === undefined ? {} : { contentSize: `${bytes} B` })
	};
}

/** What the table measures: the codes of its measures, else its unit. */
function variables({ resource }: CataloguedTable): Json {
	const field = resource.schema.fields.find(({ role }) => role === 'measure') ?? valueField(resource);
	const listed = (field?.role === 'measure' ? field.categories : undefined)?.map((each) => ({
		'@type': 'PropertyValue',
		name: localized(each.label),
		...(each.description ? { description: localized(each.description) } : {})
	}));
	const unit = localized(resource.unitLabel ?? resource.unit ?? '');
	if (listed?.length) return { variableMeasured: listed };
	return unit ? { variableMeasured: [{ '@type': 'PropertyValue', name: unit }] } : {};
}

/** A table as schema.org describes data sets, which search engines for data read. */
export function tableJsonLd(table: CataloguedTable): Json {
	const { package: pkg, resource, tables, address, root, language, sizes } = table;
	const page = `${address}/data/${resource.name}`;
	const file = `${root}/data/${resource.name}`;
	const read = tables[resource.name];
	const [years, place] = [read ? yearsOf(read) : '', placeOf(pkg, resource)];
	return {
		'@context': CONTEXT,
		'@type': 'Dataset',
		'@id': page,
		name: `${localized(resource.title)}: ${localized(pkg.title)}`,
		description: descriptionOf(pkg, resource),
		url: page,
		identifier: file,
		version: pkg.version,
		inLanguage: language,
		isAccessibleForFree: true,
		creator: agents(pkg),
		publisher: { '@type': 'Organization', name: localized(pkg.publisher) },
		...licence(pkg, root, resource),
		...(years ? { temporalCoverage: years } : {}),
		...(place ? { spatialCoverage: { '@type': 'Place', name: place } } : {}),
		...variables(table),
		...(pkg.keywords?.length ? { keywords: pkg.keywords } : {}),
		isPartOf: { '@type': 'Dataset', '@id': `${address}/data`, name: localized(pkg.title) },
		includedInDataCatalog: { '@type': 'DataCatalog', name: localized(pkg.title), url: `${address}/data` },
		distribution: [
			download(`${file}.csv`, 'text/csv', sizes[resource.name]),
			...(read?.rows.length ? [download(`${file}.parquet`, 'application/vnd.apache.parquet')] : [])
		]
	};
}

/** The whole package as schema.org describes data sets. */
export function packageJsonLd({ package: pkg, address, root, language }: Catalogued): Json {
	const description = [pkg.description, pkg.scope, pkg.limits].map((text) => localized(text)).join(' ');
	return {
		'@context': CONTEXT,
		'@type': 'Dataset',
		'@id': `${address}/data`,
		name: localized(pkg.title),
		description: description.slice(0, 5000),
		url: `${address}/data`,
		identifier: `${root}/data/datapackage.json`,
		version: pkg.version,
		inLanguage: language,
		isAccessibleForFree: true,
		creator: agents(pkg),
		...licence(pkg, root),
		...(pkg.spatial ? { spatialCoverage: { '@type': 'Place', name: localized(pkg.spatial) } } : {}),
		distribution: [
			download(`${address}/data/all.zip`, 'application/zip'),
			download(`${root}/data/datapackage.json`, 'application/json')
		]
	};
}

/** JSON as the content of a script element: nothing in it can end the element or begin a comment. */
export function scriptJson(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll('<', '\\u003c')
		.replaceAll('\u2028', '\\u2028')
		.replaceAll('\u2029', '\\u2029');
}
