import { frozenPng } from '$lib/server/frozenPicture.ts';
import { frozenEntries, namedFrozen } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = frozenEntries;

export const GET: RequestHandler = async ({ params }) => {
	const frozen = await namedFrozen(params);
	return new Response(await frozenPng(frozen), { headers: { 'content-type': 'image/png' } });
};
