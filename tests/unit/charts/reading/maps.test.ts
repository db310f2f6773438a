import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { nearestDatum } from '../../../../src/lib/charts/reading/nearest.ts';
import { step } from '../../../../src/lib/charts/reading/step.ts';
import { mapContext, SHAPES, type PlaceFigure } from '../mapFixture.ts';

const figures: PlaceFigure[] = [
	['A', 1],
	['B', 5],
	['C', null, '[c]'],
	['D', 12]
];
const tiles = layoutChart(mapContext({ figures }));
const shapes = layoutChart(mapContext({ figures, spec: { mark: 'map' } }));
const panels = layoutChart(mapContext({ figures, other: figures, spec: { facet: 'year' } }));

const placeOf = (layout: typeof tiles, index: number | null) =>
	index === null ? null : `${layout.data[index]?.row.key['place']}`;
const from = (layout: typeof tiles, place: string, key: string) => {
	const index = layout.data.findIndex((datum) => datum.row.key['place'] === place);
	return placeOf(layout, step(layout.data, index, key, layout.kind));
};

describe('keys on tiles', () => {
	it('move in the grid', () => {
		expect(from(tiles, 'A', 'ArrowRight')).toBe('B');
		expect(from(tiles, 'A', 'ArrowDown')).toBe('C');
		expect(from(tiles, 'D', 'ArrowUp')).toBe('B');
		expect(from(tiles, 'D', 'ArrowLeft')).toBe('C');
		expect(from(tiles, 'D', 'ArrowRight')).toBe('E');
	});

	it('pass gaps in a row before they leave it', () => {
		const apart = { ...SHAPES, tiles: { ...SHAPES.tiles, B: [6, 0] as [number, number] } };
		expect(from(layoutChart(mapContext({ figures, shapes: apart })), 'A', 'ArrowRight')).toBe('B');
	});

	it('lead to the nearest place in that direction where the row or column ends, and stay at the edge', () => {
		expect(from(tiles, 'B', 'ArrowRight')).toBe('E');
		expect(from(tiles, 'E', 'ArrowUp')).toBe('B');
		expect(from(tiles, 'A', 'ArrowLeft')).toBe('A');
		expect(from(tiles, 'E', 'ArrowRight')).toBe('E');
	});

	it('begin at the first place in the alphabet, and know both ends of it', () => {
		expect(placeOf(tiles, step(tiles.data, null, 'ArrowUp', 'tile-map'))).toBe('A');
		expect(from(tiles, 'D', 'Home')).toBe('A');
		expect(from(tiles, 'A', 'End')).toBe('E');
		expect(step(tiles.data, 0, 'Tab', 'tile-map')).toBeNull();
		expect(step(tiles.data, 0, 'toString', 'tile-map')).toBeNull();
	});

	it('go on in the next map from the edge of one', () => {
		const last = panels.data.findIndex((datum) => datum.panel === 0 && datum.row.key['place'] === 'E');
		const next = panels.data[step(panels.data, last, 'ArrowRight', 'tile-map') ?? -1];
		expect([next?.panel, next?.row.key['place']]).toEqual([1, 'E']);
	});
});

describe('keys on shapes', () => {
	it('follow the alphabet, whatever the direction', () => {
		expect(from(shapes, 'A', 'ArrowRight')).toBe('B');
		expect(from(shapes, 'A', 'ArrowDown')).toBe('B');
		expect(from(shapes, 'C', 'ArrowUp')).toBe('B');
		expect(from(shapes, 'A', 'ArrowLeft')).toBe('A');
		expect(from(shapes, 'E', 'ArrowDown')).toBe('E');
	});
});

describe('pointer', () => {
	const at = (layout: typeof tiles, x: number, y: number) =>
		placeOf(
			layout,
			nearestDatum(layout, [{ left: 10, top: 20, width: 480, height: 240 }], { x: x + 10, y: y + 20 })
		);

	it('finds the tile under it or near it, none in an empty cell', () => {
		expect(at(tiles, 30, 60)).toBe('A');
		expect(at(tiles, 90, 180)).toBe('D');
		expect(at(tiles, 59, 60)).toBe('A');
		expect(at(tiles, 150, 60)).toBeNull();
		expect(at(tiles, 400, 180)).toBeNull();
	});

	it('finds the shape under it, a place without a figure too, and a small one from beside it', () => {
		expect(at(shapes, 75, 75)).toBe('A');
		expect(at(shapes, 225, 5)).toBe('B');
		expect(at(shapes, 351, 151)).toBe('E');
		expect(at(shapes, 365, 151)).toBe('E');
		expect(at(shapes, 420, 151)).toBeNull();
	});
});
