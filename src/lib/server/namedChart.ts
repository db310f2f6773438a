import { error } from '@sveltejs/kit';
import type { ChartView } from '../charts/types.ts';
import { chartSpecs, chartView } from './charts.ts';

/** Every named chart, as the entries of a route with the parameter `id`. */
export async function chartEntries(): Promise<{ id: string }[]> {
	return (await chartSpecs()).map(({ id }) => ({ id }));
}

/**
 * What was found.
 * @throws the answer 404 where nothing was
 */
export function orMissing<T>(found: T | undefined): T {
	return found ?? error(404);
}

/**
 * The chart of a name.
 * @throws the answer 404 where none has it
 */
export async function namedChart(id: string): Promise<ChartView> {
	return chartView(orMissing((await chartSpecs()).find((spec) => spec.id === id)));
}
