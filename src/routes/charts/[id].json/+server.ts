import { error } from '@sveltejs/kit';
import { chartJson } from '$lib/outputs/chartFile.ts';
import { chartSpecs, chartView } from '$lib/server/charts.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => (await chartSpecs()).map(({ id }) => ({ id }));

export const GET: RequestHandler = async ({ params }) => {
	const spec = (await chartSpecs()).find((each) => each.id === params.id);
	if (!spec) error(404);
	const view = await chartView(spec);
	return new Response(chartJson(view, view.answer), {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
