import type { ComponentProps } from 'svelte';
import { drawIsland } from '../islands/drawIsland.ts';
import ExploreChart from './ExploreChart.svelte';

/** The markup of the chart. */
export function drawExploreChart(props: ComponentProps<typeof ExploreChart>): string {
	return drawIsland(ExploreChart, props, 'explore');
}
