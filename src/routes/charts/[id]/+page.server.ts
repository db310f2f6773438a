import { error } from '@sveltejs/kit';
import { localized } from '$lib/package/index.ts';
import { chartSpecs, chartView } from '$lib/server/charts.ts';
import { chartPageData } from '$lib/server/pages.ts';
import { isAddressConfigured, siteAddress } from '$lib/server/site.ts';
import { pagePath, pageWords } from '$lib/ui/pages.ts';
import { chartPreview } from '$lib/ui/preview.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => (await chartSpecs()).map(({ id }) => ({ id }));

export const load: PageServerLoad = async ({ params }) => {
	const spec = (await chartSpecs()).find((each) => each.id === params.id);
	if (!spec) error(404);
	const view = await chartView(spec);
	const address = await siteAddress();
	return {
		title: localized(spec.title),
		pages: spec.pages.map((page) => ({ path: pagePath(page), title: pageWords(page).title })),
		preview: chartPreview(view, address),
		published: { address, configured: await isAddressConfigured() },
		charts: await chartPageData([view])
	};
};
