import { loadPlaceKit } from '../../charts/kit.ts';
import { needsPlaceKit } from '../../charts/needsPlaceKit.ts';
import type { ChartView } from '../../charts/types.ts';
import { laterCode } from './laterCode.ts';
import { hasTakenOver } from './takenOver.ts';

/** The component of a chart with its links. */
export const chartCode = laterCode(() => import('../ChartCard.svelte'));

/** Loads what drawing some charts needs. */
export async function loadChartCode(views: ChartView[]) {
	const [{ default: ChartCard }] = await Promise.all([
		chartCode.load(),
		views.some(needsPlaceKit) ? loadPlaceKit() : undefined
	]);
	return ChartCard;
}

/** The data of a page once its charts can be drawn; the first page stands drawn in its document. */
export async function withChartCode<Data>(data: Data, views: ChartView[]): Promise<Data> {
	if (hasTakenOver()) await loadChartCode(views);
	return data;
}
