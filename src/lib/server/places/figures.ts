import type { ChartSpec } from '../../charts/types.ts';
import { planQuery } from '../../cube/index.ts';
import type { CubeAnswer, CubeQuery, CubeRow } from '../../cube/types.ts';
import { dimensionsOf, fieldByRole, labelOf, localized } from '../../package/index.ts';
import type { Field, Resource } from '../../package/types.ts';
import type { Coverage, PlaceFigure, PlaceFigures, PlaceLink } from '../../ui/places/types.ts';
import { placeFieldOf } from './rows.ts';
import type { Release } from '../releases/release.ts';

/** The table of a chart with the fields that tell its places and times apart. */
interface Subject {
	resource: Resource;
	time: Field;
}

function subjectOf({ resources }: Release, spec: ChartSpec, field: string): Subject | undefined {
	const resource = resources.find(({ name }) => name === spec.query.table);
	const time = resource && fieldByRole(resource, 'time');
	return resource && time && placeFieldOf(resource, field) ? { resource, time } : undefined;
}

/** The question of a chart for every place and time. */
function everywhere({ query }: ChartSpec, { time }: Subject, field: string): CubeQuery {
	const { [time.name]: _, [field]: __, ...filters } = query.filters ?? {};
	const { shareOf: ___, ...plain } = query;
	return { ...plain, dimensions: [field, time.name], filters };
}

/** The answer, or undefined where the package refuses it. */
async function answerTo(release: Release, query: CubeQuery): Promise<CubeAnswer | undefined> {
	return planQuery(query, release.resources).refused ? undefined : release.answer(query);
}

const countOf = (row: CubeRow) => (row.rate ? row.rate.count : row.value);
/** A withheld figure is published: that it is there is known. */
const isPublished = (row: CubeRow) => countOf(row) !== null || row.status === '[c]';

/** The codes of the places with a published figure, by period, newest first. */
function placesByPeriod(rows: CubeRow[], field: string, time: string): [string | number, Set<string>][] {
	const periods = new Map<string | number, Set<string>>();
	for (const row of rows.filter(isPublished)) {
		const period = row.key[time] ?? '';
		periods.set(period, (periods.get(period) ?? new Set()).add(String(row.key[field])));
	}
	return [...periods].sort(([a], [b]) => (a < b ? 1 : -1));
}

function figureOf(place: PlaceLink, row: CubeRow | undefined): PlaceFigure {
	const rate = row?.rate;
	return {
		place,
		count: row ? countOf(row) : null,
		status: row ? row.status : null,
		residents: rate?.population ?? null,
		rate: rate && row ? row.value : null,
		low: rate?.low ?? null,
		high: rate?.high ?? null
	};
}

/**
 * One measure of every place: that of a chart of places, in the newest period with a figure for each place, else in
 * the period with the most places.
 * @param specs charts of places; the first with rates counts, else the first
 * @param places in the order of the answer
 */
export async function placeFigures(
	release: Release,
	specs: ChartSpec[],
	field: string,
	places: PlaceLink[]
): Promise<PlaceFigures | undefined> {
	const about = specs.filter((spec) => subjectOf(release, spec, field));
	const spec = about.find(({ query }) => query.rate) ?? about[0];
	const subject = spec && subjectOf(release, spec, field);
	if (!spec || !subject) return undefined;
	const { resource, time } = subject;
	const query = everywhere(spec, subject, field);
	const [measure] = query.measure ?? [];
	const answer = await answerTo(release, { ...query, ...(measure ? { measure: [measure] } : {}) });
	if (!answer) return undefined;
	const known = new Set(places.map(({ code }) => code));
	const rows = answer.rows.filter((row) => known.has(String(row.key[field])));
	const periods = placesByPeriod(rows, field, time.name);
	const complete = periods.find(([, codes]) => codes.size === places.length);
	const [period] = complete ?? periods.toSorted(([, a], [, b]) => b.size - a.size)[0] ?? [];
	if (period === undefined) return undefined;
	const own = new Map(
		rows.filter((row) => row.key[time.name] === period).map((row) => [String(row.key[field]), row])
	);
	const measureField = fieldByRole(resource, 'measure')?.name;
	const bases = new Set([...own.values()].flatMap((row) => row.rate?.basis || []));
	return {
		measure: measureField && measure ? labelOf(resource, measureField, measure) : localized(spec.title),
		period: labelOf(resource, time.name, period),
		isComplete: complete !== undefined,
		hasRates: [...own.values()].some((row) => row.rate && row.value !== null),
		residents: [...bases].map((basis) => basisLabel(release, resource, basis)).join(', '),
		rows: places.map((place) => figureOf(place, own.get(place.code)))
	};
}

/** How the residents of a table were counted, by the label of their basis. */
function basisLabel({ resources }: Release, { population }: Resource, basis: string): string {
	const residents = resources.find(({ name }) => name === population?.resource);
	const field = residents && fieldByRole(residents, 'basis');
	return residents && field ? labelOf(residents, field.name, basis) : basis;
}

/** For every measure of a chart's table, the periods with a figure for each place, and those with some. */
export async function coverageOf(
	release: Release,
	spec: ChartSpec,
	field: string,
	places: PlaceLink[]
): Promise<Coverage[]> {
	const subject = subjectOf(release, spec, field);
	if (!subject) return [];
	const { resource, time } = subject;
	const measure = fieldByRole(resource, 'measure');
	const { rate: _, measure: __, unit: ___, ...query } = everywhere(spec, subject, field);
	const apart = dimensionsOf(resource).filter(({ role }) => role === 'measure' || role === 'unit');
	const answer = await answerTo(release, {
		...query,
		dimensions: [...query.dimensions, ...apart.map(({ name }) => name)]
	});
	const known = new Set(places.map(({ code }) => code));
	const byMeasure = new Map<string, CubeRow[]>();
	for (const row of answer?.rows ?? []) {
		if (!known.has(String(row.key[field]))) continue;
		const name = measure
			? labelOf(resource, measure.name, row.key[measure.name] ?? null)
			: localized(spec.title);
		byMeasure.set(name, [...(byMeasure.get(name) ?? []), row]);
	}
	return [...byMeasure].map(([name, rows]) => {
		const periods = placesByPeriod(rows, field, time.name).reverse();
		const words = (period: string | number) => labelOf(resource, time.name, period);
		return {
			measure: name,
			complete: periods.filter(([, codes]) => codes.size === places.length).map(([each]) => words(each)),
			some: periods
				.filter(([, codes]) => codes.size < places.length)
				.map(([each, codes]) => ({ period: words(each), count: codes.size }))
		};
	});
}
