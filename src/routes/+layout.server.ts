import { chartPages, pageLinks } from '$lib/server/charts.ts';
import { exitTarget } from '$lib/server/exit.ts';
import { homeHelp } from '$lib/server/helpLines.ts';
import { languageLinks } from '$lib/server/languages.ts';
import { loadPackage } from '$lib/server/package.ts';
import { rootAddress } from '$lib/server/site.ts';
import { localized } from '$lib/package/index.ts';
import { m } from '$lib/words/index.ts';
import { formatDay } from '$lib/words/numbers.ts';
import { withoutStop } from '$lib/words/stops.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async () => {
	const { package: pkg } = await loadPackage();
	const charts = (await pageLinks(await chartPages())).map(({ path, title }) => ({ path, title }));
	return {
		site: {
			title: localized(pkg.title),
			notice: localized(pkg.notice ?? ''),
			limits: localized(pkg.limits),
			publisher: withoutStop(localized(pkg.publisher)),
			version: pkg.version,
			asOf: formatDay(pkg.asOf),
			helpLines: await homeHelp(),
			exit: exitTarget(pkg),
			languages: languageLinks(pkg.languages ?? []),
			address: rootAddress(),
			pages: charts,
			tools: [
				{ path: '/explore', title: m.explore_navigation() },
				{ path: '/charts', title: m.press_gallery_title() },
				{ path: '/report', title: m.report_navigation() },
				{ path: '/data', title: m.pages_data_title() },
				...(pkg.revisions ? [{ path: '/revisions', title: m.revisions_navigation() }] : []),
				{ path: '/learn', title: m.learn_navigation() },
				{ path: '/method', title: m.pages_method_title() },
				{ path: '/journalists', title: m.press_page_title() }
			]
		}
	};
};
