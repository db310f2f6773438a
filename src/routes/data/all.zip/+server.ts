import { fileResponse } from '$lib/server/fileResponse.ts';
import { wholeArchive } from '$lib/server/releases/latest.ts';
import type { RequestHandler } from './$types';

/** Everything in one archive. */
export const prerender = true;

export const GET: RequestHandler = async () => fileResponse('all.zip', await wholeArchive());
