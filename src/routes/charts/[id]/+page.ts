import { panelCode } from '$lib/embed/use/panelCode.ts';
import { withChartCode } from '$lib/ui/islands/chartCode.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	await panelCode.beforePage();
	return withChartCode(data, data.charts.views);
};
