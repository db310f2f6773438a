import { error } from '@sveltejs/kit';
import type { ChartView } from '../charts/types.ts';
import { chartSpecs, chartView } from './charts.ts';
import { frozenChart, frozenCharts, type FrozenChart } from './releases/frozen.ts';

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

/** Every frozen address, as the entries of a route with the parameters `version` and `id`. */
export async function frozenEntries(): Promise<{ version: string; id: string }[]> {
	return (await frozenCharts()).map(({ version, id }) => ({ version: `v${version}`, id }));
}

/**
 * What the frozen address of a route answers.
 * @param version with its `v`, as it stands in the address
 * @throws the answer 404 where there never was such a chart
 */
export async function namedFrozen({ version, id }: { version: string; id: string }): Promise<FrozenChart> {
	return orMissing(await frozenChart(version.slice(1), id));
}
