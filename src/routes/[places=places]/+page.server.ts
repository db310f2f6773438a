import { orMissing } from '$lib/server/namedChart.ts';
import { placesPage } from '$lib/server/placePages.ts';
import { placesEntries } from '$lib/server/placeSite.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = placesEntries;

export const load: PageServerLoad = async () => orMissing(await placesPage());
