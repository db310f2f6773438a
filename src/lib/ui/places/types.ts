import type { ChartView } from '../../charts/types.ts';
import type { Status } from '../../package/types.ts';
import type { CompactTable } from '../compact.ts';
import type { ShownHelpLine } from '../help/types.ts';

/** A place as links name it; no other place has its name. */
export interface PlaceLink {
	code: string;
	name: string;
	/** Its part of an address. */
	slug: string;
}

/** How places are called, in words: "State", "States", "United States". */
export interface PlaceWords {
	one: string;
	many: string;
	whole: string;
}

/** A count of one place, with its rate where the residents are known. */
export interface PlaceFigure {
	place: PlaceLink;
	/** Null where it is withheld or not published. */
	count: number | null;
	/** Of the count and its rate: `[c]`, `[u]` …; null where no figure is published at all. */
	status: Status | null;
	residents: number | null;
	/** Per 100,000 residents, with its 95 % limits; null where there is none. */
	rate: number | null;
	low: number | null;
	high: number | null;
}

/** One measure of every place in one period, in alphabetical order. */
export interface PlaceFigures {
	measure: string;
	period: string;
	/** Whether each place has a figure, be it withheld, in this period. */
	isComplete: boolean;
	hasRates: boolean;
	/** How the residents were counted; `''` where the table does not say. */
	residents: string;
	rows: PlaceFigure[];
}

/** For which periods a measure has a figure for each place, and for which for some. */
export interface Coverage {
	measure: string;
	complete: string[];
	some: { period: string; count: number }[];
}

/** The newest figure of a measure for one place. */
export interface NewestFigure {
	measure: string;
	unit: string;
	period: string;
	value: number | null;
	status: Status;
	qualifier: string;
}

/** The newest rate of one place, beside the average of all. */
export interface NewestRate {
	unit: string;
	period: string;
	rate: number | null;
	low: number | null;
	high: number | null;
	status: Status;
	average: number | null;
}

/** A published figure as a line of a table. */
export interface OtherFigure {
	period: string;
	/** Measure and groups in words. */
	what: string;
	value: number | null;
	status: Status;
	qualifier: string;
	unit: string;
	source: { id: string; label: string } | undefined;
	confidence: string;
	note: string;
}

/** Figures of one table about one place. */
export interface OtherTable {
	name: string;
	title: string;
	scope: string;
	/** Its own limits; `''` where they are the package's. */
	limits: string;
	/** What its periods are called; `''` where it has none. */
	time: string;
	rows: OtherFigure[];
}

/** A chart of a place's page, or why it cannot be drawn. */
export interface PlaceChartData {
	id: string;
	title: string;
	/** Narrowed to the place; absent where nothing is published for it. */
	view?: ChartView;
	/** The choice of the place in addresses of this chart: `?place=TX`; `''` where the chart cannot be narrowed there. */
	search: string;
}

/** Everything on the page of one place. */
export interface PlacePageData {
	place: PlaceLink;
	words: PlaceWords;
	/** Places that have a page. */
	count: number;
	newest: NewestFigure[];
	rate?: NewestRate;
	charts: PlaceChartData[];
	other: OtherTable[];
	neighbours: PlaceLink[];
	helpLines: ShownHelpLine[];
	/** Title of the chart whose picture there is; absent where there is none. */
	picture?: string;
	/** Whether anything is published about it. */
	isKnown: boolean;
}

/** What comparing places needs: the standard choice as charts, and the rows that answer any other. */
export interface ComparePlaces {
	places: PlaceLink[];
	words: PlaceWords;
	/** Codes of the standard choice. */
	sample: string[];
	/** The place field. */
	field: string;
	views: ChartView[];
	tables: CompactTable[];
	figures?: PlaceFigures;
}

/** Places that can be compared at once. */
export const MOST_COMPARED = 5;
