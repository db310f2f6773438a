import { placeChartPart, withPart } from '$lib/ui/islands/parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) =>
	withPart(
		placeChartPart,
		data,
		data.charts.flatMap(({ view }) => view ?? [])
	);
