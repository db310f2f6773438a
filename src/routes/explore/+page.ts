import { exploreChartCode } from '$lib/ui/explore/chartCode.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	await exploreChartCode.beforePage();
	return data;
};
