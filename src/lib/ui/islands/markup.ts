import type { ComponentProps } from 'svelte';
import type ChartCard from '../ChartCard.svelte';
import { KEPT } from './kept.ts';

/** The markup of a chart with its links, in the build; in the browser it stands in the page, and nothing is drawn. */
export const chartCardMarkup: (props: ComponentProps<typeof ChartCard>, name: string) => string = import.meta
	.env.SSR
	? (await import('./draw.ts')).drawChartCard
	: () => KEPT;
