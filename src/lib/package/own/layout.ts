import { readValue } from './values.ts';
import { rowsOf } from './rows.ts';
import type { Corrections, Delimiter, Layout } from './types.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
const MOST_ABOVE = 30;

/** What one delimiter makes of the sample. */
interface Trial {
	delimiter: Delimiter;
	rows: { cells: string[]; line: number }[];
	/** Cells that most rows have. */
	width: number;
	/** Share of rows that have them. */
	share: number;
}

/** Lines at the very top that are notes: `# ` as this site writes them, and a spreadsheet's `sep=;`. */
function noteLines(text: string): { count: number; told?: Delimiter } {
	let count = 0;
	let told: Delimiter | undefined;
	for (const line of text.split(/\r\n?|\n/, MOST_ABOVE * 10)) {
		const sep = count === 0 ? /^"?sep=(.)"?$/i.exec(line)?.[1] : undefined;
		if (sep === undefined && line !== '#' && !line.startsWith('# ')) break;
		told ??= DELIMITERS.find((each) => each === sep);
		count++;
	}
	return told === undefined ? { count } : { count, told };
}

function tryOut(text: string, delimiter: Delimiter, skip: number): Trial {
	const rows = rowsOf(text, delimiter, skip).filter(({ cells }) => cells.length > 1 || cells[0] !== '');
	const widths = new Map<number, number>();
	for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
	const [width, count] = [...widths].reduce((best, each) => (each[1] > best[1] ? each : best), [1, 0]);
	return { delimiter, rows, width, share: rows.length ? count / rows.length : 0 };
}

/** The delimiter that cuts most rows into the same number of cells, more cells first where that is alike. */
function best(trials: Trial[]): Trial | undefined {
	const score = ({ width, share }: Trial) => (width > 1 ? share * share + Math.min(width, 50) / 500 : 0);
	return trials.reduce<Trial | undefined>(
		(chosen, each) => (chosen === undefined || score(each) > score(chosen) ? each : chosen),
		undefined
	);
}

const isYear = (text: string) => readValue('year', text) !== undefined;
const isFigure = (text: string) =>
	readValue('decimal', text) !== undefined || readValue('date', text) !== undefined;

/** Whether the first row names the columns: names are unlike each other, and no figures but years. */
function isHeader(first: string[], below: string[][]): boolean {
	const names = first.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '');
	if (names.length === 0 || new Set(names).size < names.length) return false;
	const figures = first.filter((cell) => isFigure(cell.trim()));
	if (figures.length === 0) {
		// Were it a row of figures like those below, it would have one where they have.
		return true;
	}
	const hasWords = figures.length < names.length;
	const areYears = figures.every((cell) => isYear(cell.trim()));
	const alikeBelow = below.some((row) => figures.every((cell) => row.includes(cell)));
	return hasWords && areYears && figures.length > 1 && !alikeBelow;
}

/**
 * How a text file is laid out, by its beginning: the notes above the table, the delimiter and the header.
 * @param text whole lines from the start of the file
 * @param said what the reader says instead
 */
export function layoutOf(text: string, said: Corrections = {}): Layout {
	const notes = noteLines(text);
	const told = said.delimiter ?? notes.told;
	const trials = (told ? [told] : DELIMITERS).map((each) => tryOut(text, each, notes.count));
	const trial = best(trials) ?? tryOut(text, ',', notes.count);
	const { rows, delimiter } = trial;
	const width = trial.width;
	const at = rows.findIndex(({ cells }) => cells.length === width);
	const isTitled = width > 1 && trial.share >= 0.6 && at > 0 && at <= MOST_ABOVE;
	// A title has fewer cells than the rows; a longer row above them is a fault of the header.
	const titles =
		isTitled && rows.slice(0, at).every(({ cells }) => cells.filter(Boolean).length < width / 2 + 1);
	const start = titles ? at : 0;
	const [first, ...below] = rows.slice(start).map(({ cells }) => cells);
	const skip = (rows[start]?.line ?? notes.count + 1) - 1;
	const header = said.header ?? isHeader(first ?? [], below);
	return { delimiter, header, skip, width: header ? (first?.length ?? width) : width };
}
