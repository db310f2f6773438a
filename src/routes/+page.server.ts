import { localized } from '$lib/package/index.ts';
import { headlineFigures } from '$lib/server/headline.ts';
import { loadPackage } from '$lib/server/package.ts';
import { chartPages, pageLinks } from '$lib/server/charts.ts';
import { chartPageData, viewsOf } from '$lib/server/pages.ts';
import { spokenShares } from '$lib/ui/spoken.ts';
import { DEFAULT_LOCALE } from '$lib/words/numbers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { package: pkg } = await loadPackage();
	const views = await viewsOf('overview');
	return {
		title: localized(pkg.title),
		lead: localized(pkg.description),
		scope: localized(pkg.scope),
		since: pkg.since ?? '',
		headline: await headlineFigures(),
		spoken: spokenShares(views, DEFAULT_LOCALE),
		charts: await chartPageData(views),
		more: await pageLinks((await chartPages()).filter((page) => page !== 'overview'))
	};
};
