import type { DERIVED_KIT } from './derived/kit.ts';

/** Words for an index, a change or a share, which pages of ready-made charts do without. */
export type DerivedKit = typeof DERIVED_KIT;

let slot: DerivedKit | undefined;

/** Puts the kit in place, before anything is drawn. */
export function setDerivedKit(kit: DerivedKit) {
	slot = kit;
}

/**
 * The kit, for rows that have `derived`.
 * @throws where nobody has set or loaded it
 */
export function derivedKit(): DerivedKit {
	if (!slot) throw new Error('The words for derived figures were not loaded: call loadDerivedKit() first.');
	return slot;
}

/** Loads the kit where it is not there yet. */
export async function loadDerivedKit(): Promise<void> {
	if (!slot) setDerivedKit((await import('./derived/kit.ts')).DERIVED_KIT);
}
