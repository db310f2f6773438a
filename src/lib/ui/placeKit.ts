import { loadPlaceKit } from '../charts/kit.ts';
import { needsPlaceKit } from '../charts/needsPlaceKit.ts';
import type { ChartView } from '../charts/types.ts';

/** The data of a page once the code for its charts is there; before that nothing of them can be drawn. */
export async function withPlaceKit<Data>(data: Data, views: ChartView[]): Promise<Data> {
	if (views.some(needsPlaceKit)) await loadPlaceKit();
	return data;
}
