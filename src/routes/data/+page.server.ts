import { citedSources } from '$lib/server/sources.ts';
import { catalogue } from '$lib/server/tables.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	return { catalogue: await catalogue(), sources: await citedSources() };
};
