import { localized, webAddress } from '$lib/package/index.ts';
import { homeHelp } from '$lib/server/helpLines.ts';
import { loadPackage } from '$lib/server/package.ts';
import { pressWords } from '$lib/server/press.ts';
import { prose } from '$lib/server/prose.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { package: pkg } = await loadPackage();
	const files = new Set(pkg.resources.map(({ path }) => path));
	return {
		...(await pressWords()),
		start: prose('journalists'),
		more: prose('journalists-more'),
		helpLines: await homeHelp(),
		publisher: localized(pkg.publisher),
		homepage: webAddress(pkg.homepage),
		terms: (pkg.licenses ?? []).map(({ name, title, path }) => ({
			title: localized(title ?? name),
			address: webAddress(path),
			file: path !== undefined && files.has(path) ? path : undefined
		}))
	};
};
