import { shownChartPart } from '$lib/ui/islands/parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	await shownChartPart.beforePage();
	return data;
};
