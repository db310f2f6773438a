import { packageJsonLd, scriptJson } from '$lib/outputs/catalogue/jsonLd.ts';
import { catalogued } from '$lib/server/catalogued.ts';
import { rootAddress } from '$lib/server/site.ts';
import { citedSources } from '$lib/server/sources.ts';
import { catalogue } from '$lib/server/tables.ts';
import { dataVersions } from '$lib/server/releases/versions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	return {
		catalogue: await catalogue(),
		sources: await citedSources(),
		versions: await dataVersions(),
		latest: `${rootAddress()}/data/latest/`,
		jsonLd: scriptJson(packageJsonLd(await catalogued()))
	};
};
