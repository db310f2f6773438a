import { ADVANCES, RANGES, type Face } from './metrics.ts';

/** Widths of characters without an entry, in thousandths of an em: letters, and from the scripts of East Asia on. */
const LETTER = 650;
const BROAD = 1000;
const BROAD_FROM = 0x2e80;

/** The place of each known character in the lists of advances. */
const PLACES = new Map<number, number>();
for (const [first, last] of RANGES) {
	for (let code = first; code <= last; code++) PLACES.set(code, PLACES.size);
}

/** Width of a text in px in one of the pictures' faces; exact but for kerning. */
export function measure(text: string, face: Face, size: number): number {
	let width = 0;
	for (const letter of text) {
		const code = letter.codePointAt(0) ?? 0;
		const place = PLACES.get(code);
		const known = place === undefined ? 0 : (ADVANCES[face][place] ?? 0);
		width += known || (code >= BROAD_FROM ? BROAD : LETTER);
	}
	return (width * size) / 1000;
}
