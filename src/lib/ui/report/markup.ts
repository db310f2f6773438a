import type { ComponentProps } from 'svelte';
import { KEPT } from '../islands/kept.ts';
import type ReportPaper from './ReportPaper.svelte';

/** The markup of the standard brief, in the build; in the browser it stands in the page, and nothing is drawn. */
export const paperMarkup: (props: ComponentProps<typeof ReportPaper>) => string = import.meta.env.SSR
	? (await import('./draw.ts')).drawPaper
	: () => KEPT;
