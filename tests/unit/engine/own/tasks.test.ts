import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { OwnFailure } from '../../../../src/lib/engine/own/failure.ts';
import { lookAt, writeOut } from '../../../../src/lib/engine/own/tasks.ts';
import {
	rowsOf,
	type ColumnChoice,
	type Corrections,
	type OwnLook
} from '../../../../src/lib/package/own/index.ts';
import { fileParquet } from '../../../../src/lib/outputs/files/fileParquet.ts';
import { toCsv } from '../../../../src/lib/outputs/csv.ts';

const ignore = () => undefined;
const fileOf = (...parts: (string | Uint8Array<ArrayBuffer>)[]) => new Blob(parts);
const look = (file: Blob, said: Corrections = {}) => lookAt(file, { said }, ignore);

function choicesOf({ columns }: OwnLook): ColumnChoice[] {
	return columns.map(({ index, original, name, type, markers, statusName }) => ({
		index,
		original,
		name,
		type,
		...(markers > 0 && type !== 'text' ? { statusName } : {})
	}));
}

/** What SQL would be given of a file, as cells. */
async function loaded(file: Blob, said: Corrections = {}): Promise<string[][]> {
	const found = await look(file, said);
	const { csv } = await writeOut(file, found, choicesOf(found), ignore);
	return rowsOf(await csv.text(), ',').map(({ cells }) => cells);
}

const failure = async (file: Blob) => {
	try {
		await look(file);
	} catch (error) {
		if (error instanceof OwnFailure) return error.kind;
		throw error;
	}
	return 'none';
};

function encoded(text: string, encoding: string): Uint8Array<ArrayBuffer> {
	if (encoding === 'windows-1252') return new Uint8Array(Buffer.from(text, 'latin1'));
	if (encoding === 'utf-8') return new TextEncoder().encode(text);
	const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
	return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes);
}

describe('any table', () => {
	const letters = fc.string({ unit: fc.constantFrom(...'aZ 0é"\'\n,;|\t#=ñ-'.split('')), maxLength: 8 });
	const cell = letters.map((text) => `x${text}`);
	const table = fc
		.integer({ min: 2, max: 5 })
		.chain((width) =>
			fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 })
		);

	it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)(
		'reads back the same from %s',
		async (encoding) => {
			await fc.assert(
				fc.asyncProperty(table, fc.constantFrom(',', ';', '\t', '|' as const), async (rows, delimiter) => {
					const header = (rows[0] ?? []).map((_, index) => `größe${index}`);
					const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
					const text = [header, ...rows].map((cells) => cells.map(quoted).join(delimiter)).join('\r\n');
					const file = fileOf(encoded(text, encoding));
					const said = { delimiter: delimiter as ',', header: true };
					expect((await look(file, said)).encoding).toBe(encoding);
					expect((await loaded(file, said)).slice(1)).toEqual(rows);
				}),
				{ numRuns: 60 }
			);
		}
	);

	it('reads back the same when its pieces are cut anywhere', async () => {
		const text = 'state,größe\r\n"a\r\nb",ä\r\nc,ö\r\n';
		const bytes = encoded(text, 'utf-8');
		for (let cut = 1; cut < bytes.length; cut++) {
			const file = fileOf(bytes);
			file.stream = () => new Blob([bytes]).stream();
			const pieces = [bytes.slice(0, cut), bytes.slice(cut)];
			file.stream = () =>
				new ReadableStream({
					start(controller) {
						pieces.forEach((piece) => controller.enqueue(piece));
						controller.close();
					}
				});
			expect(await loaded(file)).toEqual([
				['state', 'grosse'],
				['a\nb', 'ä'],
				['c', 'ö']
			]);
		}
	});
});

describe('round trips', () => {
	it('a CSV of this site gives its table, its notes apart', async () => {
		const rows = [
			['2019', '=danger', 12, ''],
			['2020', '#5, "a"\nb', null, '[c]'],
			['2021', ' spaces ', -0.5, '']
		];
		const file = fileOf(
			toCsv(['A title, with "quotes"', 'Limits; of all'], ['year', 'form', 'value', 'status'], rows)
		);
		const found = await look(file);
		expect(found.notes).toEqual(['A title, with “quotes”', 'Limits; of all']);
		expect(found.columns.map(({ type }) => type)).toEqual(['year', 'text', 'decimal', 'text']);
		expect((await loaded(file)).slice(1)).toEqual(rows.map((row) => row.map((cell) => String(cell ?? ''))));
	});

	it.each(['UNCOMPRESSED', 'SNAPPY'] as const)('Parquet keeps its types, %s', async (codec) => {
		const buffer = parquetWriteBuffer({
			codec,
			rowGroupSize: 2,
			columnData: [
				{ name: 'code', data: ['01', '2', '3'], type: 'STRING' },
				{ name: 'year as text', data: ['2019', '2020', '2021'], type: 'STRING' },
				{ name: 'n', data: [1n, null, 9007199254740993n], type: 'INT64', nullable: true },
				{ name: 'x', data: [0.5, 1, null], type: 'DOUBLE', nullable: true }
			]
		});
		const file = fileOf(new Uint8Array(buffer));
		const found = await look(file);
		expect(found).toMatchObject({ format: 'parquet', rows: 3 });
		expect(found.columns.map(({ type }) => type)).toEqual(['text', 'text', 'whole', 'decimal']);
		expect(await loaded(file)).toEqual([
			['code', 'year_as_text', 'n', 'x'],
			['01', '2019', '1', '0.5'],
			['2', '2020', '', '1'],
			['3', '2021', '9007199254740993', '']
		]);
	});
});

it('Parquet of this site carries its notes', async () => {
	const buffer = await fileParquet({
		title: 'A title',
		name: 'a',
		caveats: ['Limits', 'Version 1'],
		columns: [
			{ name: 'form', type: 'text' },
			{ name: 'value', type: 'whole' }
		],
		rows: [
			["'=1", 5],
			['b', null]
		]
	});
	const file = fileOf(new Uint8Array(buffer));
	expect((await look(file)).notes).toEqual(['A title', 'Limits', 'Version 1']);
	expect(await loaded(file)).toEqual([
		['form', 'value'],
		["'=1", '5'],
		['b', '']
	]);
});

describe('files of other kinds', () => {
	it.each([
		['nothing', fileOf(''), 'empty'],
		['a workbook', fileOf('PK\u0003\u0004[Content_Types].xml'), 'workbook'],
		['a packed workbook', fileOf(new Uint8Array(gzipSync('PK\u0003\u0004[Content_Types].xml'))), 'workbook'],
		['NUL bytes after the beginning', fileOf(`a,b\n${'1,2\n'.repeat(2000)}`, new Uint8Array([0])), 'binary'],
		[
			'half a packed file',
			fileOf(new Uint8Array(gzipSync('a,b\n1,2\n'.repeat(900))).slice(0, 30)),
			'damaged'
		],
		['no Parquet in it', fileOf('PAR1 and nothing else'), 'parquet'],
		['too many columns', fileOf(`${'a,'.repeat(3000)}b\n`), 'too-many-columns']
	])('%s', async (_, file, kind) => {
		expect(await failure(file)).toBe(kind);
	});

	it('a file beyond the limit is refused before it is read', async () => {
		const file = fileOf('a,b\n1,2\n');
		Object.defineProperty(file, 'size', { value: 300_000_000 });
		file.stream = () => {
			throw new Error('It was read.');
		};
		expect(await failure(file)).toBe('too-large');
	});

	it('a packed file is unpacked, and that is told', async () => {
		const found = await look(fileOf(new Uint8Array(gzipSync('a,b\n1,2\n'))));
		expect(found).toMatchObject({ packed: true, rows: 1 });
	});

	it('a header alone has no rows', async () => {
		expect(await look(fileOf('a,b,c\n'))).toMatchObject({ rows: 0, columns: [{}, {}, {}] });
	});

	it('500 columns are read', async () => {
		const row = Array.from({ length: 500 }, (_, index) => index).join(',');
		const found = await look(fileOf(`c${row.replaceAll(',', ',c')}\n${row}\n${row}\n`));
		expect(found.columns).toHaveLength(500);
		expect(found.columns[499]).toMatchObject({ name: 'c499', type: 'whole' });
	});

	it('UTF-8 that breaks late is read as Windows-1252, or as the reader says, with faults', async () => {
		const file = fileOf(`a,b\n${'x,1\n'.repeat(1000)}`, new Uint8Array([0xe9]), ',2\n');
		const found = await look(file);
		expect(found).toMatchObject({ encoding: 'windows-1252', rows: 1001, faults: { count: 0 } });
		const told = await look(file, { encoding: 'utf-8' });
		expect(told.faults.first).toEqual([{ line: 1002, column: 'a', value: '\ufffd', rule: 'unreadable' }]);
	});

	it('bytes are counted to the end', async () => {
		const counts: number[] = [];
		const file = fileOf('a,b\n1,2\n'.repeat(50_000));
		await lookAt(file, { said: {} }, (read) => counts.push(read));
		expect(counts.at(-1)).toBe(file.size);
	});
});
