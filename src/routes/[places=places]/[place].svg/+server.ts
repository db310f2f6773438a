import { orMissing } from '$lib/server/namedChart.ts';
import { pictureEntries, placeSvg } from '$lib/server/places/files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = pictureEntries;

export const GET: RequestHandler = async ({ params }) => {
	const text = orMissing(await placeSvg(params.place));
	return new Response(text, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
};
