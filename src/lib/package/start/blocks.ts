import { areRowsOf, headOf, type FoundHead } from './header.ts';
import { isPeriod } from './periods.ts';
import { figureColumns, filledOf, hasFigures, rowsWithFigures, runsOf } from './rows.ts';
import type { Block, BodyRow, GridRow } from './types.ts';

const LONGEST_SECTION = 60;

const sameCells = (one: GridRow, two: GridRow) => one.cells.join('\0') === two.cells.join('\0');

/** Takes rows into a table: figures, headings within it, its header again, and notes below. */
function addRows(block: Block, rows: readonly GridRow[], isNarrow: boolean): void {
	let section: string | undefined = block.body.at(-1)?.section;
	const lastData = rows.findLastIndex((row) => hasFigures(row, isNarrow) || filledOf(row).length > 1);
	let unused: GridRow | undefined;
	const take = (row: GridRow) => {
		block.body.push(bodyRow(row, section));
		unused = undefined;
	};
	rows.forEach((row, at) => {
		const [only, ...more] = filledOf(row);
		const isSingle = more.length === 0 && !isNarrow;
		const text = row.cells[only ?? 0] ?? '';
		if (block.head.some((line) => sameCells(line, row))) block.repeated.push(row);
		else if (!isSingle) take(row);
		else if (at > lastData || only !== 0 || text.length > LONGEST_SECTION) block.below.push(row);
		else if (isPeriod(text)) take(row);
		else {
			if (unused) block.below.push(unused);
			section = text;
			unused = row;
			block.headings.push(row);
		}
	});
	if (unused) {
		block.below.push(unused);
		block.headings.pop();
	}
}

/**
 * Whether rows with a label alone are headings within the table, not rows without figures: the same labels come again
 * below another one, or the table begins with one and each has several rows.
 */
function areHeadings({ headings, body, figures }: Block): boolean {
	if (headings.length === 0) return false;
	const keys = body.map(({ cells }) => cells.filter((_, index) => !figures.includes(index)).join('\0'));
	if (new Set(keys).size < keys.length) return true;
	const rows = new Map<string | undefined, number>();
	for (const { section } of body) rows.set(section, (rows.get(section) ?? 0) + 1);
	return headings.length > 1 && !rows.has(undefined) && [...rows.values()].every((count) => count > 1);
}

/** A table whose rows with a label alone are what they are. */
function settled(block: Block): Block {
	if (areHeadings(block)) return block;
	const rows = block.body.map(({ line, cells }) => ({ line, cells }));
	const body = [...rows, ...block.headings].sort((one, two) => one.line - two.line);
	return { ...block, body, headings: [] };
}

function bodyRow({ line, cells }: GridRow, section: string | undefined): BodyRow {
	return section === undefined ? { line, cells } : { line, cells, section };
}

/** Whether a table after an empty row has the same names of columns. */
function goesOn({ head }: Block, found: FoundHead): boolean {
	const isSame = head.every((line, at) => found.head[at] !== undefined && sameCells(line, found.head[at]));
	return isSame && head.length === found.head.length;
}

/**
 * The tables of a sheet, each with the lines above and below it, and the lines that belong to none. Empty rows part
 * tables where names of columns follow; else the rows below go on with the table above.
 */
export function blocksOf(rows: readonly GridRow[]): { blocks: Block[]; rest: GridRow[] } {
	const blocks: Block[] = [];
	let waiting: GridRow[] = [];
	const isNarrow = rows.every((row) => filledOf(row).length < 2);
	const runs = runsOf(rows);
	runs.forEach((run, position) => {
		const last = blocks.at(-1);
		const isData = rowsWithFigures(run, isNarrow, last && waiting.length === 0 ? last.figures : []);
		const figures = figureColumns(run.filter((row) => hasFigures(row, isNarrow)));
		if (figures.length === 0) {
			if (last && isData.includes(true)) {
				addRows(last, run, isNarrow);
				return;
			}
			const next = runs[position + 1];
			const isNote = last !== undefined && !(next && next.length > 1 && leads(run, next));
			if (isNote) addRows(last, run, isNarrow);
			else waiting.push(...run);
			return;
		}
		const found = headOf(run, isData, figures);
		const before = waiting.at(-1);
		const isMore = found && last && waiting.length === 0 && found.above.length === 0;
		if (isMore && (goesOn(last, found) || areRowsOf(last, found.head))) {
			addRows(last, run, isNarrow);
		} else if (found) {
			const block: Block = { ...open(figures), head: found.head, above: [...waiting, ...found.above] };
			addRows(block, run.slice(found.start), isNarrow);
			blocks.push(block);
			waiting = [];
		} else if (before && filledOf(before).length > 1 && figures.every((index) => before.cells[index])) {
			const block: Block = { ...open(figures), head: [before], above: waiting.slice(0, -1) };
			addRows(block, run, isNarrow);
			blocks.push(block);
			waiting = [];
		} else if (last) {
			last.figures = [...new Set([...last.figures, ...figures])].sort((one, two) => one - two);
			addRows(last, run, isNarrow);
		} else if (position < runs.length - 1 && run.length < 3) {
			// A line or two of figures before the table, such as a sum.
			waiting.push(...run);
		} else {
			const block: Block = { ...open(figures), above: waiting };
			addRows(block, run, isNarrow);
			blocks.push(block);
			waiting = [];
		}
	});
	return { blocks: blocks.map(settled), rest: waiting };
}

/** Whether a run of words is the title or header of the run of figures after it. */
function leads(run: readonly GridRow[], next: readonly GridRow[]): boolean {
	const isData = next.map((row) => hasFigures(row, false));
	const figures = figureColumns(next.filter((_, at) => isData[at]));
	if (figures.length === 0) return false;
	const last = run.at(-1);
	const isHeader = last !== undefined && figures.every((index) => (last.cells[index] ?? '') !== '');
	return isHeader || headOf(next, isData, figures) !== undefined;
}

function open(figures: number[]): Block {
	return { above: [], head: [], body: [], headings: [], below: [], repeated: [], figures };
}
