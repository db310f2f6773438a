import { chartContext } from '../../charts/context.ts';
import type { ChartSpec, ChartView, SourceEntry } from '../../charts/types.ts';
import type { CubeAnswer } from '../../cube/types.ts';
import { fieldsByRole, localized } from '../../package/index.ts';
import { m } from '../../words/index.ts';
import type { FixedChoice } from '../choices.ts';
import { derivedLines } from '../derivedColumns.ts';
import { rateLines, sourcesOfAnswer } from '../rateColumns.ts';

/** The lines that travel with a chart's figures: what they are, what limits them, sources, version. */
export function chartCaveats(view: ChartView, answer: CubeAnswer, fixed: FixedChoice[]): string[] {
	const { spec, resource } = view;
	return [
		...fixed.map(({ title, label }) => m.pages_file_choice({ title, label })),
		m.pages_file_scope({ scope: localized(resource.scope ?? view.package.scope) }),
		m.pages_file_limits({ limits: localized(resource.limits ?? view.package.limits) }),
		...rateLines(view, answer),
		...derivedLines(chartContext(view, answer)),
		...nonCumulative(view, answer).map(({ reason }) =>
			m.pages_file_non_cumulative({ reason: localized(reason) })
		),
		...answer.breaks.map((each) => m.pages_file_break({ from: each.from, text: localized(each.text) })),
		...notesOf(spec).map((note) => m.pages_file_note({ note })),
		...(resource.attribution ? [localized(resource.attribution)] : []),
		...citedSources(view, answer).map(({ id, title, publisher, date, url }) =>
			m.pages_file_source({ id, title, publisher, date, url })
		),
		m.pages_file_version({
			title: localized(view.package.title),
			version: view.package.version,
			asOf: view.package.asOf
		})
	];
}

/** The notes of the chart itself. */
export function notesOf({ notes = [] }: ChartSpec): string[] {
	return notes.map((note) => localized(note));
}

/** The breakdowns that must not be added up; years are no breakdown. */
export function nonCumulative({ resource }: ChartView, answer: CubeAnswer): CubeAnswer['nonAdditive'] {
	const time = fieldsByRole(resource, 'time').map(({ name }) => name);
	return answer.nonAdditive.filter(({ dimension }) => !time.includes(dimension));
}

/** Earlier or other published values belong to the chart as it was built, not to a reader's choice. */
export function supersededOf(view: ChartView, answer: CubeAnswer): CubeAnswer[] {
	const { superseded } = view;
	const isAlike = Boolean(superseded?.query.rate) === Boolean(answer.query.rate);
	return superseded && isAlike && answer === view.answer ? [superseded] : [];
}

/** The sources that the figures of the file name. */
export function citedSources(view: ChartView, answer: CubeAnswer): SourceEntry[] {
	const cited = new Set([answer, ...supersededOf(view, answer)].flatMap(sourcesOfAnswer));
	return view.sources.filter((source) => cited.has(source.id));
}
