import type { AsyncBuffer, SchemaTree } from 'hyparquet';
import { MOST_COLUMNS, MOST_ROWS, type OwnType } from '../../package/own/index.ts';
import type { OnBytes } from './bytes.ts';
import { OwnFailure } from './failure.ts';
import type { TakeBodyRow } from './text.ts';

/** Bytes that a Parquet file may have unpacked. */
const MOST_UNPACKED = 1_000_000_000;

function jsonOf(value: object): string {
	return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each));
}

function textOfValue(value: unknown, isDay: boolean): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) {
		if (Number.isNaN(value.getTime())) return '';
		return isDay ? value.toISOString().slice(0, 10) : value.toISOString();
	}
	if (value instanceof Uint8Array) {
		return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	}
	return typeof value === 'object' ? jsonOf(value) : String(value);
}

const isDayColumn = ({ element }: SchemaTree) =>
	element.logical_type?.type === 'DATE' || element.converted_type === 'DATE';

/** What the file declares a column to be. */
function declaredType(column: SchemaTree): OwnType | undefined {
	if (isDayColumn(column)) return 'date';
	switch (column.element.type) {
		case 'INT32':
		case 'INT64':
			return column.element.converted_type === undefined || /^U?INT_/.test(column.element.converted_type)
				? 'whole'
				: undefined;
		case 'FLOAT':
		case 'DOUBLE':
			return 'decimal';
		default:
			return 'text';
	}
}

/**
 * Reads a Parquet file row group by row group; each value becomes the text that a CSV would have.
 * @returns the title and the notes that files of this site carry
 * @throws OwnFailure where it cannot be read
 */
export async function readParquet(
	file: Blob,
	onHeader: (names: string[], types: (OwnType | undefined)[]) => void,
	onRow: TakeBodyRow,
	onBytes: OnBytes
): Promise<string[]> {
	const [{ parquetMetadataAsync, parquetRead, parquetSchema }, { compressors }] = await Promise.all([
		import('hyparquet'),
		import('hyparquet-compressors')
	]);
	const buffer: AsyncBuffer = {
		byteLength: file.size,
		slice: (from, to) => file.slice(from, to).arrayBuffer()
	};
	try {
		const metadata = await parquetMetadataAsync(buffer);
		const columns = parquetSchema(metadata).children;
		if (columns.length > MOST_COLUMNS) throw new OwnFailure('too-many-columns', String(columns.length));
		if (Number(metadata.num_rows) > MOST_ROWS) throw new OwnFailure('too-many-rows');
		const unpacked = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
		if (unpacked > MOST_UNPACKED) throw new OwnFailure('too-large-unpacked');
		onHeader(
			columns.map(({ element }) => element.name),
			columns.map(declaredType)
		);
		const days = columns.map(isDayColumn);
		let from = 0;
		for (const [index, group] of metadata.row_groups.entries()) {
			const rowStart = from;
			const rowEnd = from + Number(group.num_rows);
			await parquetRead({
				file: buffer,
				metadata,
				compressors,
				rowStart,
				rowEnd,
				rowFormat: 'array',
				onComplete: (rows: unknown[][]) =>
					rows.forEach((row, at) =>
						onRow(
							columns.map((_, column) => textOfValue(row[column], days[column] ?? false)),
							rowStart + at + 1
						)
					)
			});
			from = rowEnd;
			onBytes(Math.round((file.size * (index + 1)) / metadata.row_groups.length));
		}
		const valueOf = (name: string) => metadata.key_value_metadata?.find(({ key }) => key === name)?.value;
		return ['title', 'caveats'].flatMap((name) => valueOf(name)?.split('\n') ?? []).filter(Boolean);
	} catch (error) {
		if (error instanceof OwnFailure || error instanceof DOMException) throw error;
		throw new OwnFailure('parquet', error instanceof Error ? error.message : String(error));
	}
}
