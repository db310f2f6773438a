import { measure } from './measure.ts';
import type { Face } from './metrics.ts';

/** A stretch of text in one face and colour. */
export interface Run {
	text: string;
	face: Face;
	fill: string;
}

/** Room for readers of an SVG who do not have the fonts: their own sans is broader by about so much. */
const OTHER_FONTS = 1.07;

/**
 * Breaks runs into lines of at most `width` px, between words; a word that is longer than a line is broken
 * inside.
 */
export function wrapRuns(runs: Run[], width: number, size: number): Run[][] {
	const lines: Run[][] = [];
	let line: Run[] = [];
	let used = 0;
	const end = () => {
		if (line.length) lines.push(line);
		line = [];
		used = 0;
	};
	for (const run of runs) {
		const wide = (text: string) => measure(text, run.face, size) * OTHER_FONTS;
		for (const word of run.text
			.split(/\s+/)
			.filter(Boolean)
			.flatMap((long) => pieces(long, width, wide))) {
			const before = line.length ? ' ' : '';
			if (before && used + wide(before + word) > width) end();
			const text = (line.length ? ' ' : '') + word;
			used += wide(text);
			const last = line.at(-1);
			if (last && last.face === run.face && last.fill === run.fill) last.text += text;
			else line.push({ ...run, text });
		}
	}
	end();
	return lines;
}

/** A word, or the pieces of one that no line holds; broken after a slash where there is one. */
function pieces(word: string, width: number, wide: (text: string) => number): string[] {
	if (wide(word) <= width) return [word];
	const found: string[] = [];
	let piece = '';
	for (const part of word.split(/(?<=\/)/)) {
		if (piece && wide(piece + part) > width) {
			found.push(piece);
			piece = '';
		}
		for (const letter of part) {
			if (piece && wide(piece + letter) > width) {
				found.push(piece);
				piece = '';
			}
			piece += letter;
		}
	}
	return piece ? [...found, piece] : found;
}

/** The same in no more lines, but with lines about equally long. */
export function balanced(runs: Run[], width: number, size: number): Run[][] {
	const lines = wrapRuns(runs, width, size);
	if (lines.length < 2) return lines;
	let best = lines;
	let [least, most] = [width / 2, width];
	while (most - least > size) {
		const tried = wrapRuns(runs, (least + most) / 2, size);
		if (tried.length > lines.length) least = (least + most) / 2;
		else [best, most] = [tried, (least + most) / 2];
	}
	return best;
}

/** A text that is longer than `room` px, cut and with an ellipsis; other texts as they are. */
export function shortened(text: string, face: Face, size: number, room: number): string {
	if (measure(text, face, size) <= room) return text;
	const letters = [...text];
	while (letters.length > 1 && measure(`${letters.join('')}…`, face, size) > room) letters.pop();
	return `${letters.join('').trimEnd()}…`;
}
