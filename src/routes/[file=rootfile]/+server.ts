import { rootFiles } from '$lib/server/catalogued.ts';
import { orMissing } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

/** Files that catalogues and reference managers look for at the address of a site. */
export const prerender = true;

export const entries: EntryGenerator = async () => [...(await rootFiles()).keys()].map((file) => ({ file }));

export const GET: RequestHandler = async ({ params }) => {
	const { text, type } = orMissing((await rootFiles()).get(params.file));
	return new Response(text, { headers: { 'content-type': type } });
};
