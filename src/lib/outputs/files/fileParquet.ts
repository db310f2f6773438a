import type { Cell } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import type { FileColumn, FileTable } from './types.ts';

type BasicType = 'INT64' | 'DOUBLE' | 'STRING';

const TYPES: Record<FileColumn['type'], BasicType> = { text: 'STRING', whole: 'INT64', decimal: 'DOUBLE' };

/** A cell as the column of a Parquet file holds it; a marker in a column of numbers is null. */
function typed(cell: Cell, type: FileColumn['type']): string | number | bigint | null {
	if (cell === null) return null;
	if (type === 'text') return String(cell);
	if (typeof cell !== 'number') return null;
	if (!Number.isFinite(cell)) throw new RangeError('A file cannot hold a number that is not finite.');
	return type === 'whole' ? BigInt(cell) : cell;
}

/**
 * A table as a Parquet file: whole numbers as INT64, others as DOUBLE, texts as UTF-8, all of them nullable. Title and
 * caveats stand in the metadata of the file, under `title` and `caveats`, a line each. The writer is loaded when it is
 * asked for.
 * @throws RangeError for a number that is not finite, and for a table without rows, which other readers could not read
 */
export async function fileParquet({ title, caveats, columns, rows }: FileTable): Promise<ArrayBuffer> {
	if (!rows.length) throw new RangeError(m.files_parquet_empty());
	const { parquetWriteBuffer } = await import('hyparquet-writer');
	return parquetWriteBuffer({
		columnData: columns.map(({ name, type }, at) => ({
			name,
			type: TYPES[type],
			nullable: true,
			data: rows.map((cells) => typed(cells[at] ?? null, type))
		})),
		kvMetadata: [
			{ key: 'title', value: title },
			{ key: 'caveats', value: caveats.join('\n') }
		],
		createdBy: 'hotline-dashboard'
	});
}
