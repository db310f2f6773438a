import type { ComponentProps } from 'svelte';
import { drawIsland } from '../islands/drawIsland.ts';
import ReportPaper from './ReportPaper.svelte';

/** The markup of a brief. */
export function drawPaper(props: ComponentProps<typeof ReportPaper>): string {
	return drawIsland(ReportPaper, props, 'paper');
}
