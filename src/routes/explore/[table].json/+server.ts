import { json } from '@sveltejs/kit';
import { explorableNames, tableBundle } from '$lib/server/explore.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => (await explorableNames()).map((table) => ({ table }));

export const GET: RequestHandler = async ({ params }) => json(await tableBundle(params.table));
