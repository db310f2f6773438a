/** What the first bytes of a file say it is. */
export type FileKind =
	'text' | 'empty' | 'gzip' | 'zip' | 'workbook' | 'parquet' | 'pdf' | 'image' | 'binary';

const MAGIC: [FileKind, number[]][] = [
	['gzip', [0x1f, 0x8b]],
	['zip', [0x50, 0x4b, 3, 4]],
	['zip', [0x50, 0x4b, 5, 6]],
	['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
	['parquet', [0x50, 0x41, 0x52, 0x31]],
	['pdf', [0x25, 0x50, 0x44, 0x46]],
	['image', [0x89, 0x50, 0x4e, 0x47]],
	['image', [0xff, 0xd8, 0xff]],
	['image', [0x47, 0x49, 0x46, 0x38]]
];

const SAMPLE = 4096;
/** Bytes in which the name of the first entry of an archive stands, from the 30th on. */
const FIRST_NAME = 90;

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
	return first.every((byte, index) => bytes[index] === byte);
}

/** Whether NUL bytes stand at every other place, as letters in UTF-16 have them; which half of each pair. */
export function nulHalf(bytes: Uint8Array): 'even' | 'odd' | undefined {
	const sample = bytes.subarray(0, SAMPLE);
	let even = 0;
	let odd = 0;
	for (let at = 0; at < sample.length; at++) {
		if (sample[at] !== 0) continue;
		if (at % 2) odd++;
		else even++;
	}
	if (Math.max(even, odd) <= sample.length / 8 || Math.min(even, odd) >= sample.length / 16) return undefined;
	return even > odd ? 'even' : 'odd';
}

/** Whether bytes begin with the mark of UTF-16. */
export function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
	return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined;
}

/** What a file is by its first bytes, whatever its name says. */
export function kindOf(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) return 'empty';
	const magic = MAGIC.find(([, first]) => startsWith(bytes, first));
	if (magic) {
		const [kind] = magic;
		// The first entry of a workbook is named one of these; what is packed after a name can look like anything.
		const start = new TextDecoder('latin1').decode(bytes.subarray(0, FIRST_NAME));
		return kind === 'zip' &&
			/\[Content_Types\]|^[^]{30}xl\/|_rels\/|mimetypeapplication\/vnd\.oasis/.test(start)
			? 'workbook'
			: kind;
	}
	if (utf16Mark(bytes) || nulHalf(bytes)) return 'text';
	return bytes.includes(0) ? 'binary' : 'text';
}
