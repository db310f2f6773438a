import Papa from 'papaparse';
import { LONGEST_ROW } from './limits.ts';
import type { Delimiter, OwnRule } from './types.ts';

/** What Papa's parser gives for a piece of text. */
interface Parsed {
	data: string[][];
	errors: { code: string; row?: number }[];
	meta: { cursor: number };
}

/** Takes one row: its cells, the line on which it starts, and what is wrong with its quotes. */
export type TakeRow = (cells: string[], line: number, fault?: OwnRule) => void;

/** Broken quotes after which the rest of a file is not read: each may cost reading a long piece again. */
const MOST_MENDED = 1000;

function countOf(text: string, character: string): number {
	let count = 0;
	for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++;
	return count;
}

function startOfLine(text: string, lines: number): number {
	let at = 0;
	for (let line = 0; line < lines; line++) at = text.indexOf('\n', at) + 1;
	return at;
}

/**
 * Reads rows from pieces of a text, in any cut. Line ends of any kind count as one, also within a quoted
 * cell. A broken quote costs its own line alone.
 */
export class RowStream {
	/** The lines above the table. */
	readonly above: string[] = [];
	private readonly parser: Papa.Parser;
	private pending = '';
	private line = 1;
	private mended = 0;
	private isOver = false;
	private hasOpenReturn = false;

	/** @param skip lines above the table */
	constructor(
		delimiter: Delimiter,
		private skip: number,
		private readonly take: TakeRow
	) {
		this.parser = new Papa.Parser({ delimiter, newline: '\n' });
	}

	/** Reads on; rows that are not yet whole wait for the next piece. */
	push(piece: string): void {
		if (this.isOver) return;
		let text = this.hasOpenReturn ? `\r${piece}` : piece;
		this.hasOpenReturn = text.endsWith('\r');
		if (this.hasOpenReturn) text = text.slice(0, -1);
		this.pending += text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
		this.passOver();
		if (this.skip === 0) this.read(false);
	}

	/** Reads what is left. */
	end(): void {
		if (this.hasOpenReturn || (this.pending !== '' && !this.pending.endsWith('\n'))) this.pending += '\n';
		this.hasOpenReturn = false;
		this.passOver();
		if (!this.isOver) this.read(true);
	}

	private passOver(): void {
		while (this.skip > 0) {
			const end = this.pending.indexOf('\n');
			if (end === -1) return;
			this.above.push(this.pending.slice(0, end));
			this.pending = this.pending.slice(end + 1);
			this.line++;
			this.skip--;
		}
	}

	private read(isLast: boolean): void {
		while (this.pending !== '') {
			const { data, errors, meta } = this.parser.parse(this.pending, 0, true) as Parsed;
			const broken = errors.find(({ code }) => code === 'InvalidQuotes')?.row ?? Infinity;
			const from = this.line;
			this.give(data.slice(0, broken));
			if (broken < data.length) {
				this.pending = this.pending.slice(startOfLine(this.pending, this.line - from));
				this.dropLine('quote-middle');
				continue;
			}
			this.pending = this.pending.slice(meta.cursor);
			const isStuck = isLast ? this.pending !== '' : this.pending.length > LONGEST_ROW;
			if (!isStuck) return;
			this.dropLine('quote-open');
		}
	}

	/** Gives up one line whose quotes are broken; what follows it is read as if it were not there. */
	private dropLine(rule: OwnRule): void {
		const end = this.pending.indexOf('\n');
		const dropped = end === -1 ? this.pending : this.pending.slice(0, end);
		this.mended++;
		this.isOver = this.mended > MOST_MENDED;
		this.take([dropped], this.line, this.isOver ? 'unread-rest' : rule);
		this.pending = end === -1 || this.isOver ? '' : this.pending.slice(end + 1);
		this.line++;
	}

	private give(rows: string[][]): void {
		const hasQuotes = this.pending.includes('"');
		for (const cells of rows) {
			const start = this.line;
			this.line++;
			if (hasQuotes) for (const cell of cells) this.line += countOf(cell, '\n');
			this.take(cells, start);
		}
	}
}

/** All rows of a text, with the line on which each starts. */
export function rowsOf(text: string, delimiter: Delimiter, skip = 0): { cells: string[]; line: number }[] {
	const rows: { cells: string[]; line: number }[] = [];
	const stream = new RowStream(delimiter, skip, (cells, line) => rows.push({ cells, line }));
	stream.push(text);
	stream.end();
	return rows;
}
