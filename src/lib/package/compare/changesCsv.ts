import Papa from 'papaparse';
import type { Difference } from './types.ts';

const COLUMNS = ['table', 'change', 'key', 'field', 'before', 'after'];

/** A key as it is written in the file: `year=2018 measure=cases`. */
function keyText(key: Record<string, string>): string {
	return Object.entries(key)
		.map(([name, value]) => `${name}=${value}`)
		.join(' ');
}

/**
 * What changed between two versions as CSV, one changed cell a row; a row that was added has a row a cell, of one that
 * was removed only the key. `before` is empty where the earlier value must not be told, or was empty.
 */
export function changesCsv({ tables }: Difference): string {
	const rows = tables.flatMap(({ name, kind, rows: changes }) => {
		if (kind !== 'changed') return [[name, `table ${kind}`, '', '', '', '']];
		return changes.flatMap(({ kind: change, key, cells, hidden }) => {
			const of = (field: string, before = '', after = '') => [
				name,
				hidden ? 'withheld' : change,
				keyText(key),
				field,
				before,
				after
			];
			return cells.length ? cells.map((cell) => of(cell.field, cell.before, cell.after)) : [of('')];
		});
	});
	return Papa.unparse([COLUMNS, ...rows], { newline: '\n', escapeFormulae: true }) + '\n';
}
