import type { ChartContext } from '../charts/context.ts';
import { derivedUnit } from '../charts/derived/words.ts';
import { gapReasons } from '../charts/derived/notes.ts';
import { gapWords } from '../charts/derived/words.ts';
import type { CubeAnswer, CubeRow } from '../cube/types.ts';
import type { Cell } from '../package/types.ts';
import { m } from '../words/index.ts';
import { FILE_DIGITS, inFile } from './rateColumns.ts';

/** What an index, a change or a share was computed from, as files name it. */
export interface DerivedCells {
	figure_unit: string;
	count: number | null;
	against: number | null;
	low_95: number | null;
	high_95: number | null;
	/** Why there is no number, in words. */
	reason: string | null;
}

/** Whether the figures of an answer are indices, changes or shares. */
export function isDerived({ rows }: CubeAnswer): boolean {
	return rows.some((row) => row.derived);
}

/** The names of the columns of an answer in their order; limits only where it has some. */
export function derivedColumns({ rows }: CubeAnswer): (keyof DerivedCells)[] {
	const hasLimits = rows.some((row) => row.derived && row.derived.low !== null);
	return [
		'figure_unit',
		'count',
		'against',
		...(hasLimits ? (['low_95', 'high_95'] as const) : []),
		'reason'
	];
}

/** The cells beside an index, a change or a share. */
export function derivedFileCells(context: ChartContext, row: CubeRow): DerivedCells {
	const { count = null, against = null, low = null, high = null } = row.derived ?? {};
	const limits = row.value !== null;
	return {
		figure_unit: derivedUnit(context, row),
		count,
		against,
		low_95: limits ? inFile(low) : null,
		high_95: limits ? inFile(high) : null,
		reason: row.value === null ? gapWords(row) : null
	};
}

/** A cell of a column by its name. */
export function derivedCell(context: ChartContext, row: CubeRow, name: keyof DerivedCells): Cell {
	return derivedFileCells(context, row)[name];
}

/** What the lines above the figures say of indices, changes and shares. */
export function derivedLines(context: ChartContext): string[] {
	const derived = context.answer.rows.find((row) => row.derived)?.derived;
	if (!derived) return [];
	const digits = FILE_DIGITS;
	const { kind, period } = derived;
	const definition =
		kind === 'index'
			? m.derived_file_index({ period, digits })
			: kind === 'change'
				? m.derived_file_change({ digits })
				: m.derived_file_share({ digits });
	return [definition, gapReasons(context)].filter(Boolean);
}
