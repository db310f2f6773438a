import { ADVANCES, RANGES, type Face } from './metrics.ts';

/** Width of a character that the table does not know, in thousandths of an em: as broad as it is high. */
const UNKNOWN = 1000;
/** The same for a character that the font lacks within a known range. */
const MISSING = 650;

/** The place of each known character in the lists of advances. */
const PLACES = new Map<number, number>();
for (const [first, last] of RANGES) {
	for (let code = first; code <= last; code++) PLACES.set(code, PLACES.size);
}

/** Width of a text in px in one of the pictures' faces; exact but for kerning. */
export function measure(text: string, face: Face, size: number): number {
	let width = 0;
	for (const letter of text) {
		const place = PLACES.get(letter.codePointAt(0) ?? 0);
		width += place === undefined ? UNKNOWN : ADVANCES[face][place] || MISSING;
	}
	return (width * size) / 1000;
}
