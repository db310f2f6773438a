import { nulHalf, utf16Mark } from './kind.ts';
import type { Encoding } from './types.ts';

/** How a file begins: its encoding, and whether a mark at its start says so. */
export interface FoundEncoding {
	encoding: Encoding;
	marked: boolean;
}

/**
 * The encoding by the first bytes of a file. UTF-8 is a guess that the whole file must prove; where it
 * does not, it is Windows-1252.
 */
export function encodingOf(bytes: Uint8Array): FoundEncoding {
	const mark = utf16Mark(bytes);
	if (mark) return { encoding: mark, marked: true };
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', marked: true };
	const half = nulHalf(bytes);
	if (half) return { encoding: half === 'even' ? 'utf-16be' : 'utf-16le', marked: false };
	return { encoding: 'utf-8', marked: false };
}
