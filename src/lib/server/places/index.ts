import { loadPackage } from '../package.ts';
import { placesOfPackage } from './views.ts';
import type { Places } from './places.ts';

export type { Place, Places } from './places.ts';

/** The places of the package, by name; undefined where it declares none. */
export async function placesOf(): Promise<Places | undefined> {
	return placesOfPackage(await loadPackage());
}
