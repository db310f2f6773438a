import type { ChartView } from '../charts/types.ts';
import type { CubeAnswer, CubeRow } from '../cube/types.ts';
import { labelOf, localized } from '../package/index.ts';
import { m } from '../words/index.ts';
import { toCsv } from './csv.ts';

/** The columns of a chart's file after its dimensions. */
const COLUMNS = ['value', 'status', 'share', 'qualifier', 'known', 'sources', 'confidence', 'notes'] as const;

function present(answer: CubeAnswer): (typeof COLUMNS)[number][] {
	const used = (test: (row: CubeRow) => boolean) => answer.rows.some(test);
	const optional: Record<string, boolean> = {
		share: used((row) => row.share !== undefined),
		qualifier: used((row) => row.qualifier !== ''),
		known: used((row) => row.denominator !== null)
	};
	return COLUMNS.filter((column) => optional[column] ?? true);
}

/** The lines that travel with a chart's figures: what they are, caveats, sources, version. */
export function chartHeader(view: ChartView, answer: CubeAnswer): string[] {
	const { spec, resource } = view;
	const cited = new Set(answer.rows.flatMap((row) => row.sources));
	return [
		localized(spec.title),
		m.pages_file_scope({ scope: localized(resource.scope ?? view.package.scope) }),
		m.pages_file_limits({ limits: localized(resource.limits ?? view.package.limits) }),
		...answer.nonAdditive.map(({ reason }) => m.pages_file_non_cumulative({ reason: localized(reason) })),
		...answer.breaks.map((each) => m.pages_file_break({ from: each.from, text: localized(each.text) })),
		...(spec.notes ?? []).map((note) => m.pages_file_note({ note: localized(note) })),
		...(resource.attribution ? [localized(resource.attribution)] : []),
		...view.sources
			.filter((source) => cited.has(source.id))
			.map(({ id, title, publisher, date, url }) => m.pages_file_source({ id, title, publisher, date, url })),
		m.pages_file_version({
			title: localized(view.package.title),
			version: view.package.version,
			asOf: view.package.asOf
		})
	];
}

/** A chart's figures as CSV with its caveats on top, safe to open in a spreadsheet. */
export function chartCsv(view: ChartView, answer: CubeAnswer): string {
	const dimensions = answer.query.dimensions;
	const columns = present(answer);
	const rows = answer.rows.map((row) => {
		const cells = {
			value: row.value ?? row.status,
			status: row.status,
			share: row.share ?? null,
			qualifier: row.qualifier,
			known: row.denominator,
			sources: row.sources.join(' '),
			confidence: row.confidence,
			notes: row.notes.join(' | ')
		};
		const labels = dimensions.map((name) => labelOf(view.resource, name, String(row.key[name])));
		return [...labels, ...columns.map((column) => cells[column])];
	});
	return toCsv(chartHeader(view, answer), [...dimensions, ...columns], rows);
}

/** A chart's figures, caveats and sources as JSON text; keys are codes, with their labels beside them. */
export function chartJson(view: ChartView, answer: CubeAnswer): string {
	const { spec, resource } = view;
	return `${JSON.stringify(
		{
			id: spec.id,
			title: localized(spec.title),
			scope: localized(resource.scope ?? view.package.scope),
			limits: localized(resource.limits ?? view.package.limits),
			nonCumulative: answer.nonAdditive.map(({ dimension, reason }) => ({
				dimension,
				reason: localized(reason)
			})),
			breaks: answer.breaks.map(({ id, from, to, comparableAcross, text }) => ({
				id,
				from,
				to,
				comparableAcross,
				text: localized(text)
			})),
			notes: (spec.notes ?? []).map((note) => localized(note)),
			version: view.package.version,
			asOf: view.package.asOf,
			table: resource.name,
			rows: answer.rows.map((row) => ({
				...row,
				labels: Object.fromEntries(
					Object.entries(row.key).map(([name, value]) => [name, labelOf(resource, name, String(value))])
				)
			})),
			sources: view.sources.filter((source) => answer.rows.some((row) => row.sources.includes(source.id)))
		},
		null,
		'\t'
	)}\n`;
}
