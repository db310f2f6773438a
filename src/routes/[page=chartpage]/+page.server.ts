import { error } from '@sveltejs/kit';
import { chartPages } from '$lib/server/charts.ts';
import { chartPageData, viewsOf } from '$lib/server/pages.ts';
import { OWN_ROUTES, pageWords } from '$lib/ui/pages.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await chartPages()).filter((page) => !OWN_ROUTES.includes(page)).map((page) => ({ page }));

export const load: PageServerLoad = async ({ params }) => {
	const page = (await chartPages()).find((each) => each === params.page);
	if (!page) error(404);
	return { words: pageWords(page), charts: await chartPageData(await viewsOf(page)) };
};
