import { error } from '@sveltejs/kit';
import { chartSpecs } from '$lib/server/charts.ts';
import { embedDataScript, liveEmbed } from '$lib/server/embeds.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => (await chartSpecs()).map(({ id }) => ({ id }));

export const GET: RequestHandler = async ({ params }) => {
	const data = await liveEmbed(params.id);
	if (!data) error(404);
	return new Response(embedDataScript(data), { headers: { 'content-type': 'text/javascript' } });
};
