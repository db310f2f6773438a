import type { ChartPage, ChartSpec } from '../../charts/types.ts';
import { localized } from '../../package/index.ts';
import type { PlaceLink, PlaceWords } from '../../ui/places/types.ts';
import { placesOf, type Places } from './index.ts';
import { currentRelease, type Release } from '../releases/release.ts';

/** A release with its places: what the pages of places are made of. */
export interface PlaceSite {
	release: Release;
	places: Places;
}

/** The current release with its places; undefined where its package declares none. */
export async function placeSite(): Promise<PlaceSite | undefined> {
	const places = await placesOf();
	return places && { release: await currentRelease(), places };
}

/** The places by name, as links need them. */
export function placeLinks({ places }: Places): PlaceLink[] {
	return places.map(({ code, name, slug }) => ({ code, name, slug }));
}

/** How the places are called. */
export function placeWords({ settings }: Places): PlaceWords {
	return {
		one: localized(settings.one),
		many: localized(settings.many),
		whole: localized(settings.whole)
	};
}

/**
 * The charts of a page, as the package lists them.
 * @param release absent: the current one
 */
export async function specsOfPage(page: ChartPage, release?: Release): Promise<ChartSpec[]> {
	const specs = await (release ?? (await currentRelease())).specs();
	return specs.filter((spec) => spec.pages.includes(page));
}

/** The one address of a page of all places, as the entries of its route; none where the package has no places. */
export async function placesEntries(): Promise<{ places: string }[]> {
	return (await placeSite()) ? [{ places: 'places' }] : [];
}

/** The address of each place, as the entries of its routes. */
export async function placeEntries(): Promise<{ places: string; place: string }[]> {
	const site = await placeSite();
	return (site ? placeLinks(site.places) : []).map(({ slug }) => ({ places: 'places', place: slug }));
}
