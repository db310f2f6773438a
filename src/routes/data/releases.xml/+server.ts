import { fileResponse } from '$lib/server/fileResponse.ts';
import { releaseFeed } from '$lib/server/releases/feed.ts';
import type { RequestHandler } from './$types';

/** The feed of releases. */
export const prerender = true;

export const GET: RequestHandler = async () => fileResponse('releases.xml', await releaseFeed());
