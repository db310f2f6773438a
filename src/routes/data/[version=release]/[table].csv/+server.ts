import { keptTable, keptTables } from '$lib/server/releases/files.ts';
import { orMissing } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

/** A table as it was published in a version, byte for byte. */
export const prerender = true;

export const entries: EntryGenerator = async () =>
	(await keptTables()).map(({ version, table }) => ({ version, table }));

export const GET: RequestHandler = async ({ params }) => {
	const bytes = orMissing(await keptTable(params));
	return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
