import type { MapKeyEntry, MapKeyWords } from '../../charts/words/mapWords.ts';
import { element } from '../markup.ts';
import { stack } from './blocks.ts';
import { entriesBlock, type Entry } from './key.ts';
import { areaLook } from './map.ts';
import type { Palette } from './palette.ts';
import { paragraph } from './text.ts';
import type { Block } from './types.ts';

const SIZE = 13.5;
const LINE = 19;

/** The key of a map: its unit, classes, other signs, and what must be known of them. */
export function mapKeyBlock({ unit, entries, remarks }: MapKeyWords, palette: Palette, width: number): Block {
	const title = unit.charAt(0).toUpperCase() + unit.slice(1);
	return stack(
		[
			paragraph([{ text: title, face: 'bold', fill: palette.ink }], width, SIZE, LINE),
			entriesBlock(
				entries.map((entry) => ({ label: entry.words, sample: 20, draw: sampleOf(entry, palette) })),
				palette,
				width
			),
			...remarks.map((text) =>
				paragraph([{ text, face: 'sans', fill: palette.inkSoft }], width, SIZE - 1, LINE - 2)
			)
		],
		3
	);
}

function sampleOf({ kind, step }: MapKeyEntry, palette: Palette): Entry['draw'] {
	if (kind === 'low') {
		return (x, y) => element('circle', { cx: x + 10, cy: y + 7, r: 2.5, fill: palette.classInk });
	}
	const look = areaLook({ tone: kind, step }, palette);
	return (x, y) => element('rect', { x: x + 0.5, y: y + 0.5, width: 19, height: 13, ...look });
}
