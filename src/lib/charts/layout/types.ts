import type { CubeRow } from '../../cube/types.ts';
import type { MarkKind } from '../types.ts';
import type { MapKeyFacts, MapRefused, PanelMap } from './mapTypes.ts';

/** Across: a fraction of the plot's width, 0 to 1. Down: px from the panel's top. */
export interface Box {
	x0: number;
	x1: number;
	y0: number;
	y1: number;
}

/** The panel widths at which a mark is shown: narrow is below 30rem, wide from there on, broad from 40rem. */
export type Width = 'all' | 'narrow' | 'wide' | 'broad';

/** A colour slot of the tokens. */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6;

export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'down' | 'cross';

/** A horizontal line of the value scale with its figure in the left padding. */
export interface GridMark {
	y: number;
	label: string;
	zero: boolean;
}

/** A place on the horizontal axis; its label is shown at `width`, its stroke always. */
export interface TickMark {
	x: number;
	y: number;
	label: string;
	anchor: 'start' | 'middle' | 'end';
	width: Width | 'never';
}

/** `d` is in thousandths of the plot's width and px. */
export interface PathMark {
	d: string;
	hue: Hue;
	dash: string;
	/** `line`: a run of consecutive periods. `limit`: a thin curve. `area`: filled, between two limits. */
	tone: 'line' | 'limit' | 'area';
}

/** The 95 % limits of a dot, behind it: along the row or up and down. */
export interface WhiskerMark extends Box {
	hue: Hue;
	/** The upper limit lies beyond the scale: an arrow instead of a cap. */
	cut: boolean;
	/** The figure itself lies beyond the scale: an arrow alone, without a cap at the lower end. */
	beyond: boolean;
}

export interface DotMark {
	x: number;
	y: number;
	hue: Hue;
	shape: Shape;
	/** Hollow and grey: an earlier or other published figure. */
	faint: boolean;
	/** Hollow in its own colour: a figure of low reliability. */
	hollow: boolean;
	/** Drawn only while it is read: a small panel has its line alone. */
	hidden: boolean;
	datum: number;
}

export interface BarMark {
	x0: number;
	x1: number;
	y: number;
	height: number;
	hue: Hue;
	/** `withheld`: a hatch that says nothing about size. `grey`: unknown or a total. `top`: the open end of a part. */
	tone: 'plain' | 'grey' | 'withheld' | 'top';
	datum: number | null;
}

export interface TextMark {
	x: number;
	/** px beside `x`. */
	dx: number;
	/** Baseline of the first line. */
	y: number;
	anchor: 'start' | 'middle' | 'end';
	lines: string[];
	/** Follows the last line, in ink. */
	value: string;
	tone: 'ink' | 'soft' | 'hue' | 'strong';
	hue: Hue;
	width: Width;
	/** Reads upwards. */
	turned: boolean;
}

/** From a line's end to its label, where the label had to move; px right of the plot. */
export interface LeaderMark {
	y0: number;
	y1: number;
}

/** A break: a vertical rule. */
export interface RuleMark {
	x: number;
	y0: number;
	y1: number;
	width: Width;
	comparable: boolean;
}

/** A stretch of time without a figure, with a withheld one, or an event that lasted. */
export interface BandMark extends Box {
	tone: 'gap' | 'withheld' | 'event';
}

/** A thin line between dots of one row, or under them. */
export interface ThreadMark {
	x0: number;
	x1: number;
	y: number;
	strong: boolean;
}

/** One cell of the answer as it is pointed at, spoken and tabulated. */
export interface Datum {
	row: CubeRow;
	/** Index in `ChartLayout.series`; the number of series for the average of all places. */
	series: number;
	/** Place along the axis or among the rows; equal in every series and panel. */
	position: number;
	panel: number;
	box: Box;
	superseded: boolean;
}

/** A step of padding right of a plot. */
export type EndStep = 0 | 1 | 2 | 3 | 4 | 5;

export interface Panel {
	/** `''` where there is one panel only. */
	title: string;
	height: number;
	/** One of many: shorter and without words inside. */
	small: boolean;
	/** Rows of one height below an axis, in px, so that they can be set in columns; null for other panels. */
	rows: { from: number; height: number; count: number } | null;
	/**
	 * Room for the value scale's figures, and for labels at the lines' or bars' ends: steps of padding. Step 4 is
	 * a column of names, in wide panels only.
	 */
	start: 0 | 1 | 2 | 3 | 4;
	end: EndStep;
	/** The same for a narrow panel. */
	endNarrow: EndStep;
	/** From which width on the end labels stand beside the plot. */
	endsFrom: 'wide' | 'broad';
	/** Rows of break labels that a wide panel needs less than a narrow one. */
	spareRows: number;
	/** Vertical lines at zero, for horizontal marks. */
	axes: { y0: number; y1: number }[];
	grid: GridMark[];
	ticks: TickMark[];
	bands: BandMark[];
	rules: RuleMark[];
	threads: ThreadMark[];
	whiskers: WhiskerMark[];
	paths: PathMark[];
	bars: BarMark[];
	dots: DotMark[];
	leaders: LeaderMark[];
	texts: TextMark[];
	/** Only of a map: its places, whose boxes count down in fractions of the map's height. */
	map?: PanelMap;
}

/** The rows of one panel. */
export interface PanelPart {
	title: string;
	rows: CubeRow[];
	superseded: CubeRow[];
	/** The average of all places. */
	averages: CubeRow[];
}

export interface Series {
	/** The values of the series' fields, joined. */
	id: string;
	label: string;
	hue: Hue;
	dash: string;
	shape: Shape;
	/** Unknown or a published total, drawn in grey. */
	grey: boolean;
}

/** A chart in fractions and px, before any DOM. */
export interface ChartLayout {
	/** The kind that is drawn; differs from the spec's where a stack was refused. */
	kind: MarkKind;
	stackRefused: boolean;
	/** The fields that tell the series apart. */
	fields: string[];
	series: Series[];
	/** The average of all places, where it is drawn beside the series; none of the answer's rows. */
	average: Series | null;
	/** Series in the order of their last values, for the key; empty where one label says it all. */
	key: number[];
	/** Whether the lines' ends carry the labels in a wide panel. */
	endLabels: boolean;
	data: Datum[];
	panels: Panel[];
	/** Only of a map: its classes, and what it cannot show. */
	map?: MapKeyFacts;
	/** What a sentence under the plot must say. */
	facts: LayoutFacts;
}

export interface LayoutFacts {
	/** Periods inside the range without any figure; `name` is the panel, or `''` for the whole chart. */
	missing: { name: string; periods: string[] }[];
	/** Periods inside the range that the question left out. */
	leftOut: string[];
	/** Series that miss periods which others have. */
	seriesMissing: { name: string; periods: string[] }[];
	/** Columns of which only parts are published, with the names of the parts. */
	partial: { period: string; parts: string[] }[];
	/** Rows that a bar chart leaves to the table. */
	left: number;
	/** The number for whom it is known, where all rows share it. */
	denominator: number | null;
	hasSuperseded: boolean;
	/** Only where places are listed instead of mapped. */
	mapRefused?: MapRefused;
	/** Only where limits or arrows are drawn: whether there are limits, and whether something lies beyond the scale. */
	limits?: { shown: boolean; cut: boolean };
	/** Only where the chart is a grid of many small panels. */
	small?: {
		/** Figure of the line that all panels have at the same height; null where each has a scale of its own. */
		scale: string | null;
	};
	/** Only of a funnel plot. */
	funnel?: FunnelFacts;
}

/** What a funnel plot shows, for the words under it. */
export interface FunnelFacts {
	/** Rate of all shown places together, per 100,000 residents. */
	average: number;
	/** Places outside the limits of random variation alone, and outside those widened for overdispersion. */
	outside95: number;
	outside998: number;
	outsideAdjusted: number;
	/** Places that are shown. */
	shown: number;
	/** Overdispersion: 1 where the places vary as chance alone would have it. */
	phi: number;
	/** Names of the places without a rate. */
	without: string[];
}
