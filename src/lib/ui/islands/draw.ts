import type { ComponentProps } from 'svelte';
import ChartCard from '../ChartCard.svelte';
import { drawIsland } from './drawIsland.ts';

/** The markup of a chart with its links; `name` is like that of no other of its page. */
export function drawChartCard(props: ComponentProps<typeof ChartCard>, name: string): string {
	return drawIsland(ChartCard, props, name);
}
