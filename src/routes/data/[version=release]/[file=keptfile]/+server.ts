import { fileResponse } from '$lib/server/fileResponse.ts';
import { filesOfVersion, keptFiles } from '$lib/server/releases/files.ts';
import { orMissing } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

/** Checksums, changed cells and shapes of a version, in the main language alone: they are the same in all. */
export const prerender = true;

export const entries: EntryGenerator = async () =>
	(await keptFiles()).map(({ version, file }) => ({ version, file }));

export const GET: RequestHandler = async ({ params: { version, file } }) =>
	fileResponse(file, orMissing(orMissing(await filesOfVersion(version)).get(file)));
