import { measure } from '../../../../src/lib/outputs/image/measure.ts';
import type { Face } from '../../../../src/lib/outputs/image/metrics.ts';

/** A line of text of a picture, with the box that its letters take, in px of the picture. */
export interface TextBox {
	text: string;
	size: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const ENTITIES: Record<string, string> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'"
};

/** Text as a reader sees it. */
export function decoded(text: string): string {
	return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

function attribute(tag: string, name: string): string {
	return decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function faceOf(tag: string): Face {
	if (attribute(tag, 'font-family').includes('Serif')) return 'serif';
	return attribute(tag, 'font-weight') === '600' ? 'bold' : 'sans';
}

/** Width and height of a picture in px, and px of the picture for one of its units. */
export function frameOf(svg: string): { width: number; height: number; scale: number } {
	const tag = /^<svg[^>]*>/.exec(svg)?.[0] ?? '';
	const width = Number(attribute(tag, 'width'));
	return {
		width,
		height: Number(attribute(tag, 'height')),
		scale: width / Number(attribute(tag, 'viewBox').split(' ')[2])
	};
}

/** Every line of text with its box, by the widths of the bundled fonts. */
export function textBoxes(svg: string): TextBox[] {
	const { scale } = frameOf(svg);
	return [...svg.matchAll(/(<text[^>]*>)(.*?)<\/text>/gs)].map(([, tag = '', content = '']) => {
		const size = Number(attribute(tag, 'font-size'));
		const runs = [
			{ tag, text: decoded(content.replace(/<tspan.*$/s, '')) },
			...[...content.matchAll(/(<tspan[^>]*>)(.*?)<\/tspan>/gs)].map(([, own = '', text = '']) => ({
				tag: own,
				text: decoded(text)
			}))
		];
		const width = runs.reduce((sum, run) => sum + measure(run.text, faceOf(run.tag), size), 0);
		const [x, y] = [Number(attribute(tag, 'x')), Number(attribute(tag, 'y'))];
		const anchor = attribute(tag, 'text-anchor');
		const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
		const turned = tag.includes('rotate(-90');
		const box = turned
			? { left: x - size * 0.7, right: x + size * 0.2, top: y - width, bottom: y }
			: { left, right: left + width, top: y - size * 0.7, bottom: y + size * 0.2 };
		return {
			text: runs.map((run) => run.text).join(''),
			size: size * scale,
			left: box.left * scale,
			right: box.right * scale,
			top: box.top * scale,
			bottom: box.bottom * scale
		};
	});
}

/** Pairs of lines of text whose boxes meet. */
export function collisions(boxes: TextBox[]): string[] {
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(other) =>
					one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
			)
			.map((other) => `“${one.text}” meets “${other.text}”`)
	);
}
