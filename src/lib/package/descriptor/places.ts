import { under, type Checker, type Json } from './checker.ts';
import { checkHelpLine } from './helpLine.ts';
import type { Known } from './known.ts';

const PLACES = ['field', 'one', 'many', 'whole', 'geometry', 'tiles', 'helpLines'];
const GEOMETRY = ['path', 'object', 'property', 'projection', 'source'];
const PROJECTIONS = ['albers-usa', 'equal-earth', 'mercator', 'planar'];

/** Codes become part of addresses and of file names. */
const CODE = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}[A-Za-z0-9])?$/;

/** Addresses under the list of places that are no place. */
const TAKEN = ['compare'];

function checkCodes(check: Checker, field: string, known: Known): Set<string> {
	const codes = new Map<string, string>();
	for (const resource of known.tables.values()) {
		const found = resource.schema.fields.find((each) => each.name === field && each.role === 'place');
		for (const { value } of found?.categories ?? []) codes.set(value, resource.name);
	}
	const seen = new Map<string, string>();
	for (const [code, table] of codes) {
		const at = `${table}.${field}`;
		if (!CODE.test(code)) {
			const mend = 'use Latin letters, digits, "-" and "_", 40 at most, such as AL or north-west';
			check.fault('places.field', code, `a code of a place in ${at} cannot be part of an address`, mend);
		} else if (TAKEN.includes(code.toLowerCase())) {
			check.fault(
				'places.field',
				code,
				`a code of a place in ${at} is an address of this site`,
				'use another'
			);
		}
		const other = seen.get(code.toLowerCase());
		if (other !== undefined) {
			const mend = `tell it from ${other} by more than capital letters`;
			check.fault('places.field', code, `two codes of places differ in capital letters only`, mend);
		}
		seen.set(code.toLowerCase(), code);
	}
	return new Set(codes.keys());
}

function checkGeometry(check: Checker, value: unknown): void {
	if (value === undefined) return;
	const at = 'places.geometry';
	const geometry = check.object(at, value, GEOMETRY);
	if (!geometry) return;
	const file = check.string(`${at}.path`, geometry.path);
	if (file !== undefined && (file === 'datapackage.json' || !/^[\w-]+\.json$/.test(file))) {
		const mend = 'use a file beside the descriptor such as places.json';
		check.fault(`${at}.path`, file, 'shapes are a TopoJSON file of the folder itself', mend);
	}
	check.string(`${at}.object`, geometry.object);
	check.string(`${at}.property`, geometry.property, false);
	check.oneOf(`${at}.projection`, geometry.projection, PROJECTIONS, true);
	check.string(`${at}.source`, geometry.source, false);
}

function checkTiles(check: Checker, value: unknown, codes: ReadonlySet<string>): void {
	if (value === undefined) return;
	const tiles = check.object('places.tiles', value, []);
	const seen = new Map<string, string>();
	for (const [code, place] of Object.entries(tiles ?? {})) {
		const at = under('places.tiles', code);
		if (!codes.has(code)) check.oneOf(at, code, [...codes], true);
		const isPair =
			Array.isArray(place) &&
			place.length === 2 &&
			place.every((each) => typeof each === 'number' && Number.isInteger(each) && each >= 0 && each < 40);
		if (!isPair) {
			check.fault(at, place, 'a tile has a column and a row, counted from 0', 'write [3, 2]; 39 at most');
			continue;
		}
		const other = seen.get(String(place));
		if (other !== undefined)
			check.fault(at, place, `two tiles stand on one spot, this and ${other}`, 'move one');
		seen.set(String(place), code);
	}
}

/** The places of a package: their field, words, shapes, tiles and lines. */
export function checkPlaces(check: Checker, value: unknown, known: Known): void {
	if (value === undefined) return;
	const places: Json | undefined = check.object('places', value, PLACES);
	if (!places) return;
	for (const name of ['one', 'many', 'whole']) check.text(under('places', name), places[name]);
	checkGeometry(check, places.geometry);
	const field = check.string('places.field', places.field);
	if (field === undefined) return;
	const codes = checkCodes(check, field, known);
	if (codes.size === 0) {
		const mend = 'name a field with the role place whose categories list the places';
		check.fault('places.field', field, 'no table has such a place field with categories', mend);
		return;
	}
	checkTiles(check, places.tiles, codes);
	const lines = places.helpLines === undefined ? {} : check.object('places.helpLines', places.helpLines, []);
	for (const [code, each] of Object.entries(lines ?? {})) {
		const at = under('places.helpLines', code);
		if (!codes.has(code)) check.oneOf(at, code, [...codes], true);
		check.list(at, each, true).forEach((line, index) => checkHelpLine(check, `${at}[${index}]`, line));
	}
}
