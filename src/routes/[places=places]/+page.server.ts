import { orMissing } from '$lib/server/namedChart.ts';
import { placesPage } from '$lib/server/places/pages.ts';
import { placesEntries } from '$lib/server/places/site.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = placesEntries;

export const load: PageServerLoad = async () => orMissing(await placesPage());
