import { encodingOf, kindOf, MOST_BYTES, type Encoding, type FileKind } from '../../package/own/index.ts';
import { OwnFailure } from './failure.ts';

/** Bytes of the file that have been read so far, packed as they are. */
export type OnBytes = (read: number) => void;

/** How a file begins. */
export interface Start {
	kind: FileKind;
	packed: boolean;
	encoding: Encoding;
	marked: boolean;
	/** Whole lines, as far as the encoding is known. */
	text: string;
}

/** A text that is not in the encoding that it was taken for. */
export class NotInEncoding extends Error {}

const SAMPLE = 262_144;

/** The bytes of a file in pieces, unpacked. */
async function* piecesOf(file: Blob, packed: boolean, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
	let read = 0;
	let unpacked = 0;
	const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
		transform(piece, controller) {
			read += piece.byteLength;
			onBytes(read);
			controller.enqueue(piece);
		}
	});
	const raw = file.stream().pipeThrough(counted);
	const reader = (packed ? raw.pipeThrough(new DecompressionStream('gzip')) : raw).getReader();
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			unpacked += next.value.byteLength;
			if (unpacked > MOST_BYTES) throw new OwnFailure('too-large-unpacked');
			yield next.value;
		}
	} catch (error) {
		// The file itself fails with a DOMException; what else fails is the unpacking.
		const isOther = error instanceof OwnFailure || error instanceof DOMException;
		throw packed && !isOther ? new OwnFailure('damaged') : error;
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

async function headOf(file: Blob, packed: boolean): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
	const pieces: Uint8Array[] = [];
	let length = 0;
	let isWhole = true;
	for await (const piece of piecesOf(file, packed, () => undefined)) {
		pieces.push(piece);
		length += piece.byteLength;
		isWhole = length <= SAMPLE;
		if (!isWhole) break;
	}
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.byteLength;
	}
	return { bytes: bytes.subarray(0, SAMPLE), isWhole };
}

/** Looks at the first bytes of a file: what it is, its encoding, and its first lines. */
export async function startOf(file: Blob, said?: Encoding): Promise<Start> {
	const packed = kindOf(new Uint8Array(await file.slice(0, 16).arrayBuffer())) === 'gzip';
	const { bytes, isWhole } = await headOf(file, packed);
	const found = encodingOf(bytes);
	const encoding = said ?? found.encoding;
	const decoded = new TextDecoder(encoding).decode(bytes);
	const end = isWhole ? decoded.length : Math.max(decoded.lastIndexOf('\n'), decoded.lastIndexOf('\r')) + 1;
	return {
		kind: kindOf(bytes),
		packed,
		encoding,
		marked: found.marked && encoding === found.encoding,
		text: decoded.slice(0, end || decoded.length)
	};
}

/**
 * The text of a file in pieces.
 * @param strict whether bytes that are not of the encoding end it; else they become U+FFFD
 * @throws NotInEncoding; OwnFailure for NUL characters and for a text that unpacks too large
 */
export async function* textOf(
	file: Blob,
	how: { packed: boolean; encoding: Encoding; strict: boolean },
	onBytes: OnBytes
): AsyncGenerator<string> {
	const decoder = new TextDecoder(how.encoding, { fatal: how.strict });
	const decode = (piece?: Uint8Array) => {
		try {
			return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
		} catch {
			throw new NotInEncoding();
		}
	};
	for await (const piece of piecesOf(file, how.packed, onBytes)) {
		const text = decode(piece);
		if (text.includes('\0')) throw new OwnFailure('binary');
		yield text;
	}
	yield decode();
}
