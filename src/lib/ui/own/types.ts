import type { OwnColumn, OwnType } from '../../package/own/index.ts';
import type { Role } from '../../package/types.ts';

export type { ColumnChoice, OwnFaults } from '../../package/own/index.ts';
export type { Role } from '../../package/types.ts';

/** A column and what the reader decided of it. */
export interface DecidedColumn {
	column: OwnColumn;
	kept: boolean;
	type: OwnType;
	role: Role;
}
