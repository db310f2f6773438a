import type { ChartSpec, ChartView } from '../charts/types.ts';
import { fiscalStart, isOneYear } from '../package/fiscal.ts';
import { fieldByRole, localized } from '../package/index.ts';
import { yearOf } from '../ui/reach/period.ts';
import type { ReportChoice, ReportData, ReportMeasure } from '../ui/report/types.ts';
import { carriedView } from './carried.ts';
import { reachView } from './reach.ts';
import { currentRelease, type Release } from './releases/release.ts';
import { reportPlaces } from './reportPlaces.ts';
import { isAddressConfigured, siteAddress } from './site.ts';

/** Years that the first brief covers, at most. */
const FIRST_YEARS = 10;

/** Pages whose charts a brief takes, the first ones first. */
const PAGES = ['reach', 'overview', 'trends'] as const;

/** Charts of the whole along years, in one panel each: those of `/reach` first. */
function chartsAlongTime(specs: ChartSpec[], { resources }: Release): ChartSpec[] {
	const along = specs.filter(({ query, x, facet, mark }) => {
		const resource = resources.find(({ name }) => name === query.table);
		const place = resource && fieldByRole(resource, 'place');
		const time = resource && fieldByRole(resource, 'time');
		return (
			time?.name === x && !time.categories && !facet && !place && (mark === 'line' || mark === 'stacked-bar')
		);
	});
	const listed = PAGES.flatMap((page) => along.filter((spec) => spec.pages.includes(page)));
	return [...new Set(listed)];
}

/** Charts whose every figure has a year: `2016`, `2016-12-31`. */
function isByYear({ answer, spec }: ChartView): boolean {
	return answer.rows.length > 0 && answer.rows.every((row) => isOneYear(String(row.key[spec.x])));
}

/**
 * The newest year in which at least a third as many measures have a figure as in the best covered one, and the years
 * before it.
 */
export function firstPeriod(measures: ReportMeasure[], years: number[]): Pick<ReportChoice, 'from' | 'to'> {
	const counted = measures.map(
		({ figures }) => new Set(figures.flatMap(({ period }) => yearOf(period) ?? []))
	);
	const covered = (year: number) => counted.filter((each) => each.has(year)).length;
	const most = Math.max(...years.map(covered), 0);
	const to = years.findLast((year) => covered(year) * 3 >= most) ?? 0;
	const from = years.find((year) => year > to - FIRST_YEARS) ?? to;
	return { from, to };
}

/** Everything of the brief, for any choice of years and places. */
export async function reportData(): Promise<ReportData> {
	const release = await currentRelease();
	const { package: pkg } = release;
	const measures = (await reachView(release)).flatMap((group) =>
		group.measures.flatMap(({ label, figures }) => (figures.length ? [{ label, figures }] : []))
	);
	const specs = chartsAlongTime(await release.specs(), release);
	const charts = (await Promise.all(specs.map((spec) => release.view(spec))))
		.filter(isByYear)
		.map(carriedView);
	const places = await reportPlaces(release);
	const years = [
		...measures.flatMap(({ figures }) => figures.flatMap(({ period }) => yearOf(period) ?? [])),
		...charts.flatMap(({ answer, spec }) =>
			answer.rows.flatMap((row) => yearOf(String(row.key[spec.x])) ?? [])
		)
	];
	const periods = [
		...measures.flatMap(({ figures }) => figures.map(({ period }) => period)),
		...charts.flatMap(({ answer, spec }) => answer.rows.map((row) => String(row.key[spec.x])))
	];
	const known = [...new Set(years)].sort((a, b) => a - b);
	return {
		title: localized(pkg.title),
		publisher: localized(pkg.publisher),
		scope: localized(pkg.scope),
		limits: localized(pkg.limits),
		cannotSay: (pkg.cannotSay ?? []).map((text) => localized(text)),
		version: pkg.version,
		asOf: pkg.asOf,
		address: isAddressConfigured() ? `${siteAddress()}/report` : '',
		years: known,
		isFiscal: periods.length > 0 && periods.every((period) => fiscalStart(period) !== undefined),
		initial: { ...firstPeriod(measures, known), places: [] },
		measures,
		charts,
		...(places ? { places } : {})
	};
}
