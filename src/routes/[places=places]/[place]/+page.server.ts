import { orMissing } from '$lib/server/namedChart.ts';
import { placeEntries, placePage } from '$lib/server/placePages.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = placeEntries;

export const load: PageServerLoad = async ({ params }) => orMissing(await placePage(params.place));
