import { toCsv } from '../csv.ts';
import type { FileTable } from './types.ts';

/** A table as CSV with its caveats on top, safe to open in a spreadsheet. */
export function fileCsv({ title, caveats, columns, rows }: FileTable): string {
	return toCsv(
		[title, ...caveats],
		columns.map(({ name }) => name),
		rows
	);
}
