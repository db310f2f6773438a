import type { PlaceShapes } from '../../charts/types.ts';
import { fieldByName, localized, valueField } from '../../package/index.ts';
import type { PlaceSettings, Resource } from '../../package/types.ts';
import { LANGUAGE } from '../../words/language.ts';
import type { LoadedPackage } from '../package.ts';
import { geographyOf } from './geography.ts';
import { tilesOf } from './tiles.ts';

/** One place of a package. */
export interface Place {
	code: string;
	/** One of a kind: where two places share a name, their codes follow in brackets. */
	name: string;
	/** Its part of an address. */
	slug: string;
	/** Codes of the places that share a border with it, by name; empty without a geometry. */
	neighbours: string[];
}

/** The places that maps, lists and pages are about, by name. */
export interface Places {
	settings: PlaceSettings;
	places: Place[];
	shapes: PlaceShapes;
}

/** The longest code that stands on a tile as it is. */
const LONGEST_MARK = 3;

/** Every place of the tables by its code, with the name that the first of them gives it. */
function namesOf(resources: Resource[], settings: PlaceSettings): Map<string, string> {
	const names = new Map<string, string>();
	for (const resource of resources) {
		const field = fieldByName(resource, settings.field);
		if (field?.role !== 'place') continue;
		for (const { value, label, kind } of field.categories ?? []) {
			if (kind === undefined && !names.has(value)) names.set(value, localized(label));
		}
	}
	return names;
}

/** The places of which the package has counts: one that only a table of residents knows is left out. */
function counted(resources: Resource[], settings: PlaceSettings): Set<string> {
	const residents = new Set(resources.flatMap(({ population }) => population?.resource ?? []));
	const tables = resources.filter((each) => valueField(each) && !residents.has(each.name));
	return new Set(namesOf(tables, settings).keys());
}

/** The places of a package; undefined where it declares none. */
export function placesIn({ package: pkg, resources, geometry }: LoadedPackage): Places | undefined {
	const settings = pkg.places;
	if (!settings) return undefined;
	const known = counted(resources, settings);
	const named = [...namesOf(resources, settings)]
		.filter(([code]) => known.has(code))
		.map(([code, name]) => ({ code, name }))
		.sort((a, b) => a.name.localeCompare(b.name, LANGUAGE) || (a.code < b.code ? -1 : 1));
	const rank = new Map(named.map(({ code }, index) => [code, index]));
	const geography = settings.geometry && geometry && geographyOf(settings.geometry, geometry);
	const { one, many, whole, field } = settings;
	const codes = named.map(({ code }) => code);
	return {
		settings,
		places: named.map(({ code, name }) => ({
			code,
			name,
			slug: code,
			neighbours: (geography?.neighbours.get(code) ?? [])
				.filter((other) => rank.has(other))
				.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
		})),
		shapes: {
			field,
			one,
			many,
			whole,
			places: named.map(({ code, name }) => ({ code, name, mark: markOf(code, name) })),
			...tilesOf(codes, settings.tiles),
			...(geography ? { shapes: geography.shapes } : {})
		}
	};
}

/** The short text of a tile: the code where it is short, else the first letters of the name. */
function markOf(code: string, name: string): string {
	return code.length <= LONGEST_MARK ? code : [...name].slice(0, LONGEST_MARK).join('');
}
