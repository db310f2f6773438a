import { chartCsv } from '$lib/outputs/chartFile.ts';
import { chartEntries, namedChart } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = chartEntries;

export const GET: RequestHandler = async ({ params }) => {
	const view = await namedChart(params.id);
	return new Response(chartCsv(view, view.answer), {
		headers: { 'content-type': 'text/csv; charset=utf-8' }
	});
};
