import type { ChartSpec, ChartView } from '../../charts/types.ts';
import { planQuery } from '../../cube/index.ts';
import type { CubeQuery, CubeRow } from '../../cube/types.ts';
import { fieldByRole, labelOf, localized, unitName } from '../../package/index.ts';
import type { Field } from '../../package/types.ts';
import { filterName } from '../../ui/filters/options.ts';
import type { NewestFigure, NewestRate, PlaceChartData } from '../../ui/places/types.ts';
import { placeFieldOf } from './rows.ts';
import type { Release } from '../releases/release.ts';

/** A question narrowed to one place; undefined where its table does not have the place. */
function narrowed(
	{ resources }: Release,
	query: CubeQuery,
	field: string,
	code: string
): CubeQuery | undefined {
	const resource = resources.find(({ name }) => name === query.table);
	if (!resource || !placeFieldOf(resource, field)) return undefined;
	const own = { ...query, filters: { ...query.filters, [field]: [code] } };
	return planQuery(own, resources).refused ? undefined : own;
}

/** A chart as it stands on the page of a place. */
export async function placeChart(
	release: Release,
	spec: ChartSpec,
	field: string,
	code: string
): Promise<PlaceChartData> {
	const { filters, superseded, ...others } = spec;
	const chart = { id: spec.id, title: localized(spec.title) };
	const query = narrowed(release, spec.query, field, code);
	if (!query) return { ...chart, search: '' };
	const earlier = superseded && narrowed(release, superseded, field, code);
	const view = await release.view({ ...others, query, ...(earlier ? { superseded: earlier } : {}) });
	if (!view.answer.rows.length) return { ...chart, search: '' };
	const place = placeFieldOf(view.resource, field);
	const search =
		place && filters?.includes(field) ? `?${new URLSearchParams({ [filterName(place)]: code })}` : '';
	return { ...chart, view, search };
}

/** The label of a row's value in the field of a role, or of the one value that the question pins it to. */
function rowWords({ resource, answer }: ChartView, row: CubeRow, role: 'measure' | 'unit'): string {
	const field = fieldByRole(resource, role);
	const asked = field && (answer.query[role] ?? answer.query.filters?.[field.name]);
	const value = field && (row.key[field.name] ?? (asked?.length === 1 ? asked[0] : undefined));
	return field && value !== undefined ? labelOf(resource, field.name, value) : '';
}

/** Each measure's newest row with a number, else its newest row at all. */
function newestRows({ answer, resource }: ChartView, time: Field): CubeRow[] {
	const measure = fieldByRole(resource, 'measure')?.name ?? '';
	const byMeasure = new Map<string, CubeRow[]>();
	for (const row of answer.rows) {
		const id = String(row.key[measure] ?? '');
		byMeasure.set(id, [...(byMeasure.get(id) ?? []), row]);
	}
	const inTime = (a: CubeRow, b: CubeRow) => (String(a.key[time.name]) < String(b.key[time.name]) ? -1 : 1);
	return [...byMeasure.values()].flatMap((rows) => {
		const sorted = rows.toSorted(inTime);
		return sorted.findLast((row) => row.value !== null) ?? sorted.at(-1) ?? [];
	});
}

/** The time field of a chart that runs along it; undefined for others. */
function timeOf({ resource, spec }: ChartView): Field | undefined {
	const time = fieldByRole(resource, 'time');
	return time?.name === spec.x ? time : undefined;
}

const unitOf = (view: ChartView, row: CubeRow) =>
	(rowWords(view, row, 'unit') || unitName(view.resource)).toLowerCase();

/** The newest figure of each measure in the first chart of counts by time. */
export function newestFigures(views: ChartView[]): NewestFigure[] {
	const view = views.find((each) => timeOf(each) && !each.answer.query.rate);
	const time = view && timeOf(view);
	if (!view || !time) return [];
	return newestRows(view, time).map((row) => ({
		measure: rowWords(view, row, 'measure') || localized(view.spec.title),
		unit: unitOf(view, row),
		period: labelOf(view.resource, time.name, row.key[time.name] ?? null),
		value: row.value,
		status: row.status,
		qualifier: row.qualifier
	}));
}

/** The newest rate in the first chart of rates by time, with the average of all places at that time. */
export function newestRate(views: ChartView[]): NewestRate | undefined {
	const view = views.find((each) => timeOf(each) && each.answer.query.rate);
	const time = view && timeOf(view);
	const row = view && time && newestRows(view, time)[0];
	if (!view || !time || !row) return undefined;
	const average = view.averages?.find(({ key }) =>
		Object.entries(key).every(([name, value]) => row.key[name] === undefined || row.key[name] === value)
	);
	return {
		unit: unitOf(view, row),
		period: labelOf(view.resource, time.name, row.key[time.name] ?? null),
		rate: row.value,
		low: row.rate?.low ?? null,
		high: row.rate?.high ?? null,
		status: row.status,
		average: average?.value ?? null
	};
}
