import { encodingOf, kindOf, rowsOf, RowStream, type Delimiter, type Encoding } from '../own/index.ts';
import { LARGEST_EXPORT } from './limits.ts';
import type { Grid, StartFile, Unread } from './types.ts';

const SAMPLE = 262_144;
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** A cell without outer spaces and with single spaces within, however they are coded. */
export function plainCell(text: string): string {
	return text.replaceAll(/[\s\u00a0\u202f\ufeff]+/g, ' ').trim();
}

/** The letters of Windows-1252 from 0x80 on, where Latin 1 has none; some decoders of that name leave these out. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function western(bytes: Uint8Array): string {
	const text = new TextDecoder('windows-1252').decode(bytes);
	return text.replaceAll(/[\u0080-\u009f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80] ?? letter);
}

function decoded(bytes: Uint8Array): { text: string; encoding: Encoding } {
	const { encoding } = encodingOf(bytes);
	try {
		return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
	} catch {
		return { text: western(bytes), encoding: 'windows-1252' };
	}
}

/** Why bytes are no table of text, if they are none. */
function unreadable(bytes: Uint8Array): Unread | undefined {
	if (bytes.byteLength > LARGEST_EXPORT) return 'too-large';
	const kind = kindOf(bytes);
	if (kind === 'text') return undefined;
	return kind === 'empty' || kind === 'workbook' || kind === 'zip' ? kind : 'other';
}

/** Rows that a delimiter cuts into as many cells as most others, single ones aside, and how many those are. */
function agreement(text: string, delimiter: Delimiter): { rows: number; width: number } {
	const widths = new Map<number, number>();
	for (const { cells } of rowsOf(text, delimiter)) {
		if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
	}
	const [width, rows] = [...widths].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
	return { rows, width };
}

/**
 * What parts the cells: the sign that cuts most rows alike. Titles and notes are single cells where a spreadsheet does not
 * fill its rows up, so they do not count.
 */
function delimiterOf(text: string): Delimiter {
	const told = DELIMITERS.find((each) => each === /^"?sep=(.)"?\r?\n/i.exec(text)?.[1]);
	if (told) return told;
	const found = DELIMITERS.map((delimiter) => ({ delimiter, ...agreement(text, delimiter) }));
	const best = found.reduce((one, two) =>
		two.rows > one.rows || (two.rows === one.rows && two.width > one.width) ? two : one
	);
	return best.delimiter;
}

/** A file as rows of cells, or why it cannot be read. Notes above the table are rows too. */
export function readGrid({ name: file, bytes }: StartFile): { grid: Grid } | { unread: Unread } {
	const unread = unreadable(bytes);
	if (unread) return { unread };
	const { text, encoding } = decoded(bytes);
	if (text.trim() === '') return { unread: 'empty' };
	const sample = text.length > SAMPLE ? text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE) : text;
	const delimiter = delimiterOf(sample);
	const grid: Grid = { file, encoding, delimiter, rows: [], broken: [] };
	const stream = new RowStream(delimiter, 0, (cells, line, rule) => {
		if (rule) {
			grid.broken.push({ file, row: line, why: 'broken-row', cells: cells.length });
			return;
		}
		// A spreadsheet's own note on the delimiter is no cell of the sheet.
		if (line === 1 && /^sep=.?$/i.test(cells[0] ?? '')) return;
		grid.rows.push({ line, cells: cells.map(plainCell) });
	});
	stream.push(text);
	stream.end();
	return { grid };
}
