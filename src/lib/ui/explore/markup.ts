import type { ComponentProps } from 'svelte';
import { KEPT } from '../islands/kept.ts';
import type ExploreChart from './ExploreChart.svelte';

/** The markup of the chart, in the build; in the browser it stands in the page, and nothing is drawn. */
export const exploreChartMarkup: (props: ComponentProps<typeof ExploreChart>) => string = import.meta.env.SSR
	? (await import('./draw.ts')).drawExploreChart
	: () => KEPT;
