import type { CubeRow } from '../../cube/types.ts';
import type { Box, Width } from './types.ts';

/** A step of the ramp in the tokens: 1 is the faintest on the ground, 6 the strongest. */
export type ClassStep = 1 | 2 | 3 | 4 | 5 | 6;

/** As of other marks; `slim` is every panel that is not broad. */
export type AreaWidth = Width | 'slim';

/** A few letters on an area, with their middle at a place. */
export interface AreaText {
	/** Fractions of the map's width and height. */
	x: number;
	y: number;
	/** px below that place, to the baseline. */
	dy: number;
	text: string;
	/** The name's letters, or the figure under them. */
	kind: 'mark' | 'value';
	width: AreaWidth;
}

/** The mark of a figure of low reliability; px beside a place that is given in fractions. */
export interface AreaDot {
	x: number;
	y: number;
	dx: number;
	dy: number;
	width: AreaWidth;
}

/** One place: a tile, or a shape. */
export interface AreaMark {
	/** The place's code. */
	place: string;
	/** The tile, or all of the shape, in fractions of the map's width and height. */
	box: Box;
	/** A middle that lies inside, in the same fractions. */
	at: { x: number; y: number };
	/** The outline in the units of the map; null for a tile. */
	d: string | null;
	/** Too small to be seen as a shape: drawn as a disc around its middle. */
	tiny: boolean;
	/** `withheld`: a hatch. `unknown`: a dashed outline. */
	tone: 'class' | 'withheld' | 'unknown';
	/** Step of the ramp; null unless the tone is `class`. */
	step: ClassStep | null;
	texts: AreaText[];
	dots: AreaDot[];
	datum: number;
}

/** The map of a panel, which is as high as its width asks for. */
export interface PanelMap {
	/** Units of the outlines; their ratio is that of the map. `left` is where it begins: below 0 for a tall shape. */
	left: number;
	width: number;
	height: number;
	/** In alphabetical order of the places. */
	areas: AreaMark[];
}

/** One class of a map. */
export interface MapClass {
	step: ClassStep;
	/** Lower limit, included; null for the first class. */
	from: number | null;
	/** Upper limit, not included; null for the last class. */
	to: number | null;
	/** Places in it; null where there are several maps. */
	places: number | null;
}

/** The published rows of one panel whose place has no tile or shape. */
export interface UnplacedRows {
	/** The panel, `''` where there is one. */
	title: string;
	rows: CubeRow[];
}

/** What is said of a map: its classes, and what stands beside it. */
export interface MapKeyFacts {
	classes: MapClass[];
	/** Whether the classes were fixed in advance; else they are of what is shown. */
	isFixed: boolean;
	/** Drawn places that are withheld, unknown, and of low reliability, in all panels. */
	withheld: number;
	unknown: number;
	low: number;
	/** Whether tiles stand in alphabetical order instead of where their places lie. */
	isList: boolean;
	unplaced: UnplacedRows[];
}

/** Why places are listed instead of mapped, with the places that have a figure or a withheld one, and all. */
export interface MapRefused {
	reason: 'few' | 'no-shapes' | 'several';
	known: number;
	all: number;
}
