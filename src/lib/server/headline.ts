import type { SourceEntry } from '../charts/types.ts';
import type { CubeRow } from '../cube/types.ts';
import { codeTerms, fieldByRole, labelOf, localized, unitName, type CodeTerm } from '../package/index.ts';
import type { Break, HeadlineMeasure, Resource } from '../package/types.ts';
import type { Figure, HeadlineFigures } from '../ui/figures.ts';
import { answerInBuild } from './charts.ts';
import { loadPackage } from './package.ts';
import { sourceEntries } from './sources.ts';

/** Who published it and when, short: "The publisher, 2025". */
export function sourceLabel(source: SourceEntry | undefined, id: string): string {
	const publisher = source?.publisher.replace(/\s*\(.*$/, '') ?? '';
	const year = /\d{4}/.exec(source?.date ?? '')?.[0] ?? '';
	return [publisher || id, year].filter(Boolean).join(', ');
}

function figure(
	resource: Resource,
	row: CubeRow,
	time: string,
	entries: Map<string, SourceEntry>
): Figure | undefined {
	if (row.value === null) return undefined;
	const label = (role: 'unit' | 'basis') => {
		const field = fieldByRole(resource, role);
		const value = field && row.key[field.name];
		return value === undefined ? '' : labelOf(resource, field?.name ?? '', String(value));
	};
	return {
		value: row.value,
		period: String(row.key[time]),
		unit: label('unit') || unitName(resource),
		basis: label('basis'),
		qualifier: row.qualifier,
		sources: row.sources.map((id) => ({ id, label: sourceLabel(entries.get(id), id) })),
		confidence: row.confidence
	};
}

/** The figures of one table for the panel, oldest first, with the breaks between them. */
async function figures(
	at: NonNullable<HeadlineMeasure['yearly']>
): Promise<{ figures: Figure[]; breaks: Break[] }> {
	const { package: pkg } = await loadPackage();
	const resource = pkg.resources.find((each) => each.name === at.resource);
	const time = resource && fieldByRole(resource, 'time');
	if (!resource || !time) return { figures: [], breaks: [] };
	const kept = (['unit', 'basis'] as const).flatMap((role) => fieldByRole(resource, role)?.name ?? []);
	const measure = fieldByRole(resource, 'measure')?.name;
	const { [measure ?? '']: measureValue, ...filters } = at.where;
	const answer = await answerInBuild({
		table: resource.name,
		dimensions: [time.name, ...kept],
		...(measureValue ? { measure: [measureValue] } : {}),
		filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value]]))
	});
	const entries = await sourceEntries();
	return {
		figures: answer.rows
			.flatMap((row) => figure(resource, row, time.name, entries) ?? [])
			.sort((a, b) => (a.period < b.period ? -1 : 1)),
		breaks: answer.breaks
	};
}

/** The newest figure, if one alone stands for its period. */
function newest(all: Figure[]): Figure | undefined {
	const last = all.at(-1);
	return last && all.filter(({ period }) => period === last.period).length === 1 ? last : undefined;
}

/** The figure before `latest` that was counted in the same way, with no break between them. */
function comparablePrevious(all: Figure[], breaks: Break[], latest: Figure): Figure | undefined {
	const previous = all.findLast(
		(each) => each.period < latest.period && each.basis === latest.basis && each.unit === latest.unit
	);
	const between = (moment: string) =>
		previous && moment.slice(0, 4) > previous.period && moment.slice(0, 4) <= latest.period;
	return breaks.some((each) => !each.comparableAcross && between(each.from)) ? undefined : previous;
}

async function headlineOf(measure: HeadlineMeasure, term: CodeTerm | undefined): Promise<HeadlineFigures> {
	const total = measure.cumulative && newest((await figures(measure.cumulative)).figures);
	const yearly = measure.yearly ? await figures(measure.yearly) : { figures: [], breaks: [] };
	const latest = newest(yearly.figures);
	const previous = latest && comparablePrevious(yearly.figures, yearly.breaks, latest);
	return {
		measure: measure.measure,
		label: localized(measure.label),
		...(term ? { term: { id: term.id, text: term.text } } : {}),
		...(total ? { total } : {}),
		...(latest ? { latest } : {}),
		...(previous ? { previous } : {})
	};
}

/** The all-time panel: for each headline measure its newest total and its newest year. */
export async function headlineFigures(): Promise<HeadlineFigures[]> {
	const { package: pkg } = await loadPackage();
	const terms = codeTerms(pkg);
	return Promise.all((pkg.headline ?? []).map((measure) => headlineOf(measure, terms.get(measure.measure))));
}
