import { orMissing } from '$lib/server/namedChart.ts';
import { placePage } from '$lib/server/places/pages.ts';
import { placeEntries } from '$lib/server/places/site.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = placeEntries;

export const load: PageServerLoad = async ({ params }) => orMissing(await placePage(params.place));
