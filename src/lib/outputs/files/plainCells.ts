import type { Cell } from '../../package/types.ts';

/** A cell on one line: line ends and tabs in it become spaces. */
export function oneLine(cell: Cell): string {
	return cell === null ? '' : String(cell).replaceAll(/[\t\r\n\u2028\u2029]+/g, ' ');
}
