import { m } from '../../words/index.ts';
import { MOST_COMPARED, type PlaceLink } from './types.ts';

/** Places that an address names. */
export interface PlaceChoice {
	codes: string[];
	/** What of the address could not be followed, in words. */
	notices: string[];
}

/** A stranger's words are not repeated on the page: only what could be a code. */
const CODE = /^[\p{L}\p{N}_-]{1,12}$/u;

/** Reads the places that are to be compared from an address: `?places=AL,TX`; at most five, each once. */
export function readPlaces(search: string, places: PlaceLink[]): PlaceChoice {
	const wanted = (new URLSearchParams(search).get('places') ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
	const notices = new Set<string>();
	const codes = new Set<string>();
	for (const part of wanted) {
		const place = places.find(({ slug }) => slug === part);
		if (!place)
			notices.add(
				CODE.test(part) ? m.places_compare_unknown({ code: part }) : m.places_compare_unknown_plain()
			);
		else if (codes.has(place.code)) continue;
		else if (codes.size < MOST_COMPARED) codes.add(place.code);
		else notices.add(m.places_compare_too_many({ count: MOST_COMPARED }));
	}
	return { codes: inOrder([...codes], places), notices: [...notices] };
}

/** The query part of an address for a choice of places, `''` for none. */
export function writePlaces(codes: string[], places: PlaceLink[]): string {
	const slugs = inOrder(codes, places).flatMap(
		(code) => places.find((place) => place.code === code)?.slug ?? []
	);
	return slugs.length ? `?places=${slugs.map(encodeURIComponent).join(',')}` : '';
}

/** Codes in the order of the places' names. */
function inOrder(codes: string[], places: PlaceLink[]): string[] {
	return places.flatMap(({ code }) => (codes.includes(code) ? code : []));
}
