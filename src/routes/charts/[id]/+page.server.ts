import { localized } from '$lib/package/index.ts';
import { chartEntries, namedChart } from '$lib/server/namedChart.ts';
import { chartPageData } from '$lib/server/pages.ts';
import { currentRelease, isCurrentKept } from '$lib/server/releases/frozen.ts';
import { isAddressConfigured, siteAddress } from '$lib/server/site.ts';
import { pageLinks } from '$lib/server/charts.ts';
import { chartPreview } from '$lib/ui/preview.ts';
import { tabTitle } from '$lib/ui/tabTitle.ts';
import { m } from '$lib/words/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = chartEntries;

export const load: PageServerLoad = async ({ params }) => {
	const view = await namedChart(params.id);
	const { spec } = view;
	const address = siteAddress();
	const title = localized(spec.title);
	const pages = await pageLinks(spec.pages);
	const number = (await chartEntries()).findIndex(({ id }) => id === params.id) + 1;
	const page = pages[0]?.title ?? m.press_gallery_title();
	return {
		title,
		tab: tabTitle(title, m.access_tab_chart({ page, number })),
		pages: pages.map(({ path, title: words }) => ({ path, title: words })),
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
