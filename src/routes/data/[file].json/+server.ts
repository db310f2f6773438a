import { error } from '@sveltejs/kit';
import { loadPackage } from '$lib/server/package.ts';
import type { EntryGenerator, RequestHandler } from './$types';

/** The shapes of the package's places, under the name that its descriptor gives them. */
export const prerender = true;

const nameOf = (path: string) => path.replace(/\.json$/, '');

export const entries: EntryGenerator = async () => {
	const { package: pkg } = await loadPackage();
	return pkg.places?.geometry ? [{ file: nameOf(pkg.places.geometry.path) }] : [];
};

export const GET: RequestHandler = async ({ params }) => {
	const { package: pkg, geometry } = await loadPackage();
	if (!geometry || nameOf(pkg.places?.geometry?.path ?? '') !== params.file) error(404);
	return new Response(new Uint8Array(geometry), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
