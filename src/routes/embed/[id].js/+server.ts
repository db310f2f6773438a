import { embedDataScript, liveEmbed } from '$lib/server/embeds.ts';
import { chartEntries, orMissing } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = chartEntries;

export const GET: RequestHandler = async ({ params }) => {
	const data = orMissing(await liveEmbed(params.id));
	return new Response(embedDataScript(data), { headers: { 'content-type': 'text/javascript' } });
};
