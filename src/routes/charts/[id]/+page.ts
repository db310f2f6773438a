import { panelPart } from '$lib/embed/use/panelPart.ts';
import { chartPart, withPart } from '$lib/ui/islands/parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	await panelPart.beforePage();
	return withPart(chartPart, data, data.charts.views);
};
