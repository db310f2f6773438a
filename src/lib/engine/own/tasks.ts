import {
	Looker,
	MOST_BYTES,
	Writer,
	type ColumnChoice,
	type Corrections,
	type OwnLook,
	type OwnRule
} from '../../package/own/index.ts';
import { startOf, type OnBytes } from './bytes.ts';
import { OwnFailure } from './failure.ts';
import type { WrittenTable } from './messages.ts';
import { readParquet } from './parquet.ts';
import { lookAtText, readText } from './text.ts';

/** Characters of CSV that are put together before they become bytes. */
const PIECE = 1_000_000;

async function lookAtParquet(file: Blob, threshold: number | undefined, onBytes: OnBytes): Promise<OwnLook> {
	let looker: Looker | undefined;
	const notes = await readParquet(
		file,
		(names, types) =>
			(looker = new Looker(names, threshold === undefined ? { types } : { types, threshold })),
		(cells, line) => looker?.add(cells, line),
		onBytes
	);
	if (!looker) throw new OwnFailure('empty');
	return { format: 'parquet', packed: false, notes, ...looker.end() };
}

/**
 * Looks through a whole file of the reader's, whatever its name says it is.
 * @param said what the reader says instead of what would be found
 * @throws OwnFailure
 */
export async function lookAt(
	file: Blob,
	options: { said: Corrections; threshold?: number | undefined },
	onBytes: OnBytes
): Promise<OwnLook> {
	if (file.size > MOST_BYTES) throw new OwnFailure('too-large');
	const start = await startOf(file, options.said.encoding);
	if (start.kind === 'parquet' && !start.packed) return lookAtParquet(file, options.threshold, onBytes);
	if (start.kind === 'gzip' || start.kind === 'parquet') throw new OwnFailure('zip');
	if (start.kind !== 'text') throw new OwnFailure(start.kind);
	return lookAtText(file, start, options.said, options.threshold, onBytes);
}

/**
 * Writes the chosen columns of a file as the CSV that the database loads.
 * @param look what `lookAt` found in the same file
 */
export async function writeOut(
	file: Blob,
	look: OwnLook,
	choices: ColumnChoice[],
	onBytes: OnBytes
): Promise<WrittenTable> {
	const isSafe = look.format === 'text' && look.notes.length > 0;
	const writer = new Writer(choices, look.columns.length, isSafe);
	const encoder = new TextEncoder();
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let pending = writer.header();
	const onRow = (cells: string[], line: number, rule?: OwnRule) => {
		pending += writer.row(cells, line, rule);
		if (pending.length < PIECE) return;
		parts.push(encoder.encode(pending));
		pending = '';
	};
	const ignore = () => undefined;
	if (look.format === 'parquet' || !look.layout || !look.encoding) {
		await readParquet(file, ignore, onRow, onBytes);
	} else {
		const { packed, encoding, layout } = look;
		await readText(file, { packed, encoding, layout, strict: false }, ignore, onRow, onBytes);
	}
	parts.push(encoder.encode(pending));
	return { csv: new Blob(parts, { type: 'text/csv' }), rows: writer.rows, faults: writer.faults };
}
