import type { PLACE_KIT } from './places/kit.ts';

/** Code that pages without maps, funnel plots and grids of small panels do without. */
export type PlaceKit = typeof PLACE_KIT;

let slot: PlaceKit | undefined;

/** Puts the kit in place, before anything is drawn: `PLACE_KIT` where everything is at hand, as in the build. */
export function setPlaceKit(kit: PlaceKit) {
	slot = kit;
}

/**
 * The kit, for charts of which `needsPlaceKit` is true.
 * @throws where nobody has set or loaded it
 */
export function placeKit(): PlaceKit {
	if (!slot) throw new Error('The code for charts of places was not loaded: call loadPlaceKit() first.');
	return slot;
}

/** Loads the kit where it is not there yet. */
export async function loadPlaceKit(): Promise<void> {
	if (!slot) setPlaceKit((await import('./places/kit.ts')).PLACE_KIT);
}
