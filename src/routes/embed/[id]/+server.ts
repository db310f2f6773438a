import { error } from '@sveltejs/kit';
import frame from '$embed/frame.js?raw';
import runtime from '$embed/runtime.js?url';
import { chartSpecs } from '$lib/server/charts.ts';
import { liveEmbed, renderEmbed } from '$lib/server/embeds.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => (await chartSpecs()).map(({ id }) => ({ id }));

export const GET: RequestHandler = async ({ params }) => {
	const data = await liveEmbed(params.id);
	if (!data) error(404);
	return new Response(renderEmbed(data, '../', { frame, runtime }), {
		headers: { 'content-type': 'text/html' }
	});
};
