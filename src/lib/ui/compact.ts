import { valueField } from '../package/index.ts';
import type { Cell, Resource, Row, Table } from '../package/types.ts';

/** A table as a page carries it: each column's name once. */
export interface CompactTable {
	resource: Resource;
	columns: string[];
	rows: Cell[][];
}

/** Rows as arrays, so that a page repeats no column name; only the columns that an answer is made of. */
export function compactTable(resource: Resource, rows: Row[]): CompactTable {
	const columns = resource.schema.fields.filter((field) => field.role).map((field) => field.name);
	if (valueField(resource) && !columns.includes('status')) columns.push('status');
	return { resource, columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
}

/** The table that was compacted. */
export function expandTable({ resource, columns, rows }: CompactTable): Table {
	return {
		resource,
		rows: rows.map((cells) =>
			Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null]))
		)
	};
}
