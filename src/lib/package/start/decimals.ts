import type { SortedColumns } from './columns.ts';
import { readFigure, styleOf } from './figures.ts';
import type { Block, FigureColumn } from './types.ts';

/** Columns of which some numbers have decimals are not taken beside columns of whole numbers: a table of both has no counts. */
export function withoutDecimals(block: Block, sorted: SortedColumns): SortedColumns {
	const cellsOf = ({ index }: FigureColumn) => block.body.map(({ cells }) => cells[index] ?? '');
	const { style } = styleOf(sorted.figures.flatMap(cellsOf));
	const kindOf = ({ period, label, name }: FigureColumn) => (period === undefined ? name : `=${label}`);
	const decimal = new Set(
		sorted.figures
			.filter((column) =>
				cellsOf(column).some((cell) => {
					const figure = readFigure(cell, style);
					return figure.kind === 'number' && figure.number.includes('.');
				})
			)
			.map(kindOf)
	);
	const isDecimal = (column: FigureColumn) => decimal.has(kindOf(column));
	const figures = sorted.figures.filter((column) => !isDecimal(column));
	if (figures.length === 0 || figures.length === sorted.figures.length) return sorted;
	const left = sorted.figures.filter(isDecimal).map(({ index }) => ({ index, why: 'decimals' as const }));
	return { ...sorted, figures, out: [...sorted.out, ...left] };
}
