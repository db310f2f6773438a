import { element, escapeXml, short } from '../markup.ts';
import type { Face } from './metrics.ts';
import type { Block } from './types.ts';
import { balanced, wrapRuns, type Run } from './wrap.ts';

const SANS = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif";
const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif";

function faceAttributes(face: Face) {
	return {
		'font-family': face === 'serif' ? SERIF : SANS,
		'font-weight': face === 'sans' ? '400' : '600'
	};
}

/** Where and how a line of text stands; `halo` is a colour around the letters that keeps lines away. */
export interface Line {
	x: number;
	/** Baseline. */
	y: number;
	size: number;
	anchor?: 'start' | 'middle' | 'end' | undefined;
	halo?: { colour: string; width: number } | undefined;
	turned?: boolean;
}

/** One line of text. */
export function textLine({ x, y, size, anchor, halo, turned }: Line, runs: Run[]): string {
	const [first, ...others] = runs;
	if (!first) return '';
	const more = others.map((run) =>
		element('tspan', { ...faceAttributes(run.face), fill: run.fill }, escapeXml(run.text))
	);
	return element(
		'text',
		{
			x,
			y,
			...faceAttributes(first.face),
			'font-size': size,
			fill: first.fill,
			'text-anchor': anchor === 'start' ? undefined : anchor,
			// Without it the space between two runs is lost.
			'xml:space': others.length ? 'preserve' : undefined,
			transform: turned ? `rotate(-90 ${short(x)} ${short(y)})` : undefined,
			...(halo
				? {
						stroke: halo.colour,
						'stroke-width': halo.width,
						'stroke-linejoin': 'round',
						'paint-order': 'stroke'
					}
				: {})
		},
		escapeXml(first.text) + more.join('')
	);
}

/**
 * Words in lines of at most `width` px.
 * @param line the distance of the baselines
 * @param even whether lines are about equally long, as in a headline
 */
export function paragraph(runs: Run[], width: number, size: number, line: number, even = false): Block {
	const lines = even ? balanced(runs, width, size) : wrapRuns(runs, width, size);
	// Ascenders stand above the middle of the line by about a third of the size.
	const first = line / 2 + size * 0.34;
	return {
		height: lines.length * line,
		draw: (x, y) => lines.map((own, at) => textLine({ x, y: y + first + at * line, size }, own)).join('')
	};
}
