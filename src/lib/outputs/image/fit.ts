import { layoutChart } from '../../charts/layout/layoutChart.ts';
import type { ChartContext, ChartLayout } from '../../charts/index.ts';
import { fieldByName } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { ARRANGEMENTS } from './arrange.ts';
import { wordBlocks } from './head.ts';
import type { Palette } from './palette.ts';
import { plotChoices } from './plot.ts';
import { IMAGE_SIZES, SAFE_MARGIN, type Block } from './types.ts';
import type { ImageWords, Remark } from './words.ts';

/** How many px of the picture one px of the design takes: the smallest words are 12 px high in the design. */
const LARGEST: Record<'wide' | 'square', number> = { wide: 1.5, square: 1.7 };
const SMALLEST = 0.96;
/** How near to the largest scale a picture comes. */
const STEP = 0.02;
/** All notes are worth smaller words down to here; below it they are worth a little only. */
const SMALLEST_WITH_ALL = 1.08;
const NOTES_ARE_WORTH = 0.06;
/** Fewer rows than this say too little: then a panel is left out rather than more rows. */
const LEAST_ROWS = 4;

/** A picture's content and its scale. */
export interface Fitted {
	scale: number;
	block: Block;
}

/** What is drawn, and how much of it is left to the table. */
interface Part {
	layout: ChartLayout;
	left: Remark[];
}

/**
 * The largest arrangement in which everything fits the frame. A chart with more rows or panels than fit
 * keeps its largest rows or first panels, and says how many more there are.
 * @throws if not even one panel fits
 */
export function fitImage(
	context: ChartContext,
	layout: ChartLayout,
	words: ImageWords,
	form: 'wide' | 'square',
	palette: Palette
): Fitted {
	const attempt = (part: Part): Fitted | null => {
		const required = [...part.left, ...words.required];
		const all = [...required, ...words.optional];
		const fewer = words.optional.length ? [...required, { lead: '', text: m.image_notes_more() }] : required;
		const tryNotes = (notes: Remark[], smallest: number) =>
			place(part.layout, words, notes, form, palette, smallest);
		const large = tryNotes(all, SMALLEST_WITH_ALL);
		if (large) return large;
		const short = tryNotes(fewer, SMALLEST);
		return short && (tryNotes(all, Math.max(SMALLEST, short.scale - NOTES_ARE_WORTH)) ?? short);
	};
	const whole = attempt({ layout, left: rowsLeft(layout.facts.left) });
	if (whole) return whole;
	for (let panels = layout.panels.length; panels > 0; panels--) {
		const found = withRows(context, layout, panels, attempt);
		if (found) return found;
	}
	throw new Error(`No picture of ${context.spec.id} fits its frame.`);
}

/** The most rows with which some panels fit. */
function withRows(
	context: ChartContext,
	layout: ChartLayout,
	panels: number,
	attempt: (part: Part) => Fitted | null
): Fitted | null {
	const newest = fieldByName(context.resource, context.spec.facet ?? '')?.role === 'time';
	const hidden = panelsLeft(layout.panels.length - panels);
	const all = attempt({
		layout: somePanels(layout, panels, newest),
		left: [...rowsLeft(layout.facts.left), ...hidden]
	});
	if (all || (layout.kind !== 'bar' && layout.kind !== 'dot')) return all;
	// Largest first, so that the group that the headline names is among those that stay.
	const spec = { ...context.spec, order: 'value' as const };
	const rows = Math.max(...layout.data.map(({ position }) => position)) + 1;
	let best: Fitted | null = null;
	let [least, most] = [LEAST_ROWS, rows - 1];
	while (least <= most) {
		const limit = Math.floor((least + most) / 2);
		const cut = layoutChart({ ...context, spec: { ...spec, limit } });
		const found = attempt({
			layout: somePanels(cut, panels, newest),
			left: [...largestShown(cut.facts.left), ...hidden]
		});
		if (found) [best, least] = [found, limit + 1];
		else most = limit - 1;
	}
	return best;
}

/** The first panels, or the last ones where time runs over them. */
function somePanels(layout: ChartLayout, count: number, newest: boolean): ChartLayout {
	const all = layout.panels.length;
	if (count >= all) return layout;
	const from = newest ? all - count : 0;
	return {
		...layout,
		panels: layout.panels.slice(from, from + count),
		data: layout.data.filter(({ panel }) => panel >= from && panel < from + count)
	};
}

/** The largest scale from `smallest` on at which an arrangement holds everything. */
function place(
	layout: ChartLayout,
	words: ImageWords,
	notes: Remark[],
	form: 'wide' | 'square',
	palette: Palette,
	smallest: number
): Fitted | null {
	const frame = IMAGE_SIZES[form];
	const blocks = wordBlocks(words, notes, palette);
	const at = (scale: number): Fitted | null => {
		const room = {
			width: (frame.width - 2 * SAFE_MARGIN) / scale,
			height: (frame.height - 2 * SAFE_MARGIN) / scale
		};
		const plots = (width: number) => plotChoices(layout, width, palette);
		for (const arrangement of ARRANGEMENTS[form]) {
			const block = arrangement(room, blocks, plots, palette);
			if (block) return { scale, block };
		}
		return null;
	};
	let best = at(smallest);
	if (!best) return null;
	// What fits at a scale fits at any smaller one, so the largest is found by halves.
	let [least, most] = [smallest, LARGEST[form]];
	while (most - least > STEP) {
		const scale = (least + most) / 2;
		const found = at(scale);
		if (found) [best, least] = [found, scale];
		else most = scale;
	}
	return best;
}

function rowsLeft(count: number): Remark[] {
	if (!count) return [];
	return [{ lead: '', text: count === 1 ? m.image_rows_left_one() : m.image_rows_left({ count }) }];
}

function largestShown(count: number): Remark[] {
	if (!count) return [];
	const text = count === 1 ? m.image_largest_shown_one() : m.image_largest_shown({ count });
	return [{ lead: '', text }];
}

function panelsLeft(count: number): Remark[] {
	if (!count) return [];
	return [{ lead: '', text: count === 1 ? m.image_panels_left_one() : m.image_panels_left({ count }) }];
}
