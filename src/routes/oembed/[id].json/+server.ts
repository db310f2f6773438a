import { chartContext, layoutChart } from '$lib/charts/index.ts';
import { embedHeight } from '$lib/outputs/embedHeight.ts';
import { oembed, OEMBED_WIDTH } from '$lib/outputs/oembed.ts';
import { localized } from '$lib/package/index.ts';
import { chartEntries, namedChart } from '$lib/server/namedChart.ts';
import { siteAddress } from '$lib/server/site.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = chartEntries;

export const GET: RequestHandler = async ({ params }) => {
	const view = await namedChart(params.id);
	const context = chartContext(view);
	const answer = oembed({
		address: siteAddress(),
		id: view.spec.id,
		title: localized(view.spec.title),
		siteTitle: localized(view.package.title),
		publisher: localized(view.package.publisher),
		height: embedHeight(context, layoutChart(context), OEMBED_WIDTH)
	});
	return new Response(`${JSON.stringify(answer, null, '\t')}\n`, {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
