import type { ChartView } from '../../charts/types.ts';
import type { CompactTable } from '../compact.ts';
import type { PlaceLink, PlaceWords } from '../places/types.ts';
import type { ReachFigure } from '../reach/types.ts';

/** What a brief is about. */
export interface ReportChoice {
	/** First and last year. */
	from: number;
	to: number;
	/** Codes of places; none: all of them. */
	places: string[];
}

/** The published figures of a measure, in time order. */
export interface ReportMeasure {
	label: string;
	figures: ReachFigure[];
}

/** The places that a brief can be about. */
export interface ReportPlaces {
	places: PlaceLink[];
	words: PlaceWords;
	/** The place field. */
	field: string;
}

/** What answers a choice of places: charts of several places, and the rows for any. */
export interface ReportPlaceCharts {
	/** Along time, answered for a sample; rates first. */
	views: ChartView[];
	tables: CompactTable[];
}

/** Everything of a brief for any choice. */
export interface ReportData {
	title: string;
	publisher: string;
	scope: string;
	limits: string;
	cannotSay: string[];
	version: string;
	asOf: string;
	/** Full address of the page; `''` where nobody has said where the site is published. */
	address: string;
	/** Years with a figure, oldest first; empty where no table counts by year. */
	years: number[];
	/** Whether these are fiscal years, each by the year in which it begins. */
	isFiscal: boolean;
	initial: ReportChoice;
	measures: ReportMeasure[];
	/** Charts along time that a brief can show, in the order of the package. */
	charts: ChartView[];
	places?: ReportPlaces;
}
