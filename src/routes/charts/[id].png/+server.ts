import { error } from '@sveltejs/kit';
import { chartSpecs } from '$lib/server/charts.ts';
import { chartPng } from '$lib/server/picture/chartPicture.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => (await chartSpecs()).map(({ id }) => ({ id }));

export const GET: RequestHandler = async ({ params }) => {
	const png = await chartPng(params.id, 'wide');
	if (png === undefined) error(404);
	return new Response(png, { headers: { 'content-type': 'image/png' } });
};
