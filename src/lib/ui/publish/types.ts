import type { Fault } from '../../package/types.ts';
import type { Answers, Question, StartFile, Unread } from '../../package/start/types.ts';

/** What was found in one table, in words. */
export interface FoundView {
	name: string;
	file: string;
	title: string;
	/** A sentence each; what concerns people stands first. */
	sentences: string[];
}

/** A table as it will be. */
export interface TableView {
	name: string;
	header: string[];
	/** The first rows. */
	rows: string[][];
	count: number;
}

/** Something left out, in words. */
export interface LeftView {
	file: string;
	row?: number;
	column?: string;
	value: string;
	why: string;
}

/** What reading the files gave. */
export interface ReadView {
	/** How each file was read, a sentence each. */
	files: { file: string; sentence: string }[];
	/** Files that cannot be used, and why. */
	unread: { file: string; why: string }[];
	tables: FoundView[];
	/** Answers from last time that fit, where they were among the files, and what is said of them. */
	answers?: Answers;
	answersRead?: string[];
}

/** The check of a package: the first faults and how many there are. */
export interface CheckView {
	faults: Fault[];
	count: number;
}

/** What the audit of a package says. */
export interface AuditView {
	/** Figures under control, and those of them that are withheld. */
	figures: number;
	withheld: number;
	/** What must not be published as it is. */
	faults: CheckView;
	/** The same of figures that are only reported on. */
	notes: CheckView;
	/** Whether the package says how it treats small counts. */
	isSaid: boolean;
	/** The version of an earlier release, where it is together with that one that its figures tell too much. */
	together?: string;
	/** Whether withholding figures may mend it. */
	canProtect: boolean;
}

/** What was withheld, in counts that may be known: not which figures are small, nor how many. */
export interface ProtectedView {
	method: 'optimal' | 'heuristic';
	/** How much more is withheld than any choice must, at most, as a share; absent where it is not known. */
	gap?: number;
	tables: { table: string; threshold: number; figures: number; withheld: number }[];
	/** The tables as readers will see them. */
	previews: TableView[];
	/** Why nothing can be published yet. */
	faults: CheckView;
	/** The version of an earlier release, where only together with that one they tell too much. */
	together?: string;
	/** Columns of tables whose categories stand by the size of their figures, withheld ones too. */
	telling: { path: string; column: string }[];
	/** How many rows that are public already the new tables have no more. */
	gone: { table: string; rows: number }[];
}

/** What is public already. */
export interface EarlierView {
	/** The newest version. */
	version: string;
	/** How many others it keeps. */
	others: number;
}

/** A proposed package as it stands with the answers so far. */
export interface ProposalView {
	tables: TableView[];
	/** Titles of tables that are told apart by a scope of their own. */
	apart: string[];
	left: LeftView[];
	leftCount: number;
	check: CheckView;
	/** Whether its figures look as if some had to be withheld; the audit decides. */
	isPrivate: boolean;
	/** Defaults that were taken, a sentence each. */
	defaults: string[];
}

/** What the worker is asked. */
export type PublishRequest =
	| { task: 'read'; files: StartFile[] }
	/** What is public already; no file where nothing is. */
	| { task: 'earlier'; files: StartFile[] }
	| { task: 'questions'; answers: Answers }
	| { task: 'propose'; answers: Answers }
	| { task: 'audit'; answers: Answers }
	| { task: 'protect'; answers: Answers }
	| { task: 'zip'; answers: Answers; isPrivate: boolean };

/** What the worker answers. */
export type PublishAnswer =
	| { told: 'read'; read: ReadView }
	| { told: 'earlier'; earlier?: EarlierView }
	| { told: 'package'; check: CheckView }
	| { told: 'questions'; questions: Question[] }
	| { told: 'proposal'; proposal: ProposalView }
	| { told: 'audit'; audit: AuditView }
	/** The archive is there where nothing is wrong. */
	| { told: 'protected'; view: ProtectedView; bytes?: Uint8Array<ArrayBuffer> }
	| { told: 'zip'; bytes: Uint8Array<ArrayBuffer> }
	| { told: 'failure'; reason: string };

export type { Answers, Question, StartFile, Unread };
