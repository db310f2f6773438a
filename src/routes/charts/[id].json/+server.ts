import { chartJson } from '$lib/outputs/chartFile.ts';
import { chartEntries, namedChart } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = chartEntries;

export const GET: RequestHandler = async ({ params }) => {
	const view = await namedChart(params.id);
	return new Response(chartJson(view, view.answer), {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
