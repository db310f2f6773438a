import { localized } from '$lib/package/index.ts';
import { chartEntries, namedChart } from '$lib/server/namedChart.ts';
import { chartPageData } from '$lib/server/pages.ts';
import { currentRelease, isCurrentKept } from '$lib/server/releases.ts';
import { isAddressConfigured, siteAddress } from '$lib/server/site.ts';
import { pagePath, pageWords } from '$lib/ui/pages.ts';
import { chartPreview } from '$lib/ui/preview.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = chartEntries;

export const load: PageServerLoad = async ({ params }) => {
	const view = await namedChart(params.id);
	const { spec } = view;
	const address = siteAddress();
	return {
		title: localized(spec.title),
		pages: spec.pages.map((page) => ({ path: pagePath(page), title: pageWords(page).title })),
		preview: chartPreview(view, address),
		published: {
			address,
			configured: isAddressConfigured(),
			kept: await isCurrentKept(),
			withdrawn: Boolean((await currentRelease()).withdrawn(spec.id))
		},
		charts: await chartPageData([view])
	};
};
