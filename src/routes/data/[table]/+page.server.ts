import { error } from '@sveltejs/kit';
import { scriptJson, tableJsonLd } from '$lib/outputs/catalogue/jsonLd.ts';
import { catalogued } from '$lib/server/catalogued.ts';
import { loadPackage } from '$lib/server/package.ts';
import { tablePage } from '$lib/server/tables.ts';
import { tabTitle } from '$lib/ui/tabTitle.ts';
import { m } from '$lib/words/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries = (async () =>
	(await loadPackage()).package.resources.map(({ name }) => ({ table: name }))) satisfies EntryGenerator;

export const load: PageServerLoad = async ({ params }) => {
	const page = await tablePage(params.table);
	if (!page) error(404);
	const number = (await entries()).findIndex(({ table }) => table === params.table) + 1;
	const jsonLd = scriptJson(tableJsonLd({ ...(await catalogued()), resource: page.resource }));
	const title = m.pages_table_tab({ title: page.entry.title });
	return { ...page, jsonLd, tab: tabTitle(title, m.access_tab_table({ number })) };
};
