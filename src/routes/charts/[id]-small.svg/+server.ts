import { chartEntries, orMissing } from '$lib/server/namedChart.ts';
import { chartSvg } from '$lib/server/picture/chartPicture.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = chartEntries;

export const GET: RequestHandler = async ({ params }) => {
	const svg = orMissing(await chartSvg(params.id, 'small'));
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
};
