import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { parquetMetadata, parquetRead, parquetReadObjects } from 'hyparquet';
import { readParquet } from 'parquet-wasm';
import { describe, expect, it, vi } from 'vitest';
import { fileParquet } from '../../../../src/lib/outputs/files/fileParquet.ts';
import type { FileTable } from '../../../../src/lib/outputs/files/types.ts';
import type { Cell } from '../../../../src/lib/package/types.ts';
import { fileTable, sample } from './table.ts';

/** What a file must hold: no marker among numbers, whole numbers of 64 bits. */
const held = (table: FileTable) =>
	table.rows.map((row) =>
		row.map((cell: Cell, at) => {
			const type = table.columns[at]?.type;
			if (type === 'text') return cell;
			if (typeof cell !== 'number') return null;
			return type === 'whole' ? BigInt(cell) : cell;
		})
	);

/** As the reader in Rust sees it, by way of Arrow. */
function readByRust(file: ArrayBuffer): unknown[][] {
	const arrow = tableFromIPC(readParquet(new Uint8Array(file)).intoIPCStream());
	const columns = arrow.schema.fields.map((_, at) => [...(arrow.getChildAt(at) ?? [])] as unknown[]);
	return Array.from({ length: arrow.numRows }, (_, row) => columns.map((cells) => cells[row] ?? null));
}

describe('a Parquet file', () => {
	it('has types, nulls for markers, and the caveats with it', async () => {
		const file = await fileParquet(sample);
		const { schema, key_value_metadata: words = [] } = parquetMetadata(file);
		expect(schema.slice(1).map(({ name, type, repetition_type }) => [name, type, repetition_type])).toEqual([
			['year', 'INT64', 'OPTIONAL'],
			['form', 'BYTE_ARRAY', 'OPTIONAL'],
			['value', 'INT64', 'OPTIONAL'],
			['rate_low', 'DOUBLE', 'OPTIONAL'],
			['status', 'BYTE_ARRAY', 'OPTIONAL']
		]);
		const told = Object.fromEntries(words.map(({ key, value }) => [key, value]));
		expect(told).toMatchObject({ title: 'Cases by year', caveats: sample.caveats.join('\n') });
		expect(await parquetReadObjects({ file })).toEqual([
			{ year: 2016n, form: 'a|b <i>', value: 7572n, rate_low: 1.5, status: '' },
			{ year: 2017n, form: '=1+1', value: null, rate_low: null, status: '[c]' }
		]);
	});

	it('says the same to two readers', async () => {
		await fc.assert(
			fc.asyncProperty(
				fileTable.filter(({ rows }) => rows.length > 0),
				async (table) => {
					const file = await fileParquet(table);
					const onComplete = vi.fn<(rows: unknown[][]) => void>();
					await parquetRead({ file, onComplete });
					expect(onComplete.mock.calls).toEqual([[held(table)]]);
					expect(readByRust(file)).toEqual(held(table));
				}
			),
			{ numRuns: 60 }
		);
	});

	it('holds many rows', async () => {
		const rows = Array.from({ length: 5000 }, (_, at): Cell[] => [
			at,
			`row ${at % 7}`,
			at % 5 ? at : '[c]',
			at / 2,
			''
		]);
		const file = await fileParquet({ ...sample, rows });
		expect(readByRust(file)).toEqual(held({ ...sample, rows }));
	});

	it('is not made without rows, for the reader in Rust would refuse it', async () => {
		await expect(fileParquet({ ...sample, rows: [] })).rejects.toThrow('at least one row');
	});

	it('refuses a number that is not finite', async () => {
		await expect(fileParquet({ ...sample, rows: [[1, '', Infinity, 1, '']] })).rejects.toThrow(RangeError);
	});
});
