import type { TextMark } from './types.ts';

/** A text with what differs from plain ink at the left. */
export function textMark(mark: Partial<TextMark> & Pick<TextMark, 'y'>): TextMark {
	const plain = {
		x: 0,
		dx: 0,
		anchor: 'start',
		lines: [''],
		value: '',
		tone: 'ink',
		hue: 1,
		width: 'all',
		turned: false
	} as const;
	return { ...plain, lines: [''], ...mark };
}

/** Small grey words that read upwards, for a stretch of time too narrow for a line of text. */
export function turnedMark(x: number, y: number, words: string): TextMark {
	return textMark({ x, dx: 4, y, lines: [words], tone: 'soft', turned: true });
}
