import type { CubeRow } from '../../cube/types.ts';
import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import type { ChartContext } from '../context.ts';
import { derivedLimits } from './words.ts';

/** The columns of a table of such figures: the count and what it is set against, the figure, its limits. */
export function derivedHeads({ answer }: ChartContext): { before: string[]; value: string; after: string[] } {
	const derived = answer.rows.find((row) => row.derived)?.derived;
	const { kind = 'share', period = '' } = derived ?? {};
	const count = m.derived_column_count();
	if (kind === 'index') {
		const before = [count, m.derived_column_against({ period })];
		return { before, value: m.derived_column_index({ period }), after: [] };
	}
	if (kind === 'change') {
		const before = [count, m.derived_column_before()];
		return { before, value: m.derived_column_change(), after: [m.derived_column_limits()] };
	}
	return { before: [count, m.derived_column_total()], value: m.derived_column_share(), after: [] };
}

/** The cells of those columns in a row. */
export function derivedCells({ locale }: ChartContext, row: CubeRow): { before: string[]; after: string[] } {
	const { kind, count = null, against = null } = row.derived ?? {};
	const cell = (value: number | null) => (value === null ? '' : formatNumber(value, locale));
	return {
		before: [cell(count), cell(against)],
		after: kind === 'change' ? [derivedLimits(row, locale)] : []
	};
}
