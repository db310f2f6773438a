import type { ChartSpec, ChartView } from '../../charts/types.ts';
import { averagesOf } from '../../cube/index.ts';
import type { CubeAnswer, CubeQuery } from '../../cube/types.ts';
import { fieldByName, fieldByRole } from '../../package/index.ts';
import type { Resource } from '../../package/types.ts';
import type { LoadedPackage } from '../package.ts';
import { placesIn, type Places } from './places.ts';

const drawn = new WeakMap<LoadedPackage, { places: Places | undefined }>();

/** The places of a package, worked out once. */
export function placesOfPackage(loaded: LoadedPackage): Places | undefined {
	const known = drawn.get(loaded) ?? { places: placesIn(loaded) };
	drawn.set(loaded, known);
	return known.places;
}

/** Whether a chart shows rates, or does so where a reader asks for them. */
export function hasRates({ query, filters }: ChartSpec): boolean {
	return query.rate === true || (filters?.includes('rate') ?? false);
}

/** The question for the rates of all places at every choice that the chart's reader has. */
function averageQuery({ query, filters = [] }: ChartSpec, resource: Resource): CubeQuery {
	const place = fieldByRole(resource, 'place')?.name ?? '';
	const open = new Set([place, ...filters]);
	const isOpen = (role: 'measure' | 'unit') => open.has(fieldByRole(resource, role)?.name ?? '');
	const { measure, unit, ...rest } = query;
	return {
		...rest,
		...(measure && !isOpen('measure') ? { measure } : {}),
		...(unit && !isOpen('measure') && !isOpen('unit') ? { unit } : {}),
		rate: true,
		dimensions: [...new Set([...query.dimensions, place])],
		filters: Object.fromEntries(Object.entries(query.filters ?? {}).filter(([name]) => !open.has(name)))
	};
}

/** What a chart of places carries besides its answer: words, shapes, residents and the average of all places. */
export async function placeParts(
	loaded: LoadedPackage,
	spec: ChartSpec,
	resource: Resource,
	answerTo: (query: CubeQuery) => Promise<CubeAnswer>
): Promise<Pick<ChartView, 'places' | 'shapes' | 'population' | 'averages'>> {
	const parts: Pick<ChartView, 'places' | 'shapes' | 'population' | 'averages'> = {};
	const population = loaded.resources.find(({ name }) => name === resource.population?.resource);
	if (population && hasRates(spec)) parts.population = population;
	if (spec.average) parts.averages = averagesOf(await answerTo(averageQuery(spec, resource)), resource);
	const places = placesOfPackage(loaded);
	if (!places || !fieldByName(resource, places.settings.field)) return parts;
	const { one, many, whole } = places.settings;
	parts.places = { one, many, whole };
	const { shapes, ...tiles } = places.shapes;
	if (spec.mark === 'map') parts.shapes = { ...tiles, ...(shapes ? { shapes } : {}) };
	if (spec.mark === 'tile-map' || spec.mark === 'funnel') parts.shapes = tiles;
	return parts;
}
