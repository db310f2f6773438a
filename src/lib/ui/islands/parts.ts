import { withPlaceKit } from '../placeKit.ts';
import type { ChartView } from '../../charts/types.ts';
import { islandPart } from './part.ts';
import { hasTakenOver } from './takenOver.ts';

/** A chart with its links. */
export const chartPart = islandPart(
	() => import('../ChartCard.svelte'),
	import.meta.env.SSR ? (await import('../ChartCard.svelte')).default : undefined
);

/** A chart alone. */
export const shownChartPart = islandPart(
	() => import('../ShownChart.svelte'),
	import.meta.env.SSR ? (await import('../ShownChart.svelte')).default : undefined
);

/** A chart of one place. */
export const placeChartPart = islandPart(
	() => import('../places/PlaceChart.svelte'),
	import.meta.env.SSR ? (await import('../places/PlaceChart.svelte')).default : undefined
);

/** The paper of a brief. */
export const paperPart = islandPart(
	() => import('../report/ReportPaper.svelte'),
	import.meta.env.SSR ? (await import('../report/ReportPaper.svelte')).default : undefined
);

/** The data of a page once its charts can be drawn; the first page stands drawn in its document. */
export async function withPart<Data>(
	part: { beforePage: () => Promise<void> },
	data: Data,
	views: ChartView[]
): Promise<Data> {
	await part.beforePage();
	return hasTakenOver() ? withPlaceKit(data, views) : data;
}
