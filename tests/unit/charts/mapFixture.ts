import { chartContext, type ChartContext } from '../../../src/lib/charts/context.ts';
import { setPlaceKit } from '../../../src/lib/charts/kit.ts';
import { PLACE_KIT } from '../../../src/lib/charts/places/kit.ts';
import type { ChartSpec, ChartView, PlaceShapes } from '../../../src/lib/charts/types.ts';
import type { CubeRow } from '../../../src/lib/cube/types.ts';
import type { Status } from '../../../src/lib/package/types.ts';

setPlaceKit(PLACE_KIT);

/** Six places in a grid of three columns and two rows, the last cell of the first row being empty. */
export const PLACES = [
	{ code: 'A', name: 'Aland', mark: 'A' },
	{ code: 'B', name: 'Bland', mark: 'B' },
	{ code: 'C', name: 'Cland', mark: 'C' },
	{ code: 'D', name: 'Dland', mark: 'D' },
	{ code: 'E', name: 'Eland', mark: 'E' }
];

/** A square, its left upper corner and its side. */
export const square = (x: number, y: number, side: number) =>
	`M${x},${y}L${x + side},${y}L${x + side},${y + side}L${x},${y + side}Z`;

export const SHAPES: PlaceShapes = {
	field: 'place',
	one: 'State',
	many: 'States',
	whole: 'Union',
	places: PLACES,
	tiles: { A: [0, 0], B: [1, 0], C: [0, 1], D: [1, 1], E: [2, 1] },
	isGeographic: true,
	shapes: {
		width: 960,
		height: 480,
		paths: {
			A: square(0, 0, 300),
			B: square(300, 0, 300),
			C: square(0, 300, 60),
			D: square(300, 300, 150),
			E: square(700, 300, 6)
		}
	}
};

/** `[place, value, status, count]`; with a count the value is a rate. */
export type PlaceFigure = [string, number | null, Status?, number?];

function rowOf([place, value, status = '', count]: PlaceFigure): CubeRow {
	return {
		key: { place, year: 2020 },
		value,
		status,
		...(count === undefined
			? {}
			: { rate: { count, population: 1000, basis: '', low: null, high: null, sources: [] } }),
		qualifier: '',
		denominator: null,
		sources: ['S1'],
		confidence: 'A',
		notes: []
	};
}

/** Everything of a map that a test may change. */
export interface MapFixture {
	figures: PlaceFigure[];
	spec?: Partial<ChartSpec>;
	shapes?: PlaceShapes | null;
	/** More rows of the same places, from another year. */
	other?: PlaceFigure[];
	dimensions?: string[];
	rate?: boolean;
}

/** A map of made-up places in one year. */
export function mapView({
	figures,
	spec = {},
	shapes = SHAPES,
	other = [],
	dimensions = ['place', 'year'],
	rate = false
}: MapFixture): ChartView {
	const query = {
		table: 'places',
		measure: ['calls'],
		dimensions,
		...(rate ? { rate: true } : {}),
		filters: { year: other.length ? [2020, 2021] : [2020] }
	};
	const later = other.map(rowOf).map((row) => ({ ...row, key: { ...row.key, year: 2021 } }));
	const rows = [...figures.map(rowOf), ...later];
	return {
		spec: { id: 'test', title: 'Calls by state', pages: [], query, mark: 'tile-map', x: 'place', ...spec },
		resource: {
			name: 'places',
			path: 'places.csv',
			type: 'table',
			title: 'Places',
			description: 'Made up.',
			unit: 'calls',
			scope: 'Test line',
			schema: {
				fields: [
					{
						name: 'place',
						type: 'string',
						role: 'place',
						title: 'State',
						categories: [...PLACES, { code: 'X', name: 'Elsewhere' }].map(({ code, name }) => ({
							value: code,
							label: name
						}))
					},
					{ name: 'year', type: 'year', role: 'time', title: 'Year' },
					{ name: 'measure', type: 'string', role: 'measure', title: 'Measure' },
					{ name: 'value', type: 'integer', role: 'value' }
				]
			}
		},
		answer: {
			refused: false,
			query,
			rows,
			breaks: [],
			nonAdditive: [],
			withheld: rows.filter((row) => row.status === '[c]').length
		},
		sources: [
			{ id: 'S1', title: 'Report', publisher: 'Publisher', url: 'https://example.org', date: '2024-02-01' }
		],
		...(shapes ? { shapes } : {}),
		package: {
			title: 'Test data',
			publisher: 'Publisher',
			scope: 'Everywhere',
			limits: 'Counts reports, not events.',
			version: '1.2.3',
			asOf: '2026-03-31'
		}
	};
}

/** The same, ready for layout and words. */
export function mapContext(fixture: MapFixture): ChartContext {
	return chartContext(mapView(fixture));
}
