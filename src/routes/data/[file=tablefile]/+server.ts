import { fileResponse } from '$lib/server/fileResponse.ts';
import { latestFiles, tableFileNames } from '$lib/server/releases/latest.ts';
import { orMissing } from '$lib/server/namedChart.ts';
import { LANGUAGE_PATH } from '$lib/words/language.ts';
import type { EntryGenerator, RequestHandler } from './$types';

/** Parquet and CSVW beside each CSV, in the main language alone: they are the same in all. */
export const prerender = true;

export const entries: EntryGenerator = async () =>
	LANGUAGE_PATH ? [] : (await tableFileNames()).map((file) => ({ file }));

export const GET: RequestHandler = async ({ params }) =>
	fileResponse(params.file, orMissing((await latestFiles()).get(params.file)));
