import { laterCode } from '../islands/laterCode.ts';

/** The component of the chart. */
export const exploreChartCode = laterCode(() => import('./ExploreChart.svelte'));
