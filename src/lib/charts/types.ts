import type { CubeAnswer, CubeQuery, CubeRow } from '../cube/types.ts';
import type { CodeTerm } from '../package/terms.ts';
import type { Resource, RevisionSettings, Text } from '../package/types.ts';

export type MarkKind = 'line' | 'bar' | 'stacked-bar' | 'dot' | 'tile-map' | 'map' | 'funnel';

/**
 * Pages that show charts; a page without a chart is left out of the site. `place` is the page of each single
 * place, whose charts are narrowed to it.
 */
export type ChartPage =
	'overview' | 'trends' | 'types' | 'people' | 'channels' | 'places' | 'place' | 'reach' | 'world';

/** One named chart: the only source of its page, table, notes, alt text and files. */
export interface ChartSpec {
	/** As `isChartId` has it; part of its address for good. */
	id: string;
	/** What is shown, without a number: "Cases by form of trafficking". */
	title: Text;
	/** What a reader narrowed a chart of their own to, which its headline must name: "Labor trafficking". */
	subject?: string;
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
	/** Fields that a reader may filter; `rate` lets them choose between a rate and the count behind it. */
	filters?: string[];
	/** Draws the average of all places, weighted by residents, beside the rates of some (line). */
	average?: boolean;
	/** Lower limits of the classes of a map from the second on, fixed in advance, by measure and figure. */
	classes?: MapClasses[];
	/** Earlier or other published values, drawn as faint marks. */
	superseded?: CubeQuery;
	/** `source`: as the categories are listed; `value`: largest first. */
	order?: 'source' | 'value';
	/** Bars at most, the rest stands in the table; absent: all. */
	limit?: number;
	notes?: Text[];
}

/** The classes of a map for one measure: 2, 5, 10 make "under 2", "2 to under 5", "5 to under 10", "10 and more". */
export interface MapClasses {
	/** Absent: every measure. */
	measure?: string;
	/** Whether they are for rates or counts. */
	figure: 'rate' | 'count';
	/** Ascending; one to five. */
	limits: number[];
}

/** Where places lie, for maps. */
export interface PlaceShapes {
	/** The place field. */
	field: string;
	one: Text;
	many: Text;
	whole: Text;
	/** Every place in alphabetical order; `mark` is the short text of its tile. */
	places: { code: string; name: string; mark: string }[];
	/** Column and row of each place, from 0. */
	tiles: Record<string, [number, number]>;
	/** Whether the tiles follow geography; else they are in alphabetical order. */
	isGeographic: boolean;
	/** SVG paths by code in a box of `width` by `height`; absent where the package has no geometry. */
	shapes?: { width: number; height: number; paths: Record<string, string> };
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
	/** Only where the superseded figures are from the package's table of versions: how that names figures. */
	revisions?: RevisionSettings;
	/** Every source that a row of the table names. */
	sources: SourceEntry[];
	/** Only for maps: where the places lie. */
	shapes?: PlaceShapes;
	/** Descriptor of the table of residents, where the chart can show rates. */
	population?: Resource;
	/** How the places of the table are called, where the package says so: "State", "States", "United States". */
	places?: { one: Text; many: Text; whole: Text };
	/**
	 * Only with `spec.average`: the average rate of all places, weighted by residents, for every time (and measure) at
	 * which each place has a figure; keys without the place.
	 */
	averages?: CubeRow[];
	/** What the measures and units of the answer mean, in the words of the glossary. */
	terms?: CodeTerm[];
	/** What of the answer is shown, where somebody chose a part of it. */
	part?: ChartPart;
	package: {
		title: Text;
		publisher: Text;
		scope: Text;
		limits: Text;
		version: string;
		asOf: string;
		/** What stands above every page and embed. */
		notice?: Text;
	};
}

/** The page that tells how figures changed, as a chart links to it. */
export interface VersionsPage {
	/** Its address from where the chart stands, without a query. */
	page: string;
	/** Whether it opens in a new tab, for the page around the chart is another's. */
	newTab?: boolean;
}

/** Who computed what is on screen. */
export type AnsweredBy = 'build' | 'memory' | 'duckdb';
