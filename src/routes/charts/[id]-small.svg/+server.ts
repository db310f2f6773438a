import { error } from '@sveltejs/kit';
import { chartSpecs } from '$lib/server/charts.ts';
import { chartSvg } from '$lib/server/picture/chartPicture.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => (await chartSpecs()).map(({ id }) => ({ id }));

export const GET: RequestHandler = async ({ params }) => {
	const svg = await chartSvg(params.id, 'small');
	if (svg === undefined) error(404);
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
};
