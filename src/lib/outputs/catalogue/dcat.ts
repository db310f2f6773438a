import { contactOf, localized } from '../../package/index.ts';
import type { Resource } from '../../package/types.ts';
import { descriptionOf, placeOf, termsOf, yearsOf } from './facts.ts';
import type { Catalogued } from './types.ts';

type Json = Record<string, unknown>;

function distributions({ package: pkg, root, sizes, tables }: Catalogued, resource: Resource): Json[] {
	const file = `${root}/data/${resource.name}`;
	const [terms] = termsOf(pkg, root, resource);
	const license = terms ? { license: terms.url ?? terms.title } : {};
	const one = (ending: string, mediaType: string, bytes?: number): Json => ({
		'@type': 'Distribution',
		title: `${resource.name}.${ending}`,
		downloadURL: `${file}.${ending}`,
		mediaType,
		...(bytes === undefined ? {} : { byteSize: String(bytes) }),
		...license
	});
	const hasRows = (tables[resource.name]?.rows.length ?? 0) > 0;
	return [
		one('csv', 'text/csv', sizes[resource.name]),
		...(hasRows ? [one('parquet', 'application/vnd.apache.parquet')] : [])
	];
}

/** Where and when its figures are about, as far as it is said, and on which page they stand. */
function about({ package: pkg, address, tables, released }: Catalogued, resource: Resource): Json {
	const table = tables[resource.name];
	const [startDate, endDate] = table ? yearsOf(table).split('/') : [];
	const prefLabel = placeOf(pkg, resource);
	return {
		landingPage: {
			'@type': 'Document',
			title: localized(resource.title),
			accessURL: `${address}/data/${resource.name}`
		},
		...(startDate ? { temporal: [{ '@type': 'PeriodOfTime', startDate, endDate }] } : {}),
		...(prefLabel ? { spatial: { '@type': 'Location', prefLabel } } : {}),
		...(released ? { modified: released } : {})
	};
}

/** The package as a catalogue of DCAT-US 3; undefined where it names no contact, without which there is none. */
export function dcatCatalog(catalogued: Catalogued): Json | undefined {
	const { package: pkg, root, language } = catalogued;
	const contact = contactOf(pkg);
	if (!contact) return undefined;
	const publisher = { '@type': 'Organization', name: localized(pkg.publisher) };
	return {
		'@context': 'https://resources.data.gov/dcat-us/3.0.0/context/dcat-us-3.0.jsonld',
		'@id': `${root}/data.json`,
		'@type': 'Catalog',
		title: localized(pkg.title),
		description: localized(pkg.description),
		publisher,
		language: language.split('-')[0],
		dataset: pkg.resources.map((resource) => ({
			'@type': 'Dataset',
			'@id': `${root}/data/${resource.name}`,
			identifier: `${root}/data/${resource.name}`,
			title: localized(resource.title),
			description: descriptionOf(pkg, resource),
			publisher,
			contactPoint: { '@type': 'Kind', fn: localized(contact.title), hasEmail: `mailto:${contact.email}` },
			version: pkg.version,
			accessRights: 'public',
			liabilityStatement: localized(resource.limits ?? pkg.limits),
			...(pkg.keywords?.length ? { keyword: pkg.keywords } : {}),
			...about(catalogued, resource),
			distribution: distributions(catalogued, resource)
		}))
	};
}
