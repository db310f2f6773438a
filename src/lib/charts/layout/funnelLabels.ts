import { NARROW_PANEL, WIDE_PANEL, plotWidth } from './panel.ts';
import { textWidth } from './text.ts';
import { textMark } from './textMark.ts';
import type { Panel, TextMark } from './types.ts';

/** A dot and the short text that it may carry. */
export interface DotLabel {
	x: number;
	y: number;
	text: string;
	/** First to be placed, and in ink. */
	isFirst: boolean;
}

const SIZE = 12;
const TALL = 13;
/** px of a dot with a little room around it. */
const DOT = 6;
/** Panel widths that each variant is tried at. */
const TRIED = { narrow: [NARROW_PANEL, 340, 420], wide: [WIDE_PANEL, 560, 640, 740] } as const;

interface Rectangle {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Places beside a dot, the best first. */
const PLACES = [
	{ anchor: 'start', dx: 7, dy: 4 },
	{ anchor: 'end', dx: -7, dy: 4 },
	{ anchor: 'middle', dx: 0, dy: -8 },
	{ anchor: 'middle', dx: 0, dy: 17 }
] as const;

/** Labels of the dots that have room for one, once for narrow and once for wide panels; none covers a dot or a text. */
export function funnelLabels(
	panel: Panel,
	dots: DotLabel[],
	before: TextMark[],
	plot: { top: number; bottom: number }
): TextMark[] {
	const order = [...dots].sort((a, b) => Number(b.isFirst) - Number(a.isFirst));
	return (['narrow', 'wide'] as const).flatMap((variant) => {
		const widths = TRIED[variant].map((width) => plotWidth(panel, width));
		const taken: Rectangle[][] = widths.map((width) => [
			...dots.map(({ x, y }) => around(x * width, y)),
			...before.map((text) => boxOf({ ...text, text: text.lines[0] ?? '' }, { ...text, dy: 0 }, width))
		]);
		return order.flatMap((dot): TextMark[] => {
			const boxes = (place: (typeof PLACES)[number]) => widths.map((width) => boxOf(dot, place, width));
			const fits = (place: (typeof PLACES)[number]) =>
				boxes(place).every((box, index) => {
					const inside =
						box.left >= 2 &&
						box.right <= (widths[index] ?? 0) + 12 &&
						box.top >= plot.top - 8 &&
						box.bottom <= plot.bottom;
					return inside && (taken[index] ?? []).every((other) => !overlaps(box, other));
				});
			const place = PLACES.find(fits);
			if (!place) return [];
			boxes(place).forEach((box, index) => taken[index]?.push(box));
			const { x, y, text, isFirst } = dot;
			const tone = isFirst ? ('hue' as const) : ('soft' as const);
			return [
				textMark({
					x,
					dx: place.dx,
					y: y + place.dy,
					anchor: place.anchor,
					lines: [text],
					tone,
					width: variant
				})
			];
		});
	});
}

function around(x: number, y: number): Rectangle {
	return { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT };
}

function boxOf(
	{ x, y, text }: Pick<DotLabel, 'x' | 'y' | 'text'>,
	{ anchor, dx, dy }: { anchor: TextMark['anchor']; dx: number; dy: number },
	width: number
): Rectangle {
	const long = textWidth(text, SIZE);
	const at = x * width + dx;
	const left = anchor === 'start' ? at : anchor === 'end' ? at - long : at - long / 2;
	return { left, right: left + long, top: y + dy - TALL + 3, bottom: y + dy + 3 };
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
