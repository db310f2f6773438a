import { withPlaceKit } from '$lib/ui/placeKit.ts';
import { paperCode } from '$lib/ui/report/paperCode.ts';
import { hasTakenOver } from '$lib/ui/islands/takenOver.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	await paperCode.beforePage();
	return hasTakenOver() ? withPlaceKit(data, data.report.charts) : data;
};
