import type { ColumnChoice, Corrections, OwnFaults, OwnLook } from '../../package/own/index.ts';
import type { OwnFailureKind } from './failure.ts';

/** The reader's file as SQL loads it. */
export interface WrittenTable {
	csv: Blob;
	rows: number;
	faults: OwnFaults;
}

/** What the worker is asked; the file is handed over by reference. */
export type OwnRequest =
	| { task: 'look'; file: Blob; said: Corrections; threshold?: number }
	| { task: 'write'; file: Blob; look: OwnLook; choices: ColumnChoice[] };

/** What the worker tells. */
export type OwnMessage =
	| { told: 'progress'; read: number }
	| { told: 'look'; look: OwnLook }
	| { told: 'written'; written: WrittenTable }
	| { told: 'failure'; kind: OwnFailureKind; detail: string };
