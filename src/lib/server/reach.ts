import type { CubeAnswer, CubeRow } from '../cube/types.ts';
import { fieldByRole, labelOf, localized, unitName } from '../package/index.ts';
import type { FiguresAt, ReachGroup, ReachMeasure, Resource } from '../package/types.ts';
import { figuresWithChanges, type CountedFigure } from '../ui/reach/figures.ts';
import { yearOf } from '../ui/reach/period.ts';
import type { PlacesReached, ReachFigure, ReachGroupView, ReachMeasureView } from '../ui/reach/types.ts';
import { sourceLabel } from './headline.ts';
import { currentRelease, type Release } from './releases/release.ts';
import { sourceEntriesOf } from './sourceEntries.ts';

/** The groups that a package declares, else its headline measures as one group without a heading. */
export function reachGroups({ package: pkg }: Release): ReachGroup[] {
	if (pkg.reach) return pkg.reach;
	const measures = (pkg.headline ?? []).map(({ label, yearly, cumulative }): ReachMeasure => ({
		label,
		figures: yearly ? [yearly] : [],
		...(cumulative ? { total: cumulative } : {})
	}));
	return measures.length ? [{ heading: '', measures }] : [];
}

/** The answer of a table to the question for some rows, kept apart by time, unit, basis and `more`. */
async function answerAt(
	release: Release,
	{ resource: name, where }: FiguresAt,
	more: string[] = []
): Promise<{ resource: Resource; time: string; answer: CubeAnswer } | undefined> {
	const resource = release.resources.find((each) => each.name === name);
	const time = resource && fieldByRole(resource, 'time')?.name;
	if (!resource || !time) return undefined;
	const measure = fieldByRole(resource, 'measure')?.name ?? '';
	const { [measure]: measured, ...others } = where;
	const kept = (['unit', 'basis'] as const).flatMap((role) => fieldByRole(resource, role)?.name ?? []);
	const answer = await release.answer({
		table: name,
		dimensions: [time, ...more, ...kept],
		...(measured === undefined ? {} : { measure: [measured] }),
		filters: Object.fromEntries(Object.entries(others).map(([field, value]) => [field, [value]]))
	});
	return { resource, time, answer };
}

/** Names sources for the reader: publisher and year. */
function sourceNamer({ tables }: Release): (ids: string[]) => { id: string; label: string }[] {
	const entries = sourceEntriesOf(tables);
	return (ids) => ids.map((id) => ({ id, label: sourceLabel(entries.get(id), id) }));
}

/** The figures of some rows of a table, each on its footing. */
async function countedFigures(release: Release, at: FiguresAt): Promise<CountedFigure[]> {
	const found = await answerAt(release, at);
	if (!found) return [];
	const { resource, time, answer } = found;
	const named = sourceNamer(release);
	const starts = fieldByRole(resource, 'time')?.yearStarts;
	const [unit, basis] = [fieldByRole(resource, 'unit')?.name, fieldByRole(resource, 'basis')?.name];
	const codeOf = (row: CubeRow, field: string | undefined) => String((field && row.key[field]) ?? '');
	return answer.rows.map((row) => ({
		footing: {
			period: codeOf(row, time),
			...(starts === undefined ? {} : { yearStarts: starts }),
			table: resource.name,
			unit: codeOf(row, unit),
			basis: codeOf(row, basis),
			qualifier: row.qualifier
		},
		figure: {
			period: codeOf(row, time),
			periodLabel: labelOf(resource, time, codeOf(row, time)),
			value: row.value,
			status: row.status,
			qualifier: row.qualifier,
			unit: unit ? labelOf(resource, unit, codeOf(row, unit)) : unitName(resource),
			basis: basis ? labelOf(resource, basis, codeOf(row, basis)) : '',
			scope: localized(resource.scope ?? release.package.scope),
			sources: named(row.sources),
			confidence: row.confidence,
			notes: row.notes.filter(Boolean)
		},
		breaks: answer.breaks
	}));
}

/** The newest total, if one alone stands for its day. */
async function newestTotal(release: Release, at: FiguresAt): Promise<ReachFigure | undefined> {
	const all = (await countedFigures(release, at)).toSorted((a, b) =>
		a.figure.period < b.figure.period ? -1 : 1
	);
	const last = all.at(-1)?.figure;
	const isAlone = all.filter(({ figure }) => figure.period === last?.period).length === 1;
	return last && isAlone ? { ...last, change: { kind: 'first' } } : undefined;
}

/** For every year how many places have a figure, and how many one above zero. */
async function placesReached(release: Release, at: FiguresAt): Promise<ReachMeasureView['places']> {
	const resource = release.resources.find((each) => each.name === at.resource);
	const place = resource && fieldByRole(resource, 'place');
	const found = place && (await answerAt(release, at, [place.name]));
	if (!place || !found) return undefined;
	const { time, answer } = found;
	const named = sourceNamer(release);
	const settings = release.package.places;
	const codes = place.categories?.filter(({ kind }) => kind === undefined).map(({ value }) => value);
	const seen = new Set(answer.rows.map((row) => String(row.key[place.name])));
	const years = [...new Set(answer.rows.map((row) => String(row.key[time])))].sort();
	const words = (text: Parameters<typeof localized>[0] | undefined) =>
		localized(text ?? place.title ?? place.name);
	return {
		one: words(settings?.field === place.name ? settings.one : undefined),
		many: words(settings?.field === place.name ? settings.many : undefined),
		all: codes?.length ?? seen.size,
		years: years.map((year): PlacesReached => {
			const rows = answer.rows.filter((row) => String(row.key[time]) === year && row.value !== null);
			const placesOf = (some: CubeRow[]) => new Set(some.map((row) => row.key[place.name])).size;
			return {
				year,
				reached: placesOf(rows.filter((row) => (row.value ?? 0) > 0)),
				published: placesOf(rows),
				sources: named([...new Set(rows.flatMap((row) => row.sources))]),
				confidence:
					rows
						.map((row) => row.confidence)
						.sort()
						.at(-1) ?? ''
			};
		})
	};
}

async function measureView(release: Release, measure: ReachMeasure): Promise<ReachMeasureView> {
	const label = localized(measure.label);
	const [first] = measure.figures;
	if (measure.counts === 'places') {
		const places = first && (await placesReached(release, first));
		return { label, figures: [], missing: [], ...(places ? { places } : {}) };
	}
	const counted = (await Promise.all(measure.figures.map((at) => countedFigures(release, at)))).flat();
	const total = measure.total && (await newestTotal(release, measure.total));
	return { label, figures: figuresWithChanges(counted), missing: [], ...(total ? { total } : {}) };
}

/** Years from the first of some figures to the newest of all without one; a withheld figure is there, and hidden. */
export function missingYears(figures: ReachFigure[], newest: number): number[] {
	const published = figures.filter(({ value, status }) => value !== null || status === '[c]');
	const years = new Set(published.flatMap(({ period }) => yearOf(period) ?? []));
	if (!years.size) return [];
	const first = Math.min(...years);
	return Array.from({ length: newest - first + 1 }, (_, index) => first + index).filter(
		(year) => !years.has(year)
	);
}

/**
 * What the line did, as the package declares it: every published figure of each measure with its change from the
 * figure before it, where the two may be compared.
 */
export async function reachView(release?: Release): Promise<ReachGroupView[]> {
	const from = release ?? (await currentRelease());
	const groups = await Promise.all(
		reachGroups(from).map(async ({ heading, question, measures }) => ({
			heading: localized(heading),
			question: localized(question ?? ''),
			measures: await Promise.all(measures.map((measure) => measureView(from, measure)))
		}))
	);
	const years = groups.flatMap(({ measures }) =>
		measures.flatMap(({ figures }) => figures.flatMap(({ period }) => yearOf(period) ?? []))
	);
	const newest = Math.max(...years);
	return groups.map((group) => ({
		...group,
		measures: group.measures.map((each) => ({ ...each, missing: missingYears(each.figures, newest) }))
	}));
}
