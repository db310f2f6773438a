import type { Delimiter, Encoding, PersonalFinding } from '../own/types.ts';
import type { Fault, Role } from '../types.ts';

/** A file as the hotline chose it. */
export interface StartFile {
	/** Its name, without folders. */
	name: string;
	bytes: Uint8Array;
}

/** Why something of a file is not in the package. */
export type LeftOutWhy =
	| 'above'
	| 'below'
	| 'broken-row'
	| 'repeated-header'
	| 'no-figure'
	| 'total-over-time'
	| 'total-of-what'
	| 'beside-periods'
	| 'share'
	| 'decimals'
	| 'personal'
	| 'free-text'
	| 'records'
	| 'no-time'
	| 'unread-figure'
	| 'range'
	| 'mark'
	| 'marked-out'
	| 'not-read';

/** Something of a file that is not in the package; only figures, signs and periods are repeated, for texts may tell of a person. */
export interface LeftOut {
	file: string;
	/** The line of the file. */
	row?: number;
	/** The column as the file names it. */
	column?: string;
	value?: string;
	why: LeftOutWhy;
	/** Cells that are meant, where their values are not repeated. */
	cells?: number;
}

/** A row of a file: its cells without outer spaces, and the line on which it starts. */
export interface GridRow {
	line: number;
	cells: string[];
}

/** A text file as rows of cells. */
export interface Grid {
	file: string;
	encoding: Encoding;
	delimiter: Delimiter;
	rows: GridRow[];
	/** Rows whose quotes are broken. */
	broken: LeftOut[];
}

/** A table within a sheet. */
export interface Block {
	/** Lines that stand above the table as a title or a note. */
	above: GridRow[];
	/** The lines that name the columns; none: they have no names. */
	head: GridRow[];
	body: BodyRow[];
	/** Headings within the table. */
	headings: GridRow[];
	below: GridRow[];
	/** Rows that name the columns again. */
	repeated: GridRow[];
	/** Columns with figures, from 0. */
	figures: number[];
}

/** A row of a table, and the heading within the table under which it stands. */
export interface BodyRow extends GridRow {
	section?: string;
}

/** How much time a period is. */
export type Grain = 'year' | 'fiscal' | 'month' | 'quarter' | 'day';

/** What a figure column is about. */
export interface FigureColumn {
	index: number;
	/** Its whole name in the file. */
	name: string;
	/** The period that its header names, `2019`, and a mark after it. */
	period?: string;
	mark?: string;
	/** What its header names beside a period; `''` where that is all. */
	label: string;
}

/** A column that tells figures apart. */
export interface KeyColumn {
	index: number;
	name: string;
	role: Extract<Role, 'time' | 'place' | 'category' | 'measure' | 'unit' | 'basis'>;
	/** The grain of a time column. */
	grain?: Grain;
	/** Whether empty cells repeat the one above, as merged cells do. */
	fills: boolean;
}

/** Which sign parts the fraction of a number. */
export type NumberStyle = 'point' | 'comma';

/** A column of figures that stands for others, by what the headers say. */
export interface ColumnSums {
	/** The header of the total. */
	total: string;
	/** Sums among its parts: their header, and those of their own parts. */
	within: Record<string, string[]>;
	/** Whether the parts give the total in every row; else it is only called so. */
	isSeen: boolean;
}

/** What was found of one table. */
export interface FoundTable {
	/** Like no other of the package. */
	name: string;
	file: string;
	/** What stands above it, or its file's name in words. */
	title: string;
	/** The line of the title, where one stands above. */
	titleLine?: number;
	block: Block;
	/** The name of each column as the file has it. */
	columns: string[];
	keys: KeyColumn[];
	figures: FigureColumn[];
	/** What one of the figure columns is the total of. */
	sums?: ColumnSums;
	/** The column that its figure columns become where they are groups of one thing; its title is `''` where no file has one. */
	groups?: { name: string; title: string; role: 'category' | 'place' };
	/** The table of the same total, whose unit this one has too. */
	unitFrom?: string;
	/** Whether an earlier table has the same rows, with other figure columns. */
	isFurther?: true;
	/** Whether headings within the table tell rows apart. */
	hasSections: boolean;
	style: NumberStyle;
	/** A number that could be read in two ways, where none says which. */
	doubtful?: string;
	/** Texts in place of figures, in the order of the file. */
	placeholders: string[];
	/** A column that holds periods beside groups. */
	mixed?: string;
	/** A year that the title or the file's name gives to a table without time. */
	year?: string;
	personal: { column: string; finding: PersonalFinding }[];
	/** Whether each row may be a person or a case. */
	areRecords: boolean;
	/** Counts below the threshold that the site points out. */
	small: number;
	/** Rows of totals. */
	totals: number;
	filled: number;
	/** Columns that are not taken, with the reason. */
	out: { index: number; why: LeftOutWhy }[];
}

/** Why a file cannot be read. */
export type Unread = 'empty' | 'workbook' | 'zip' | 'other' | 'too-large' | 'no-table';

/** What was found in the files. */
export interface Findings {
	tables: FoundTable[];
	grids: Pick<Grid, 'file' | 'encoding' | 'delimiter'>[];
	unread: { file: string; why: Unread }[];
	/** What no table took up. */
	leftOut: LeftOut[];
}

/** What is asked; the words are made where they are shown. */
export type QuestionKind =
	| 'publisher'
	| 'title'
	| 'as-of'
	| 'languages'
	| 'license'
	| 'limits'
	| 'protect'
	| 'threshold'
	| 'help'
	| 'help-country'
	| 'help-name'
	| 'help-phone'
	| 'records'
	| 'table-title'
	| 'columns'
	| 'columns-seen'
	| 'unit'
	| 'unit-of'
	| 'placeholder'
	| 'numbers'
	| 'period'
	| 'year-starts'
	| 'additivity'
	| 'additivity-seen'
	| 'basis';

/** One thing that the files cannot say. */
export interface Question {
	/** The key of its answer, such as `cases.unit`. */
	id: string;
	kind: QuestionKind;
	/** The name of the table that it is about. */
	table?: string;
	/** What of the table it is about: a column, a text in place of a figure. */
	about?: string;
	form: 'text' | 'optional' | 'choice' | 'day' | 'threshold' | 'country';
	options?: readonly string[];
	/** What is taken where nobody answers; on the safe side. */
	fallback: string;
}

/** Answers by the id of their question. */
export type Answers = Record<string, string>;

/** A package that is proposed. */
export interface Proposal {
	/** The bytes of each file by its path. */
	files: Map<string, Uint8Array>;
	leftOut: LeftOut[];
	/** Figures that stand twice in the files, by the lines of the files. */
	twice: Fault[];
	/** Titles of tables that give other figures for the same things, so that each was given a scope of its own. */
	apart: string[];
	/** The tables of figures as they are written. */
	tables: { name: string; header: string[]; rows: string[][] }[];
}
