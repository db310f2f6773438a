import { fileResponse } from '$lib/server/fileResponse.ts';
import { publishedDescriptor } from '$lib/server/releases/latest.ts';
import type { RequestHandler } from './$types';

/** The descriptor in the form of the standard, with the size and checksum of each file. */
export const prerender = true;

export const GET: RequestHandler = async () => fileResponse('datapackage.json', await publishedDescriptor());
