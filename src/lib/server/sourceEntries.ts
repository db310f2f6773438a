import type { SourceEntry } from '../charts/types.ts';
import { sourceTables } from '../package/index.ts';
import type { Table } from '../package/types.ts';

/**
 * Every source of a package by its key, as charts cite it. A table of sources has the columns `title`,
 * `publisher`, `url` and `published_or_snapshot_date`; what is missing stays empty.
 */
export function sourceEntriesOf(tables: Record<string, Table>): Map<string, SourceEntry> {
	return new Map(
		sourceTables(tables).flatMap(({ table, field }) =>
			table.rows.map((row): [string, SourceEntry] => {
				const text = (column: string) => String(row[column] ?? '');
				const id = text(field);
				return [
					id,
					{
						id,
						title: text('title') || id,
						publisher: text('publisher'),
						url: text('url'),
						date: text('published_or_snapshot_date')
					}
				];
			})
		)
	);
}
