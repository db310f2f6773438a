import type { Panel } from './types.ts';
import { textWidth } from './text.ts';

/** px of each padding step; the style sheet has the same. */
export const START_STEPS = [0, 30, 46, 62, 150] as const;
export const END_STEPS = [14, 56, 96, 136, 176, 216] as const;

/** The step that is a column of names, in wide panels only. */
export const NAMES_START = 4;

/** px right of the plot of a small panel. */
const SMALL_END = 6;

/** Panel widths in px for which labels are placed: the narrowest, and the narrowest wide and broad ones. */
export const NARROW_PANEL = 272;
export const WIDE_PANEL = 480;
export const BROAD_PANEL = 640;

/** A panel without marks. */
export function emptyPanel(title: string): Panel {
	return {
		title,
		height: 0,
		small: false,
		rows: null,
		start: 0,
		end: 0,
		endNarrow: 0,
		endsFrom: 'wide',
		spareRows: 0,
		axes: [],
		grid: [],
		ticks: [],
		bands: [],
		rules: [],
		threads: [],
		whiskers: [],
		paths: [],
		bars: [],
		dots: [],
		leaders: [],
		texts: []
	};
}

/** The first step of padding that holds `px`, else the widest. */
export function stepFor<Step extends number>(steps: readonly number[], px: number): Step {
	const at = steps.findIndex((step) => step >= px);
	return (at < 0 ? steps.length - 1 : at) as Step;
}

/** Room for the figures of a value scale, left of the plot. */
export function startFor(labels: string[]): Panel['start'] {
	return stepFor(START_STEPS.slice(0, 4), Math.max(...labels.map((label) => textWidth(label, 12.5)), 0) + 8);
}

/** Width of the plot in px in a panel of the given width. */
export function plotWidth(panel: Panel, width: number): number {
	if (panel.small) return width - SMALL_END;
	const from = panel.endsFrom === 'broad' ? BROAD_PANEL : WIDE_PANEL;
	return width - startOf(panel, width) - END_STEPS[width < from ? panel.endNarrow : panel.end];
}

/** px left of the plot in a panel of the given width; a column of names has room in wide panels only. */
export function startOf(panel: Panel, width: number): number {
	return panel.start === NAMES_START && width < WIDE_PANEL ? 0 : START_STEPS[panel.start];
}
