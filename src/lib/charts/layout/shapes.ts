import {
	symbol,
	symbolCircle,
	symbolCross,
	symbolDiamond,
	symbolSquare,
	symbolTriangle,
	type SymbolType
} from 'd3';
import type { Shape } from './types.ts';

const TYPES: Record<Shape, SymbolType> = {
	circle: symbolCircle,
	square: symbolSquare,
	triangle: symbolTriangle,
	diamond: symbolDiamond,
	down: symbolTriangle,
	cross: symbolCross
};

/** Area in square px, so that all shapes look equally large. */
const AREA = 52;

const paths = new Map<Shape, string>();

/** The outline of a marker around 0, 0. */
export function shapePath(shape: Shape): string {
	let path = paths.get(shape);
	if (path === undefined) {
		const size = shape === 'circle' ? 1 : 0.9;
		path = (symbol(TYPES[shape], AREA * size)() ?? '').replace(/\d+\.\d+/g, (number) =>
			String(Math.round(Number(number) * 100) / 100)
		);
		paths.set(shape, path);
	}
	return path;
}
