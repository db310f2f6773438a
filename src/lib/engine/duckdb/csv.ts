import Papa from 'papaparse';

const CARRIAGE_RETURN = 0x0d;
const HEADER_AT_MOST = 65_536;

/** The bytes with every line end written as `\n`, as the package's own reader sees them; the same bytes if they are so. */
export function withPlainLineEnds(bytes: Uint8Array): Uint8Array {
	if (!bytes.includes(CARRIAGE_RETURN)) return bytes;
	return new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n'));
}

/** The names in the first line of a CSV. */
export function headerOf(bytes: Uint8Array): string[] {
	const start = new TextDecoder().decode(bytes.subarray(0, HEADER_AT_MOST));
	return Papa.parse<string[]>(start, { preview: 1, delimiter: ',', newline: '\n' }).data[0] ?? [];
}
