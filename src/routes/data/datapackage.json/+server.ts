import { loadPackage } from '$lib/server/package.ts';
import type { DataPackage } from '$lib/package/types.ts';
import type { RequestHandler } from './$types';

/** The descriptor as it stands, with the size of each file, by which a cut-off download is noticed. */
export const prerender = true;

export const GET: RequestHandler = async () => {
	const { descriptor, files } = await loadPackage();
	const pkg = JSON.parse(new TextDecoder().decode(descriptor)) as DataPackage;
	const resources = pkg.resources.map((resource) => ({ ...resource, bytes: files[resource.name]?.byteLength }));
	return new Response(`${JSON.stringify({ ...pkg, resources }, null, '\t')}\n`, {
		headers: { 'content-type': 'application/json; charset=utf-8' }
	});
};
