import { keptDescriptor, keptVersions } from '$lib/server/releases/files.ts';
import { orMissing } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

/** The descriptor of a version, byte for byte. */
export const prerender = true;

export const entries: EntryGenerator = async () => (await keptVersions()).map((version) => ({ version }));

export const GET: RequestHandler = async ({ params }) => {
	const bytes = orMissing(await keptDescriptor(params.version));
	return new Response(new Uint8Array(bytes), {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
