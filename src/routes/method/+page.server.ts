import { statusWords } from '$lib/charts/words/values.ts';
import { isStatus, MARKERS, packageTerms } from '$lib/package/index.ts';
import { loadPackage } from '$lib/server/package.ts';
import { prose } from '$lib/server/prose.ts';
import { revisions } from '$lib/server/revisions.ts';
import { smallCounts } from '$lib/server/smallCounts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { package: pkg } = await loadPackage();
	return {
		html: prose('method'),
		definitions: packageTerms(pkg)
			.slice(0, pkg.definitions?.length ?? 0)
			.map(({ id, term, text, counted }) => ({ id, term, text, counted })),
		cannotSay: pkg.cannotSay ?? [],
		hasRevisions: (await revisions()) !== undefined,
		markers: Object.keys(MARKERS)
			.filter(isStatus)
			.flatMap((marker) => (marker ? [{ marker, words: statusWords(marker) }] : [])),
		smallCounts: smallCounts(pkg),
		breaks: [...(pkg.breaks ?? []), ...pkg.resources.flatMap((resource) => resource.breaks ?? [])]
	};
};
