import { loadPackage } from '$lib/server/package.ts';
import { catalogue } from '$lib/server/tables.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { tables } = await loadPackage();
	return { catalogue: await catalogue(), sources: tables['sources']?.rows ?? [] };
};
