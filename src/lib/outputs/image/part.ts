import { layoutChart, type ChartContext, type ChartLayout } from '../../charts/index.ts';
import { fieldByName } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import type { Remark } from './words.ts';

/** What is drawn of a chart, and the words that say how much of it is left to the table. */
export interface Part {
	layout: ChartLayout;
	left: Remark[];
}

/** Whether a chart has rows that can be left out. */
export function hasRows({ kind }: ChartLayout): boolean {
	return kind === 'bar' || kind === 'dot';
}

/**
 * Some panels and rows of a chart: the first panels, or the last ones where time runs over them; the
 * largest rows, so that the group that the headline names is among those that stay. Places are not ranked: the first
 * ones stay.
 * @param limit rows of a panel; null for all
 */
export function partOf(
	context: ChartContext,
	layout: ChartLayout,
	panels: number,
	limit: number | null
): Part {
	const hidden = panelsLeft(layout.panels.length - panels);
	if (limit === null || !hasRows(layout)) {
		return {
			layout: somePanels(context, layout, panels),
			left: [...rowsLeft(layout.facts.left), ...hidden]
		};
	}
	const ranked = !hasPlaceRows(context);
	const order = ranked ? 'value' : 'source';
	const cut = layoutChart({ ...context, spec: { ...context.spec, order, limit } });
	const said = ranked ? largestShown(cut.facts.left) : rowsLeft(cut.facts.left);
	return {
		layout: somePanels(context, cut, panels),
		left: [...said, ...hidden]
	};
}

/** Whether the rows are places, which are never put in the order of their figures. */
export function hasPlaceRows({ resource, spec }: ChartContext): boolean {
	return fieldByName(resource, spec.x)?.role === 'place';
}

function somePanels({ resource, spec }: ChartContext, layout: ChartLayout, count: number): ChartLayout {
	const all = layout.panels.length;
	if (count >= all) return layout;
	const newest = fieldByName(resource, spec.facet ?? '')?.role === 'time';
	const from = newest ? all - count : 0;
	return {
		...layout,
		panels: layout.panels.slice(from, from + count),
		data: layout.data.filter(({ panel }) => panel >= from && panel < from + count)
	};
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
