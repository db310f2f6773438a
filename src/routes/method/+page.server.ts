import { MARKERS } from '$lib/package/index.ts';
import { loadPackage } from '$lib/server/package.ts';
import { prose } from '$lib/server/prose.ts';
import { revisions } from '$lib/server/revisions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { package: pkg } = await loadPackage();
	return {
		html: prose('method'),
		definitions: pkg.definitions ?? [],
		cannotSay: pkg.cannotSay ?? [],
		hasRevisions: (await revisions()) !== undefined,
		markers: Object.entries(MARKERS).filter(([marker]) => marker !== ''),
		breaks: [...(pkg.breaks ?? []), ...pkg.resources.flatMap((resource) => resource.breaks ?? [])]
	};
};
