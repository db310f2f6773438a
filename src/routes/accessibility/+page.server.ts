import { localized, webAddress } from '$lib/package/index.ts';
import { loadPackage } from '$lib/server/package.ts';
import { prose } from '$lib/server/prose.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { package: pkg } = await loadPackage();
	return {
		html: prose('accessibility'),
		publisher: localized(pkg.publisher),
		homepage: webAddress(pkg.homepage)
	};
};
