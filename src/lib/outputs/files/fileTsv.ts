import type { Cell } from '../../package/types.ts';
import { formulaSafe } from '../csv.ts';
import { oneLine } from './plainCells.ts';
import type { FileTable } from './types.ts';

function tsvCell(cell: Cell): string {
	if (typeof cell === 'number') return String(cell);
	const text = formulaSafe(oneLine(cell));
	// A cell that begins with a double quote would swallow what follows, up to the next one.
	return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table to paste into a spreadsheet: tabs between cells, the caveats below, no text that would be a formula. */
export function fileTsv({ title, caveats, columns, rows }: FileTable): string {
	const lines = [columns.map(({ name }) => name), ...rows].map((cells) => cells.map(tsvCell).join('\t'));
	return [...lines, '', ...[title, ...caveats].map(tsvCell), ''].join('\n');
}
