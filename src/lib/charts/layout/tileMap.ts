import { markWords } from '../words/values.ts';
import type { ChartContext } from '../context.ts';
import type { PlaceShapes } from '../types.ts';
import { BROAD_PANEL, WIDE_PANEL } from './panel.ts';
import type { AreaDot, AreaMark, AreaText, AreaWidth, PanelMap } from './mapTypes.ts';
import { fillOf, placeDatum, type PlaceFigure } from './places.ts';
import { textWidth } from './text.ts';
import type { Datum } from './types.ts';

/** Part of a tile's cell that stays empty along each side. */
const GAP = 0.035;
/** A few tiles do not fill a broad page: the cells of a grid are as narrow as those of this many columns. */
const LEAST_COLUMNS = 8;
/** px of a cell from which a figure stands below the letters. */
const LEAST_CELL = 43;
const VALUE_SIZE = 12;
/** px of a cell around its figure. */
const AROUND = 8;

/** Places as equal tiles in a grid; a cell is as high as it is wide. */
export function tileMap(
	context: ChartContext,
	shapes: PlaceShapes,
	places: PlaceFigure[],
	limits: number[],
	panel: number
): { map: PanelMap; data: Datum[] } {
	const cells = places.map(({ code }) => shapes.tiles[code] ?? ([0, 0] as const));
	const left = Math.min(...cells.map(([column]) => column));
	const top = Math.min(...cells.map(([, row]) => row));
	const columns = Math.max(LEAST_COLUMNS, Math.max(...cells.map(([column]) => column)) - left + 1);
	const rows = Math.max(...cells.map(([, row]) => row)) - top + 1;
	const figures = places.map(({ row }) => (row.value === null ? '' : markWords(row, context.locale)));
	const room = Math.max(LEAST_CELL, ...figures.map((figure) => textWidth(figure, VALUE_SIZE) + AROUND));
	const from = WIDE_PANEL / columns >= room ? 'wide' : BROAD_PANEL / columns >= room ? 'broad' : null;
	const data: Datum[] = [];
	const areas = places.map((place, position): AreaMark => {
		const [column = 0, row = 0] = cells[position] ?? [];
		const [x, y] = [column - left, row - top];
		const box = {
			x0: (x + GAP) / columns,
			x1: (x + 1 - GAP) / columns,
			y0: (y + GAP) / rows,
			y1: (y + 1 - GAP) / rows
		};
		const at = { x: (x + 0.5) / columns, y: (y + 0.5) / rows };
		data.push(placeDatum(place, position, panel, box));
		const low = place.row.value !== null && place.row.status === '[u]';
		return {
			place: place.code,
			box,
			at,
			d: null,
			tiny: false,
			...fillOf(place.row, limits),
			texts: tileTexts(at, place.mark, figures[position] ?? '', from, low),
			dots: low ? tileDots(at, box) : [],
			datum: position
		};
	});
	return { map: { left: 0, width: columns * 100, height: rows * 100, areas }, data };
}

/** The letters in the middle; with their figure under them from the width on at which all figures have room. */
function tileTexts(
	at: { x: number; y: number },
	mark: string,
	figure: string,
	from: 'wide' | 'broad' | null,
	low: boolean
): AreaText[] {
	const alone = low ? 6 : 4.5;
	const text = (kind: AreaText['kind'], words: string, dy: number, width: AreaWidth): AreaText => {
		return { ...at, dy, text: words, kind, width };
	};
	if (!figure || !from) return [text('mark', mark, alone, 'all')];
	return [
		text('mark', mark, alone, from === 'wide' ? 'narrow' : 'slim'),
		text('mark', mark, -2, from),
		text('value', figure, 14, from)
	];
}

/** The mark of low reliability: over the letters of a small tile, in the corner of a larger one. */
function tileDots(at: { x: number; y: number }, box: AreaMark['box']): AreaDot[] {
	return [
		{ x: at.x, y: box.y0, dx: 0, dy: 4, width: 'narrow' },
		{ x: box.x1, y: box.y0, dx: -5, dy: 5, width: 'wide' }
	];
}
