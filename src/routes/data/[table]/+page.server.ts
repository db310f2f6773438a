import { error } from '@sveltejs/kit';
import { loadPackage } from '$lib/server/package.ts';
import { tablePage } from '$lib/server/tables.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await loadPackage()).package.resources.map(({ name }) => ({ table: name }));

export const load: PageServerLoad = async ({ params }) => {
	const page = await tablePage(params.table);
	if (!page) error(404);
	return page;
};
