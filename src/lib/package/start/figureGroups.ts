import { columnGroups, type LabelledFigures } from './columnSums.ts';
import { readFigure } from './figures.ts';
import { labelOfColumn } from './shape.ts';
import type { Block, ColumnSums, FigureColumn, KeyColumn, NumberStyle } from './types.ts';

/** Figure columns that make one table. */
export interface FigureGroup {
	figures: FigureColumn[];
	sums?: ColumnSums;
}

/** The numbers of the columns of one label, a row of the file and a period of its header after the other. */
function numbersOf(
	block: Block,
	columns: readonly FigureColumn[],
	periods: readonly string[],
	style: NumberStyle
): (number | undefined)[] {
	const byPeriod = new Map(columns.map((column) => [column.period ?? '', column.index]));
	return block.body.flatMap(({ cells }) =>
		periods.map((period) => {
			const figure = readFigure(cells[byPeriod.get(period) ?? -1] ?? '', style);
			return figure.kind === 'number' ? Number(figure.number) : undefined;
		})
	);
}

/**
 * The figure columns of a sheet by the total to which they belong: a sheet may tell the same cases by age and by sex, each
 * with the same total. Each group becomes a table, in which parts and total are values of one column.
 */
export function figureGroups(
	block: Block,
	keys: readonly KeyColumn[],
	figures: readonly FigureColumn[],
	style: NumberStyle
): FigureGroup[] {
	const isWide =
		keys.every(({ role }) => role !== 'time') && figures.some(({ period }) => period !== undefined);
	const isTaken = ({ period }: FigureColumn) => !isWide || period !== undefined;
	const taken = figures.filter(isTaken);
	const label = (column: FigureColumn) => labelOfColumn(column, isWide);
	const periods = [...new Set(taken.map(({ period }) => (isWide ? (period ?? '') : '')))];
	const columns = [...new Set(taken.map(label))].map((each): LabelledFigures => {
		const own = taken.filter((column) => label(column) === each);
		const plain = isWide ? own : own.map((column) => ({ ...column, period: '' }));
		return { label: each, numbers: numbersOf(block, plain, periods, style) };
	});
	if (columns.length < 2) return [{ figures: [...figures] }];
	const groups = columnGroups(columns);
	return groups.map(({ labels, sums }, at) => ({
		figures: figures.filter((column) => (isTaken(column) ? labels.has(label(column)) : at === 0)),
		...(sums ? { sums } : {})
	}));
}
