import type { PlaceShapes } from '../types.ts';
import type { AreaDot, AreaMark, AreaText, PanelMap } from './mapTypes.ts';
import { extentOf, middleOf, ringsOf, type Middle } from './outline.ts';
import { BROAD_PANEL, NARROW_PANEL, WIDE_PANEL } from './panel.ts';
import { fillOf, placeDatum, type PlaceFigure } from './places.ts';
import { textWidth } from './text.ts';
import type { Datum } from './types.ts';

/** Of the map's width: a shape that is smaller both ways is drawn as a disc. */
const TINY = 0.012;
/** Height of a map for its width at most; a taller one has room at both sides. */
const TALLEST = 0.85;
const MARK_SIZE = 12;
/** px between the letters' corners and the nearest edge of their shape. */
const SPARE = 1;
/** px from the middle to the mark of low reliability under the letters. */
const UNDER = 10;

/** Places as shapes, with their letters where they have room. */
export function geographicMap(
	shapes: NonNullable<PlaceShapes['shapes']>,
	places: PlaceFigure[],
	limits: number[],
	panel: number
): { map: PanelMap; data: Datum[] } {
	const { height, paths } = shapes;
	const width = Math.max(shapes.width, height / TALLEST);
	const left = (shapes.width - width) / 2;
	const data: Datum[] = [];
	const areas = places.map((place, position): AreaMark => {
		const d = paths[place.code] ?? '';
		const rings = ringsOf(d);
		const extent = extentOf(rings);
		const middle = middleOf(rings);
		const at = { x: (middle.at[0] - left) / width, y: middle.at[1] / height };
		const tiny = extent.x1 - extent.x0 < TINY * width && extent.y1 - extent.y0 < TINY * width;
		const box = {
			x0: (extent.x0 - left) / width,
			x1: (extent.x1 - left) / width,
			y0: extent.y0 / height,
			y1: extent.y1 / height
		};
		data.push(placeDatum(place, position, panel, box));
		const low = place.row.value !== null && place.row.status === '[u]';
		return {
			place: place.code,
			box,
			at,
			d,
			tiny,
			...fillOf(place.row, limits),
			...labels(at, place.mark, lettersFrom(place.mark, middle, width, low), low),
			datum: position
		};
	});
	return { map: { left, width, height, areas }, data };
}

type From = 'all' | 'wide' | 'broad' | null;

/** The panel width from which a place's letters, and the mark under them, lie inside the largest disc in its shape. */
function lettersFrom(mark: string, { radius }: Middle, width: number, low: boolean): From {
	const half = textWidth(mark, MARK_SIZE) / 2;
	const needed = Math.max(Math.hypot(half, low ? UNDER / 2 + 2 : MARK_SIZE / 2) + SPARE, low ? UNDER + 3 : 0);
	const fits = (panel: number) => (radius * panel) / width >= needed;
	if (fits(NARROW_PANEL)) return 'all';
	return fits(WIDE_PANEL) ? 'wide' : fits(BROAD_PANEL) ? 'broad' : null;
}

const OTHERWISE = { wide: 'narrow', broad: 'slim' } as const;

function labels(
	at: { x: number; y: number },
	mark: string,
	from: From,
	low: boolean
): Pick<AreaMark, 'texts' | 'dots'> {
	const texts: AreaText[] =
		from === null ? [] : [{ ...at, dy: low ? 1 : 4.5, text: mark, kind: 'mark', width: from }];
	if (!low) return { texts, dots: [] };
	const middle: AreaDot[] =
		from === 'all' ? [] : [{ ...at, dx: 0, dy: 0, width: from === null ? 'all' : OTHERWISE[from] }];
	const under: AreaDot[] = from === null ? [] : [{ ...at, dx: 0, dy: UNDER - 2, width: from }];
	return { texts, dots: [...middle, ...under] };
}
