import type { Text } from '../package/types.ts';
import type { CubeQuery } from '../cube/types.ts';

export type MarkKind = 'line' | 'bar' | 'stacked-bar' | 'dot';

/** Pages that show charts; a page without a chart is left out of the site. */
export type ChartPage = 'overview' | 'trends' | 'types' | 'people' | 'channels' | 'world';

/** One named chart: the only source of its page, table, notes, alt text and files. */
export interface ChartSpec {
	/** Lower-case words and hyphens; part of its address for good. */
	id: string;
	/** What is shown, without a number: "Cases by form of trafficking". */
	title: Text;
	/** The pages that show it, in the order of the list of charts. */
	pages: ChartPage[];
	/** A heading that groups neighbours on a page. */
	section?: Text;
	query: CubeQuery;
	mark: MarkKind;
	/** Field on the x axis (line, stacked-bar, dot) or of the bars' labels (bar). */
	x: string;
	/** Fields that make a series, such as `['measure', 'basis']`. */
	series?: string[];
	/** Field of small multiples. */
	facet?: string;
	/** Fields that a reader may filter. */
	filters?: string[];
	/** Earlier or other published values, drawn as faint marks. */
	superseded?: CubeQuery;
	/** `source`: as the categories are listed; `value`: largest first. */
	order?: 'source' | 'value';
	/** Bars at most, the rest stands in the table; absent: all. */
	limit?: number;
	notes?: Text[];
}
