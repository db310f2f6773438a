import { loadPackage } from '$lib/server/package.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
	const { descriptor } = await loadPackage();
	return new Response(new Uint8Array(descriptor), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
