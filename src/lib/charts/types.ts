import type { CubeAnswer, CubeQuery } from '../cube/types.ts';
import type { Resource, Text } from '../package/types.ts';

export type MarkKind = 'line' | 'bar' | 'stacked-bar' | 'dot';

/** Pages that show charts; a page without a chart is left out of the site. */
export type ChartPage = 'overview' | 'trends' | 'types' | 'people' | 'channels' | 'world';

/** One named chart: the only source of its page, table, notes, alt text and files. */
export interface ChartSpec {
	/** As `isChartId` has it; part of its address for good. */
	id: string;
	/** What is shown, without a number: "Cases by form of trafficking". */
	title: Text;
	/** The pages that show it, in the order of the list of charts. */
	pages: ChartPage[];
	/** A heading that groups neighbours on a page. */
	section?: Text;
	query: CubeQuery;
	mark: MarkKind;
	/** The time field (line, stacked-bar: a column each), or the field of the rows (bar, dot: horizontal). */
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

/** A source as a chart cites it. */
export interface SourceEntry {
	id: string;
	title: string;
	publisher: string;
	url: string;
	date: string;
}

/** A part of a chart: periods from one to another, and some of its series. */
export interface ChartPart {
	/** First and last period that is shown, compared as text: `2015`. */
	from?: string;
	to?: string;
	/** Codes of series; absent: all. */
	series?: string[];
}

/** What the frame of a chart needs besides the answer that it currently shows. */
export interface ChartView {
	spec: ChartSpec;
	/** Descriptor of the table, for labels, additivity, scope and attribution. */
	resource: Resource;
	/** The answer to `spec.query`, computed in the build. */
	answer: CubeAnswer;
	superseded?: CubeAnswer;
	/** Descriptor of the table that the superseded figures come from, for the labels of its own fields. */
	supersededResource?: Resource;
	/** Every source that a row of the table names. */
	sources: SourceEntry[];
	/** What of the answer is shown, where somebody chose a part of it. */
	part?: ChartPart;
	package: { title: Text; publisher: Text; scope: Text; limits: Text; version: string; asOf: string };
}

/** Who computed what is on screen. */
export type AnsweredBy = 'build' | 'memory' | 'duckdb';
