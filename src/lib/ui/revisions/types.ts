import type { SourceEntry } from '../../charts/types.ts';
import type { VersionStanding } from '../../package/types.ts';

/** One published version of a figure. */
export interface FigureVersion {
	/** Null where the version says only that there is no figure; `marker` says why. */
	value: number | null;
	marker: string;
	/** A year, a month or a day; `''` where it is not known. */
	published: string;
	standing: VersionStanding;
	/** The package's own words for it. */
	standingLabel: string;
	/** How far it is from the version that its line is compared with; `share` is null where that is zero. */
	difference?: { count: number; share: number | null };
	source?: SourceEntry;
	/** Who quoted it, as a source of the package or in words; `''` where its own source was read. */
	quotedBy: SourceEntry | string;
	reason: string;
}

/** The versions of a figure on one basis and in one unit: only they are compared with each other. */
export interface VersionLine {
	/** `Hotline`; `''` where the table has no basis. */
	basis: string;
	/** `cases`; `''` where the table has no unit. */
	unit: string;
	/** By date of publication, undated ones last. */
	versions: FigureVersion[];
	/** Index of the version that the others are compared with: the one in use, else the newest on this basis. */
	reference: number | null;
}

/** A figure, such as cases in 2018, with all its published versions. */
export interface RevisedFigure {
	/** Its name in the address of the page; `''` where another figure has it. */
	id: string;
	/** Code of the measure, `''` where the table has none. */
	measure: string;
	/** `Cases, 2018` or `Cases, 2018: Sex trafficking`. */
	title: string;
	lines: VersionLine[];
	/** Whether a version was replaced, quoted, doubtful or undated, or a basis has several: the rest is a table. */
	changed: boolean;
}

/** How published figures changed. */
export interface Revisions {
	/** Name of the table of versions. */
	table: string;
	/** What the codes of standing mean, in the order of the table's descriptor. */
	standings: { standing: VersionStanding; label: string; description: string }[];
	/** In the order in which the package lists them. */
	measures: { code: string; label: string }[];
	/** By measure and time. */
	figures: RevisedFigure[];
}
