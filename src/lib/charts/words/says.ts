/**
 * Whether a text has a word that begins with one of some stems.
 * @param stems small letters, with a blank between two: `add sum`
 */
export function says(text: string, stems: string): boolean {
	const words = text.toLowerCase().split(/[^\p{L}]+/u);
	return stems.split(' ').some((stem) => words.some((word) => word.startsWith(stem)));
}
