import type { Palette } from './palette.ts';
import { paragraph } from './text.ts';
import type { Block } from './types.ts';
import type { ImageWords, Remark } from './words.ts';

/** The words of a picture as blocks of any width. */
export interface WordBlocks {
	headline: (width: number, size: number) => Block;
	deck: (width: number) => Block;
	/** The limits sentence and what must not be added. */
	limits: (width: number) => Block[];
	notes: (width: number) => Block[];
	sources: (width: number) => Block[];
	/** Version, day and address. */
	credit: (width: number) => Block;
	publisher: (width: number) => Block;
}

const DECK = { size: 14.5, line: 20 };
const LIMITS = { size: 13.5, line: 18.5 };
const SMALL = { size: 12.5, line: 16.5 };

/**
 * Sets the words of a picture.
 * @param notes the notes that are shown
 */
export function wordBlocks(words: ImageWords, notes: Remark[], palette: Palette): WordBlocks {
	const remark = ({ lead, text }: Remark, fill: string, { size, line }: typeof SMALL) => {
		const runs = [
			...(lead ? [{ text: lead, face: 'bold', fill: palette.ink } as const] : []),
			{ text, face: 'sans', fill } as const
		];
		return (width: number) => paragraph(runs, width, size, line);
	};
	const soft = (text: string, { size, line }: typeof SMALL) =>
		remark({ lead: '', text }, palette.inkSoft, { size, line });
	return {
		headline: (width, size) =>
			paragraph([{ text: words.headline, face: 'serif', fill: palette.ink }], width, size, size * 1.2, true),
		deck: soft(words.deck, DECK),
		limits: (width) => words.limits.map((each) => remark(each, palette.ink, LIMITS)(width)),
		notes: (width) => notes.map((each) => remark(each, palette.inkSoft, SMALL)(width)),
		sources: (width) => (words.sources ? [remark(words.sources, palette.inkSoft, SMALL)(width)] : []),
		credit: (width) =>
			paragraph(
				[
					{ text: words.version, face: 'sans', fill: palette.inkSoft },
					{ text: words.address, face: 'bold', fill: palette.link }
				],
				width,
				SMALL.size,
				SMALL.line
			),
		publisher: soft(words.publisher, SMALL)
	};
}
