import { group } from 'd3-array';
import { readFigure } from './figures.ts';
import { isTotal } from './labels.ts';
import type { BodyRow, FigureColumn, NumberStyle } from './types.ts';

/** A row by the columns that tell figures apart. */
export interface KeyLine {
	row: BodyRow;
	/** Its own cells. */
	own: readonly string[];
	/** The same with the texts of merged cells above. */
	filled: readonly string[];
}

interface Given {
	lines: readonly KeyLine[];
	/** Rows of totals: the column that says so, and whether merged cells at its left hold for it in any case. */
	totals: ReadonlyMap<KeyLine, { at: number; isSure: boolean }>;
	plain: readonly KeyLine[];
	/** The columns with merged cells. */
	isMerged: readonly boolean[];
	figures: readonly FigureColumn[];
	style: NumberStyle;
}

type Verdict = 'of-block' | 'of-all' | 'unclear';

/** The columns at the left of one, and the heading above, as one text. */
export const outer = ({ row, filled }: KeyLine, at: number) =>
	JSON.stringify([row.section, filled.slice(0, at)]);

/** The numbers of a column in some rows; `NaN` where a cell is none. */
export function numbersIn(lines: readonly KeyLine[], { index }: FigureColumn, style: NumberStyle): number[] {
	return lines.map(({ row }) => {
		const figure = readFigure(row.cells[index] ?? '', style);
		return figure.kind === 'number' ? Number(figure.number) : NaN;
	});
}

/** Whether the figures of some rows come to those of another one in each column. */
export function isSumOf(
	total: KeyLine,
	parts: readonly KeyLine[],
	{ figures, style }: Pick<Given, 'figures' | 'style'>
): boolean {
	return figures.every((figure) => {
		const [sum, ...numbers] = numbersIn([total, ...parts], figure, style);
		return numbers.reduce((all, each) => all + each, 0) === sum;
	});
}

/** Rows of totals with the same outer cells. */
interface Within {
	totals: readonly KeyLine[];
	/** The other rows there, by their cell in the column. */
	parts: ReadonlyMap<string, readonly KeyLine[]>;
	/** The first row of totals below each of these cells. */
	first: ReadonlyMap<string, KeyLine>;
}

const isWhole = ({ parts, first }: Within) => parts.size > 0 && first.size === parts.size;

function verdictsWithin(within: Within, at: number, isUsual: boolean, given: Given): [KeyLine, Verdict][] {
	const { totals, parts, first } = within;
	const last = [...parts.keys()].at(-1);
	// Groups of one row need no total of their own, so that they have none tells nothing.
	const isMissing = [...parts].some(([cell, lines]) => !first.has(cell) && lines.length > 1);
	return totals.map((line) => {
		const cell = line.filled[at] ?? '';
		const isSeveral = parts.size > 1;
		if (first.get(cell) !== line) return [line, 'of-all'];
		if (isWhole(within) && (isSeveral || isUsual)) return [line, 'of-block'];
		if (isSeveral && isSumOf(line, parts.get(cell) ?? [], given)) return [line, 'of-block'];
		if (cell !== last) return [line, 'unclear'];
		const isTold = isMissing || isSumOf(line, [...parts.values()].flat(), given);
		return [line, isTold ? 'of-all' : 'unclear'];
	});
}

/**
 * What rows of totals below the merged cells of one column stand for: each for the cell above it, where every one has
 * such a row or the figures of the rows below it come to it; the last row of all for all of them.
 */
function verdicts(rows: readonly KeyLine[], at: number, given: Given): Map<KeyLine, Verdict> {
	const cellOf = ({ filled }: KeyLine) => filled[at] ?? '';
	const parents = group(
		given.plain.filter((line) => !isTotal(cellOf(line))),
		(line) => outer(line, at),
		cellOf
	);
	const states = [...group(rows, (line) => outer(line, at))].map(([parent, totals]): Within => {
		const parts = parents.get(parent) ?? new Map<string, KeyLine[]>();
		const first = new Map<string, KeyLine>();
		for (const line of totals)
			if (parts.has(cellOf(line)) && !first.has(cellOf(line))) first.set(cellOf(line), line);
		return { totals, parts, first };
	});
	const several = states.filter(({ parts }) => parts.size > 1);
	const isUsual = several.length === 0 || several.some(isWhole);
	return new Map(states.flatMap((within) => verdictsWithin(within, at, isUsual, given)));
}

/**
 * Up to which column the merged cells above hold for each row of totals; it is a total over the empty ones from there on.
 * @returns no entry where that cannot be told
 */
export function totalPlaces(given: Given): Map<KeyLine, number> {
	const { totals, isMerged } = given;
	const places = new Map<KeyLine, number>();
	for (const [line, { at, isSure }] of totals) if (isSure) places.set(line, at);
	for (const column of new Set([...totals.values()].map(({ at }) => at))) {
		let open = [...totals].flatMap(([line, { at, isSure }]) => (at === column && !isSure ? [line] : []));
		for (let at = column - 1; at >= 0; at--) {
			for (const line of open) if (line.own[at] !== '') places.set(line, at);
			open = open.filter((line) => line.own[at] === '');
			if (!isMerged[at]) continue;
			const found = verdicts(open, at, given);
			for (const line of open) if (found.get(line) === 'of-block') places.set(line, at + 1);
			open = open.filter((line) => found.get(line) === 'of-all');
		}
		for (const line of open) places.set(line, 0);
	}
	return places;
}
