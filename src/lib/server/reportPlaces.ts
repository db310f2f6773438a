import type { ChartSpec } from '../charts/types.ts';
import { planQuery } from '../cube/index.ts';
import { fieldByRole, labelOf } from '../package/index.ts';
import type { Resource, Row } from '../package/types.ts';
import { compactTable, type CompactTable } from '../ui/compact.ts';
import type { ReportPlaceCharts, ReportPlaces } from '../ui/report/types.ts';
import { carriedView } from './carried.ts';
import { placeLinks, placeWords, specsOfPage } from './places/pages.ts';
import { placeFieldOf, rowsBehind } from './places/rows.ts';
import { placesOf } from './places/index.ts';
import type { Release } from './releases/release.ts';

/** Places for which the charts are answered in the build; any other choice is answered from the rows. */
const SAMPLE = 1;

/** A chart of one place made charts of several: a line for each place, a chart for each measure. */
function linesOf(spec: ChartSpec, resource: Resource, field: string, codes: string[]): ChartSpec[] {
	const { facet: _, filters: __, superseded: ___, ...others } = spec;
	const measure = fieldByRole(resource, 'measure');
	const unit = fieldByRole(resource, 'unit')?.name;
	const measures = measure && spec.query.measure ? spec.query.measure : [undefined];
	return measures.map((each) => {
		const { unit: units, ...query } = spec.query;
		const alone = measures.length === 1;
		const dimensions = [...new Set([...query.dimensions, field, ...(unit ? [unit] : [])])];
		const label = each === undefined ? '' : labelOf(resource, measure?.name ?? '', each);
		return {
			...others,
			id: `brief-${spec.id}${alone ? '' : `-${each}`}`,
			title: alone ? spec.title : label,
			series: [field],
			query: {
				...query,
				...(each === undefined ? {} : { measure: [each] }),
				...(alone && units ? { unit: units } : {}),
				dimensions,
				filters: { ...query.filters, [field]: codes }
			}
		};
	});
}

/** The rows of residents that some row of counts can be divided by. */
function residentRows({ tables }: Release, resource: Resource, rows: Row[]): CompactTable[] {
	const residents = resource.population && tables[resource.population.resource];
	const time = fieldByRole(resource, 'time')?.name;
	if (!residents || !time) return [];
	const periods = new Set(rows.map((row) => row[time]));
	return [
		compactTable(
			residents.resource,
			residents.rows.filter((row) => periods.has(row[time] ?? null))
		)
	];
}

/** The charts of one place along years, made charts of the places of these codes. */
async function specsFor(release: Release, field: string, codes: string[]): Promise<ChartSpec[]> {
	const specs = (await specsOfPage('place')).flatMap((spec) => {
		const resource = release.resources.find(({ name }) => name === spec.query.table);
		if (!resource || !placeFieldOf(resource, field)) return [];
		if (spec.mark !== 'line' || fieldByRole(resource, 'time')?.name !== spec.x) return [];
		return linesOf(spec, resource, field, codes).filter(
			({ query }) => !planQuery(query, release.resources).refused
		);
	});
	return specs.sort((a, b) => Number(b.query.rate ?? false) - Number(a.query.rate ?? false));
}

/** The places that a brief can be about; undefined where the package has none, or no chart of one along time. */
export async function reportPlaces(release: Release): Promise<ReportPlaces | undefined> {
	const found = await placesOf();
	if (!found) return undefined;
	const { field } = found.settings;
	const places = placeLinks(found);
	const specs = await specsFor(
		release,
		field,
		places.slice(0, SAMPLE).map(({ code }) => code)
	);
	return specs.length ? { places, words: placeWords(found), field } : undefined;
}

/** What answers a choice of places, a file of its own: a brief on all of them does not need it. */
export async function reportPlaceCharts(release: Release): Promise<ReportPlaceCharts> {
	const known = await reportPlaces(release);
	if (!known) return { views: [], tables: [] };
	const { field, places } = known;
	const codes = places.map(({ code }) => code);
	const rows = new Map<string, Set<Row>>();
	for (const { query } of await specsFor(release, field, codes)) {
		const own = rows.get(query.table) ?? new Set();
		rows.set(query.table, new Set([...own, ...rowsBehind(release, query)]));
	}
	const tables = release.resources.flatMap((resource) => {
		const own = [...(rows.get(resource.name) ?? [])];
		return own.length ? [compactTable(resource, own), ...residentRows(release, resource, own)] : [];
	});
	const specs = await specsFor(release, field, codes.slice(0, SAMPLE));
	return { views: (await Promise.all(specs.map((spec) => release.view(spec)))).map(carriedView), tables };
}
