import { orMissing } from '$lib/server/namedChart.ts';
import { placeCsv } from '$lib/server/places/files.ts';
import { placeEntries } from '$lib/server/places/site.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = placeEntries;

export const GET: RequestHandler = async ({ params }) => {
	const text = orMissing(await placeCsv(params.place));
	return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
