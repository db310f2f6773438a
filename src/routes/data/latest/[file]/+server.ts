import { fileResponse } from '$lib/server/fileResponse.ts';
import { latestFiles, latestNames } from '$lib/server/releases/latest.ts';
import { orMissing } from '$lib/server/namedChart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

/** The files of the newest data, under the names that they have in each version. */
export const prerender = true;

export const entries: EntryGenerator = async () => (await latestNames()).map((file) => ({ file }));

export const GET: RequestHandler = async ({ params }) =>
	fileResponse(params.file, orMissing((await latestFiles()).get(params.file)));
