const NARROW = new Set("iljtfrI.,:;'|!()[] ".split(''));
const BROAD = new Set('mwMWQO%@—&'.split(''));

/** A careful (upper) guess of a text's width in px, without a font: layout runs where there is none. */
export function textWidth(text: string, size = 13): number {
	let width = 0;
	for (const letter of text) {
		width += NARROW.has(letter)
			? 0.4
			: BROAD.has(letter)
				? 0.95
				: letter >= 'A' && letter <= 'Z'
					? 0.72
					: 0.64;
	}
	return width * size;
}

/** Breaks a text into lines of at most `width` px between words; a longer word stays whole. */
export function wrapText(text: string, width: number, size = 13): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const longer = line ? `${line} ${word}` : word;
		if (line && textWidth(longer, size) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return line ? [...lines, line] : lines;
}
