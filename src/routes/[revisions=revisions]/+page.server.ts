import { orMissing } from '$lib/server/namedChart.ts';
import { revisions } from '$lib/server/revisions.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => ((await revisions()) ? [{ revisions: 'revisions' }] : []);

export const load: PageServerLoad = async () => ({ revisions: orMissing(await revisions()) });
