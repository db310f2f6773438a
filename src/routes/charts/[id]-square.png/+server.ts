import { chartEntries, orMissing } from '$lib/server/namedChart.ts';
import { chartPng } from '$lib/server/picture/chartPicture.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = chartEntries;

export const GET: RequestHandler = async ({ params }) => {
	const png = orMissing(await chartPng(params.id, 'square'));
	return new Response(png, { headers: { 'content-type': 'image/png' } });
};
