import { fieldsByRole, valueField } from '../labels.ts';
import type { Row, Table } from '../types.ts';
import { isHidden, isNewlyHidden, keyOf } from './figures.ts';

/** Where earlier values must not be told. */
export interface Silence {
	isSilent(row: Row): boolean;
}

/** Whether a figure of a table was published and is withheld now. */
export function hidesFigures(before: Table, after: Table): boolean {
	const names = after.resource.schema.primaryKey ?? [];
	const old = new Map(before.rows.map((row) => [keyOf(row, names), row]));
	return after.rows.some((row) => isNewlyHidden(after.resource, old.get(keyOf(row, names)), row));
}

/**
 * Where a figure is withheld, an earlier total beside the other earlier figures of its period would tell it. So in a
 * period of a table in which a figure is withheld, in either version, or from which a row is gone, no earlier value is
 * told; in a table without periods, nowhere.
 * @param names fields that tell the rows apart
 * @param all no earlier value is told at all
 */
export function silenceOf(before: Table, after: Table, names: readonly string[], all: boolean): Silence {
	if (!valueField(after.resource)) return { isSilent: () => all };
	const times = fieldsByRole(after.resource, 'time').map(({ name }) => name);
	const periodOf = (row: Row) => keyOf(row, times);
	const now = new Set(after.rows.map((row) => keyOf(row, names)));
	const gone = before.rows.filter((row) => !now.has(keyOf(row, names)));
	const hidden = [...before.rows, ...after.rows].filter((row) => isHidden(row));
	const silent = new Set([...gone, ...hidden].map(periodOf));
	return { isSilent: (row) => all || silent.has(periodOf(row)) };
}
