import { homeHelp } from '$lib/server/helpLines.ts';
import { prose } from '$lib/server/prose.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
	what: prose('safety'),
	more: prose('safety-more'),
	helpLines: await homeHelp()
});
