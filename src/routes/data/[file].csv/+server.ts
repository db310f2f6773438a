import { error } from '@sveltejs/kit';
import { loadPackage } from '$lib/server/package.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () =>
	Object.keys((await loadPackage()).files).map((file) => ({ file }));

export const GET: RequestHandler = async ({ params }) => {
	const bytes = (await loadPackage()).files[params.file];
	if (!bytes) error(404);
	return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
