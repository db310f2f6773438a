import frame from '$embed/frame.js?raw';
import runtime from '$embed/runtime.js?url';
import { liveEmbed, renderEmbed } from '$lib/server/embeds.ts';
import { chartEntries, orMissing } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = chartEntries;

export const GET: RequestHandler = async ({ params }) => {
	const data = orMissing(await liveEmbed(params.id));
	return new Response(renderEmbed(data, '../', { frame, runtime }), {
		headers: { 'content-type': 'text/html' }
	});
};
