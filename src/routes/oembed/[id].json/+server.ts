import { error } from '@sveltejs/kit';
import { chartContext, layoutChart } from '$lib/charts/index.ts';
import { embedHeight } from '$lib/outputs/embedHeight.ts';
import { oembed, OEMBED_WIDTH } from '$lib/outputs/oembed.ts';
import { localized } from '$lib/package/index.ts';
import { chartSpecs, chartView } from '$lib/server/charts.ts';
import { siteAddress } from '$lib/server/site.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => (await chartSpecs()).map(({ id }) => ({ id }));

export const GET: RequestHandler = async ({ params }) => {
	const spec = (await chartSpecs()).find((each) => each.id === params.id);
	if (!spec) error(404);
	const view = await chartView(spec);
	const context = chartContext(view);
	const answer = oembed({
		address: await siteAddress(),
		id: spec.id,
		title: localized(spec.title),
		siteTitle: localized(view.package.title),
		publisher: localized(view.package.publisher),
		height: embedHeight(context, layoutChart(context), OEMBED_WIDTH)
	});
	return new Response(`${JSON.stringify(answer, null, '\t')}\n`, {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
