import type { Cell } from '../package/types.ts';

const LINE_END = '\r\n';
/** Spreadsheets read a cell that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** A text that no spreadsheet takes for a formula: where it would, an apostrophe stands before it. */
export function formulaSafe(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}

function csvCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') {
		if (!Number.isFinite(cell)) throw new RangeError('A file cannot hold a number that is not finite.');
		return String(cell);
	}
	const text = formulaSafe(cell);
	// A bare `#` would make the row a comment to readers that skip the block above.
	return /[",\r\n#]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvRow(cells: readonly Cell[]): string {
	const row = cells.map(csvCell).join(',');
	return (row === '' ? '""' : row) + LINE_END;
}

/**
 * One line of the block on top. Tabs become spaces, for some readers split at them. Straight double quotes become curly ones, for they would open a quoted
 * cell; a part that a spreadsheet would split off as a formula gets an apostrophe.
 */
function commentLine(line: string): string {
	const plain = line
		.replaceAll('\t', ' ')
		.replaceAll(/(^|[\s(])"/g, '$1“')
		.replaceAll('"', '”');
	const safe = formulaSafe(plain).replaceAll(/([,;|]\s*)(?=[=+\-@])/g, "$1'");
	return `# ${safe}${LINE_END}`;
}

/**
 * A CSV file (RFC 4180, UTF-8 without a byte order mark, CRLF): a block of `# ` lines, the header, the
 * rows. Null is an empty cell, numbers stay numbers, and no text begins as a formula would.
 *
 * @param block lines on top: title, what is counted, limits, notes, source, version, as-of
 * @param columns names of the columns
 * @param rows as many cells each as there are columns
 * @throws RangeError for a number that is not finite, or a row of another length
 */
export function toCsv(
	block: readonly string[],
	columns: readonly string[],
	rows: readonly (readonly Cell[])[]
): string {
	const comments = block.flatMap((entry) => entry.split(/\r\n|[\r\n\u2028\u2029]/)).map(commentLine);
	for (const row of rows) {
		if (row.length !== columns.length) throw new RangeError('Each row needs a cell for every column.');
	}
	return [...comments, csvRow(columns), ...rows.map(csvRow)].join('');
}
