import { error } from '@sveltejs/kit';
import { frozenPng } from '$lib/server/frozenPicture.ts';
import { frozenChart, frozenCharts } from '$lib/server/releases.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () =>
	(await frozenCharts()).map(({ version, id }) => ({ version: `v${version}`, id }));

export const GET: RequestHandler = async ({ params }) => {
	const frozen = await frozenChart(params.version.slice(1), params.id);
	if (!frozen) error(404);
	return new Response(await frozenPng(frozen), { headers: { 'content-type': 'image/png' } });
};
