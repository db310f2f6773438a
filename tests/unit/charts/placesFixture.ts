import { chartContext, type ChartContext } from '../../../src/lib/charts/context.ts';
import { setPlaceKit } from '../../../src/lib/charts/kit.ts';
import { PLACE_KIT } from '../../../src/lib/charts/places/kit.ts';
import type { ChartSpec, ChartView } from '../../../src/lib/charts/types.ts';
import type { CubeQuery, CubeRow } from '../../../src/lib/cube/types.ts';
import type { Resource, Status } from '../../../src/lib/package/types.ts';
import { rateOf } from '../../../src/lib/stats/index.ts';

setPlaceKit(PLACE_KIT);

/** Names in alphabetical order; their codes are P0, P1 and so on. */
const NAMES = (
	'Ash Birch Cedar Elm Fir Gorse Hazel Ivy Juniper Larch Maple Oak Pine Rowan Spruce Thorn ' +
	'Umbra Vine Willow Yew'
).split(' ');

/** `[place, year, count, population]`; a count of null is withheld, a population of null is not known. */
export type PlaceFigure = [number, number, number | null, number | null];

/** Everything of a chart of places that a test may change. */
export interface PlacesFixture {
	figures: PlaceFigure[];
	/** How many places the field lists; absent: as many as there are names. */
	places?: number;
	spec?: Partial<ChartSpec>;
	query?: Partial<CubeQuery>;
	averages?: CubeRow[];
}

/** The row of a figure: its rate with limits, or its count. */
export function placeRow([place, year, count, population]: PlaceFigure, rate = true): CubeRow {
	const status: Status = count === null ? '[c]' : '';
	const plain = { qualifier: '', denominator: null, sources: ['S1'], confidence: 'A', notes: [] };
	const key = { place: `P${place}`, year };
	if (!rate) return { key, value: count, status, ...plain };
	const found = rateOf({ value: count, status }, population);
	const { low, high } = found;
	const of = { count, population, basis: '', low, high, sources: ['S1'] };
	return { key, value: found.value, status: found.status, rate: of, ...plain };
}

/** An average of all places at a year. */
export function averageAt(year: number, value: number, more: Record<string, string> = {}): CubeRow {
	const rate = { count: 1000, population: 1e6, basis: '', low: null, high: null, sources: [] };
	const plain = { qualifier: '', denominator: null, sources: [], confidence: '', notes: [] };
	return { key: { year, ...more }, value, status: '', rate, ...plain };
}

/** A chart of rates of places; dots by place unless told otherwise. */
export function placesView({
	figures,
	places = NAMES.length,
	spec,
	query,
	averages
}: PlacesFixture): ChartView {
	const resource: Resource = {
		name: 'figures',
		path: 'figures.csv',
		type: 'table',
		title: 'Figures',
		description: 'Made up.',
		unit: 'calls',
		scope: 'Test line',
		schema: {
			fields: [
				{
					name: 'place',
					type: 'string',
					role: 'place',
					title: 'Place',
					categories: NAMES.slice(0, places).map((label, at) => ({ value: `P${at}`, label }))
				},
				{ name: 'year', type: 'year', role: 'time', title: 'Year' },
				{ name: 'value', type: 'integer', role: 'value' },
				{ name: 'status', type: 'string', role: 'status' }
			]
		}
	};
	const asked: CubeQuery = { table: 'figures', dimensions: ['place', 'year'], rate: true, ...query };
	return {
		spec: { id: 'test', title: 'Rates', pages: [], query: asked, mark: 'dot', x: 'place', ...spec },
		resource,
		answer: {
			refused: false,
			query: asked,
			rows: figures.map((figure) => placeRow(figure, asked.rate)),
			breaks: [],
			nonAdditive: [],
			withheld: figures.filter(([, , count]) => count === null).length
		},
		places: { one: 'Place', many: 'Woods', whole: 'Forest' },
		...(averages ? { averages } : {}),
		sources: [],
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
export function placesContext(fixture: PlacesFixture): ChartContext {
	return chartContext(placesView(fixture));
}
