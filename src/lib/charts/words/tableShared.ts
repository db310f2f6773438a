import { m } from '../../words/index.ts';
import type { ChartTable, ChartTableRow } from './table.ts';

/** Columns besides the dimensions that a table can do without where all rows agree. */
export type SharedColumn = 'unit' | 'basis' | 'remark' | 'sources' | 'confidence';

/** What is the same in every row of a table: said once above it, in place of a column. */
export interface SharedWords {
	/** Absent: a dimension, whose column is gone. */
	column?: SharedColumn;
	title: string;
	text: string;
}

function cellOf(row: ChartTableRow, column: SharedColumn): string {
	return column === 'basis' ? row.rate.basis : row[column];
}

/**
 * A table of rates without the columns in which all its rows agree, for it has many; the first column stays, and
 * one in which an average differs.
 */
export function withoutShared(table: ChartTable): ChartTable {
	const { rows, averages, heads } = table;
	const [first] = rows;
	if (!first || rows.length < 2) return table;
	const titles: Record<SharedColumn, string> = {
		unit: m.charts_column_unit(),
		basis: m.rates_column_residents_basis(),
		remark: m.charts_column_note(),
		sources: m.charts_column_source(),
		confidence: m.charts_column_confidence()
	};
	const isOneKey = (at: number) => [...rows, ...averages].every(({ keys }) => keys[at] === first.keys[at]);
	const gone = new Set(heads.flatMap((_, at) => (at > 0 && isOneKey(at) ? at : [])));
	const kept = (row: ChartTableRow) => ({ ...row, keys: row.keys.filter((_, at) => !gone.has(at)) });
	const columns = (Object.keys(titles) as SharedColumn[]).filter((column) =>
		rows.every((row) => cellOf(row, column) === cellOf(first, column))
	);
	const dimensions = [...gone].map((at) => ({ title: heads[at] ?? '', text: first.keys[at] ?? '' }));
	const others = columns.map((column) => ({ column, title: titles[column], text: cellOf(first, column) }));
	return {
		...table,
		heads: heads.filter((_, at) => !gone.has(at)),
		rows: rows.map(kept),
		averages: averages.map(kept),
		superseded: table.superseded.map(kept),
		shared: [...dimensions, ...others]
	};
}

/** What all rows share, as a sentence; `''` where there is nothing to say. */
export function sharedWords({ shared }: ChartTable): string {
	const items = shared
		.filter(({ text }) => text)
		.map(({ title, text }) => m.rates_table_shared_item({ title, text }));
	return items.length ? m.rates_table_shared({ items: items.join('; ') }) : '';
}
