import { isNumber, isStandIn } from './figures.ts';
import { isPeriod } from './periods.ts';
import type { Block, BodyRow, GridRow } from './types.ts';

const MOST_HEAD = 3;
const LONGEST_SECTION = 60;

const filledOf = ({ cells }: GridRow) => cells.flatMap((cell, index) => (cell === '' ? [] : [index]));
const isFigure = (cell: string) => isNumber(cell) && !isPeriod(cell);

/** Runs of rows that no empty row parts. */
function runsOf(rows: readonly GridRow[]): GridRow[][] {
	const runs: GridRow[][] = [];
	let open: GridRow[] | undefined;
	for (const row of rows) {
		if (row.cells.every((cell) => cell === '')) {
			open = undefined;
			continue;
		}
		if (!open) runs.push((open = []));
		open.push(row);
	}
	return runs;
}

/** Whether periods follow each other by one, as in a header: 2019, 2020, 2021. */
function areConsecutive(cells: readonly string[]): boolean {
	const years = cells.map((cell) => Number(/\d{4}/.exec(cell)?.[0]));
	const [first = 0, second = 0] = years;
	const step = second - first;
	return years.length > 1 && Math.abs(step) === 1 && years.every((year, at) => year === first + at * step);
}

/** Whether a row has figures: numbers that are no periods, or signs in place of them beside a label. */
function hasFigures(row: GridRow, isNarrow: boolean): boolean {
	const filled = filledOf(row);
	if (filled.length < 2 && !isNarrow) return false;
	const cells = filled.map((index) => row.cells[index] ?? '');
	if (cells.some(isFigure)) return true;
	const [first = '', ...others] = cells;
	if (others.length === 0) return false;
	if (others.every((cell) => isStandIn(cell) && !isPeriod(cell) && !/^\p{L}$/u.test(cell))) return true;
	// 2008 and then 1999 calls: numbers that could be years as well.
	return isPeriod(first) && others.every(isNumber) && !areConsecutive(cells);
}

/** Columns in which rows have numbers, those of periods at the left aside. */
function figureColumns(rows: readonly GridRow[]): number[] {
	const columns = new Set<number>();
	for (const row of rows) {
		const filled = filledOf(row);
		const sure = filled.filter((index) => isFigure(row.cells[index] ?? ''));
		const maybe = filled.slice(1).filter((index) => isNumber(row.cells[index] ?? ''));
		for (const index of sure.length > 0 ? sure : maybe) columns.add(index);
	}
	return [...columns].sort((one, two) => one - two);
}

/** A row of years over figures whose own first cell is a label is a figure row where names stand above it already. */
function isHidden(row: GridRow, above: GridRow | undefined, columns: readonly number[]): boolean {
	if (!above || (row.cells[0] ?? '') === '') return false;
	const figures = columns.filter((index) => (row.cells[index] ?? '') !== '');
	return (
		figures.length > 0 &&
		figures.every((index) => isPeriod(row.cells[index] ?? '') && (above.cells[index] ?? '') !== '')
	);
}

interface Found {
	head: GridRow[];
	above: GridRow[];
	/** Where the rows below the header begin. */
	start: number;
}

/** The lines of a run that name its columns: those right above the first row of figures. */
function headOf(
	run: readonly GridRow[],
	isData: readonly boolean[],
	columns: readonly number[]
): Found | undefined {
	const names = (row: GridRow) =>
		columns.some((index) => (row.cells[index] ?? '') !== '') && filledOf(row).some((index) => index > 0);
	const isNaming = (at: number) => {
		const row = run[at];
		return row !== undefined && isData[at] !== true && names(row);
	};
	const isSingle = (row: GridRow) => filledOf(row).length === 1 && (row.cells[0] ?? '') !== '';
	for (let first = 1; first < run.length; first++) {
		if (isData[first] !== true) continue;
		let end = first;
		// Headings within the table may stand between its header and its first figures.
		while (end > 0 && isData[end - 1] !== true && isSingle(run[end - 1] as GridRow) && !isNaming(end - 1))
			end--;
		const row = run[end - 1];
		if (!row || !isNaming(end - 1)) continue;
		if (isHidden(row, isNaming(end - 2) ? run[end - 2] : undefined, columns)) end--;
		let begin = end - 1;
		while (begin > 0 && end - begin < MOST_HEAD && isNaming(begin - 1)) begin--;
		return { head: run.slice(begin, end), above: run.slice(0, begin), start: end };
	}
	return undefined;
}

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

/** Whether a table after an empty row has the same names of columns and no title of its own. */
function goesOn({ head }: Block, found: Found): boolean {
	const isSame = head.every((line, at) => found.head[at] !== undefined && sameCells(line, found.head[at]));
	return isSame && found.above.length === 0 && head.length === found.head.length;
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
		const isData = run.map((row) => hasFigures(row, isNarrow));
		const figures = figureColumns(run.filter((_, at) => isData[at]));
		const last = blocks.at(-1);
		if (figures.length === 0) {
			const next = runs[position + 1];
			const isNote = last !== undefined && !(next && next.length > 1 && leads(run, next));
			if (isNote) addRows(last, run, isNarrow);
			else waiting.push(...run);
			return;
		}
		const found = headOf(run, isData, figures);
		const before = waiting.at(-1);
		if (found && last && waiting.length === 0 && goesOn(last, found)) {
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
