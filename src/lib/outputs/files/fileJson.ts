import type { FileTable } from './types.ts';

/**
 * A table as JSON text: title, caveats, columns with their types, and an object a row. Where a column of numbers holds a
 * marker, the number is null; the marker stands in the row's `status`.
 */
export function fileJson({ title, caveats, columns, rows }: FileTable): string {
	const content = {
		title,
		caveats,
		columns,
		rows: rows.map((cells) =>
			Object.fromEntries(
				columns.map(({ name, type }, at) => {
					const cell = cells[at] ?? null;
					return [name, type === 'text' || typeof cell === 'number' ? cell : null];
				})
			)
		)
	};
	return `${JSON.stringify(content, null, '\t')}\n`;
}
