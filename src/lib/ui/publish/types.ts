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
}

/** The check of a package: the first faults and how many there are. */
export interface CheckView {
	faults: Fault[];
	count: number;
}

/** A proposed package as it stands with the answers so far. */
export interface ProposalView {
	tables: TableView[];
	left: LeftView[];
	leftCount: number;
	check: CheckView;
	isPrivate: boolean;
	/** What to do next, one step each. */
	steps: string[];
	/** Defaults that were taken, a sentence each. */
	defaults: string[];
}

/** What the worker is asked. */
export type PublishRequest =
	| { task: 'read'; files: StartFile[] }
	| { task: 'questions'; answers: Answers }
	| { task: 'propose'; answers: Answers }
	| { task: 'zip'; answers: Answers };

/** What the worker answers. */
export type PublishAnswer =
	| { told: 'read'; read: ReadView }
	| { told: 'package'; check: CheckView }
	| { told: 'questions'; questions: Question[] }
	| { told: 'proposal'; proposal: ProposalView }
	| { told: 'zip'; bytes: Uint8Array<ArrayBuffer> }
	| { told: 'failure'; reason: string };

export type { Answers, Question, StartFile, Unread };
