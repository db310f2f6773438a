import { group } from 'd3-array';
import { isSumOf, numbersIn, outer, type KeyLine } from './totalPlaces.ts';
import type { FigureColumn, KeyColumn, NumberStyle } from './types.ts';

interface Given {
	lines: readonly KeyLine[];
	/** Rows that say that they are totals. */
	totals: ReadonlyMap<KeyLine, unknown>;
	keys: readonly KeyColumn[];
	figures: readonly FigureColumn[];
	style: NumberStyle;
}

/** A row that names a group and nothing at its right, and the rows that name more of the same group. */
interface Candidate {
	line: KeyLine;
	parts: readonly KeyLine[];
	/** Whether it stands above its parts, which do not repeat the group's name. */
	isHead: boolean;
	/** Whether no part has more. */
	isMost: boolean;
	isSum: boolean;
}

const placeOf = ({ own }: KeyLine) => own.findLastIndex((cell) => cell !== '');

function isMost(line: KeyLine, parts: readonly KeyLine[], { figures, style }: Given): boolean {
	return figures.every((figure) => {
		const [most = NaN, ...numbers] = numbersIn([line, ...parts], figure, style);
		return !numbers.some((number) => number > most);
	});
}

/** The groups of one column, each with its rows that name nothing more. */
function candidatesIn(at: number, given: Given): Candidate[][] {
	const named = given.lines.filter(
		(line) => line.filled[at] !== '' && placeOf(line) >= at && !given.totals.has(line)
	);
	return [...group(named, (line) => outer(line, at + 1)).values()].map((lines) => {
		const parts = lines.filter((line) => placeOf(line) === given.keys.length - 1);
		const isMerged = lines[1]?.own[at] === '' && placeOf(lines[1]) > at;
		return lines
			.filter((line) => placeOf(line) === at && parts.length > 0)
			.map((line) => ({
				line,
				parts,
				isHead: line === lines[0] && isMerged,
				isMost: isMost(line, parts, given),
				isSum: parts.length > 1 && isSumOf(line, parts, given)
			}));
	});
}

/** Whether such rows of a column are totals, where none is less than a part: one in each group, and most the sum of their parts. */
function areTotals(groups: readonly Candidate[][]): boolean {
	const all = groups.flat();
	const several = all.filter(({ parts }) => parts.length > 1);
	const sums = all.filter(({ isSum }) => isSum);
	const isShown = sums.length > 1 || all.every(({ isHead }) => isHead);
	return isShown && sums.length * 2 > several.length && groups.every(({ length }) => length === 1);
}

/**
 * Rows that leave empty what they are totals over, as the outline form of a pivot table has them (`2021,,260`, then
 * `,North,110`), and the rollup of a database (`2021,,260` among `2021,North,110`).
 * @returns for each the column of its group; `undefined` where it may as well be a row without a name
 */
export function emptyTotals(given: Given): Map<KeyLine, number | undefined> {
	const columns = given.keys.slice(0, -1).map((_, at) => candidatesIn(at, given));
	return new Map(
		columns.flatMap((groups, at) => {
			const all = groups.flat();
			if (!all.every((each) => each.isMost)) return [];
			const areSure = areTotals(groups);
			const taken = areSure ? all : all.filter(({ isHead, isSum }) => isHead || isSum);
			return taken.map(({ line }) => [line, areSure ? at : undefined] as const);
		})
	);
}
