import type { Fault } from './types.ts';

const RESAVE = 'save it as UTF-8 (in a spreadsheet: "CSV UTF-8")';

function startsWith(bytes: Uint8Array, ...first: number[]): boolean {
	return first.every((byte, index) => bytes[index] === byte);
}

function lineOf(text: string, index: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++;
	return line;
}

/** Kinds of bytes that are no UTF-8 text, told from their first kilobytes. */
function foreignKind(bytes: Uint8Array): { rule: string; mend: string } | undefined {
	if (startsWith(bytes, 0x50, 0x4b, 3, 4)) {
		return {
			rule: 'the file is a workbook or ZIP archive, not text',
			mend: 'open it in a spreadsheet and save the sheet as "CSV UTF-8"'
		};
	}
	const utf16 = { rule: 'the file is UTF-16, but UTF-8 is needed', mend: RESAVE };
	if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return utf16;
	const sample = bytes.subarray(0, 4096);
	const zeros = [0, 0];
	sample.forEach((byte, index) => {
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = zeros;
	if (Math.max(even, odd) > sample.length / 8 && Math.min(even, odd) < sample.length / 16) return utf16;
	if (bytes.includes(0)) return { rule: 'the file has NUL bytes, so it is not text', mend: RESAVE };
	return undefined;
}

/** Decodes UTF-8, with or without a byte order mark, and writes every line end as `\n`. */
export function decodeText(file: string, bytes: Uint8Array): { text: string } | { fault: Fault } {
	const foreign = foreignKind(bytes);
	if (foreign) return { fault: { file, ...foreign } };
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { text: text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text };
	} catch {
		const text = new TextDecoder('utf-8').decode(bytes).replaceAll(/\r\n?/g, '\n');
		const at = text.indexOf('\ufffd');
		return {
			fault: {
				file,
				row: lineOf(text, at),
				value: text.slice(Math.max(0, at - 15), at + 15).replaceAll('\n', ' '),
				rule: 'the file is not valid UTF-8',
				mend: RESAVE
			}
		};
	}
}
