import { chartPageData, viewsOf } from '$lib/server/pages.ts';
import { reachView } from '$lib/server/reach.ts';
import { confidenceLetters } from '$lib/ui/reach/letters.ts';
import { pageWords } from '$lib/ui/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const groups = await reachView();
	return {
		words: pageWords('reach'),
		groups,
		letters: confidenceLetters(groups),
		charts: await chartPageData(await viewsOf('reach'))
	};
};
