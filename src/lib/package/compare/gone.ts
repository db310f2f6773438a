import { comparePackages } from './index.ts';
import type { Side } from './types.ts';

/** Rows of an earlier package that a later one has no more, by table; of a table that is gone, all of them. */
export function goneRows(before: Side, after: Side): { table: string; rows: number }[] {
	return comparePackages(before, after).tables.flatMap(({ name, kind, rows, before: count }) => {
		const gone = kind === 'removed' ? count : rows.filter((row) => row.kind === 'removed').length;
		return gone > 0 ? [{ table: name, rows: gone }] : [];
	});
}
