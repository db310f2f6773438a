import { chartContext, type ChartContext } from '../charts/context.ts';
import type { ChartView } from '../charts/types.ts';
import { titleWords } from '../charts/words/title.ts';
import { unitWords } from '../charts/words/values.ts';
import type { CubeAnswer, CubeRow } from '../cube/types.ts';
import { fieldsByRole, labelOf, localized } from '../package/index.ts';
import type { Cell } from '../package/types.ts';
import { m } from '../words/index.ts';
import { fixedChoices, rowLabel, type FixedChoice } from './choices.ts';
import { toCsv } from './csv.ts';
import { fileValue, inFile, RATE_COLUMNS, rateCells, rateLines, sourcesOfAnswer } from './rateColumns.ts';

/** The lines that travel with a chart's figures: what they are, caveats, sources, version. */
function headerLines(view: ChartView, answer: CubeAnswer, fixed: FixedChoice[]): string[] {
	const { spec, resource } = view;
	const context = chartContext(view, answer);
	const cited = new Set([answer, ...supersededOf(view, answer)].flatMap(sourcesOfAnswer));
	return [
		titleWords(context),
		...fixed.map(({ title, label }) => m.pages_file_choice({ title, label })),
		m.pages_file_scope({ scope: localized(resource.scope ?? view.package.scope) }),
		m.pages_file_limits({ limits: localized(resource.limits ?? view.package.limits) }),
		...rateLines(view, answer),
		...nonCumulative(view, answer).map(({ reason }) =>
			m.pages_file_non_cumulative({ reason: localized(reason) })
		),
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

/** The breakdowns that must not be added up; years are no breakdown. */
function nonCumulative({ resource }: ChartView, answer: CubeAnswer): CubeAnswer['nonAdditive'] {
	const time = fieldsByRole(resource, 'time').map(({ name }) => name);
	return answer.nonAdditive.filter(({ dimension }) => !time.includes(dimension));
}

/** Earlier or other published values belong to the chart as it was built, not to a reader's choice. */
function supersededOf(view: ChartView, answer: CubeAnswer): CubeAnswer[] {
	const { superseded } = view;
	const isAlike = Boolean(superseded?.query.rate) === Boolean(answer.query.rate);
	return superseded && isAlike && answer === view.answer ? [superseded] : [];
}

const shareOf = (row: CubeRow) => (typeof row.share === 'number' ? Math.round(row.share * 1e4) / 1e4 : null);

/**
 * A chart's figures as CSV with its caveats on top, safe to open in a spreadsheet. Unit and basis always
 * have a column, so that a row says what it counts when it stands alone.
 */
export function chartCsv(view: ChartView, answer: CubeAnswer): string {
	const { resource } = view;
	const context = chartContext(view, answer);
	const fixed = fixedChoices(resource, answer.query);
	const constant = fixed.filter(
		({ role }) => role === 'measure' || role === 'basis' || (role === 'unit' && !answer.query.rate)
	);
	const unitColumn = fieldsByRole(resource, 'unit')[0]?.name ?? 'unit';
	const dimensions = answer.query.dimensions;
	const superseded = supersededOf(view, answer);
	const used = (test: (row: CubeRow) => boolean) => answer.rows.some(test);
	const columns: { name: string; of: (row: CubeRow, from: CubeAnswer) => Cell }[] = [
		...dimensions
			.filter((name) => !answer.query.rate || name !== unitColumn)
			.map((name) => ({
				name,
				of: (row: CubeRow) => rowLabel(resource, name, row.key[name])
			})),
		...constant.map(({ field, label }) => ({ name: field, of: () => label })),
		...(answer.query.rate
			? [{ name: unitColumn, of: (row: CubeRow) => unitWords(context, row) || null }]
			: []),
		...(superseded.length
			? [
					{
						name: 'standing',
						of: (row: CubeRow, from: CubeAnswer) =>
							from === answer ? m.pages_file_in_use() : standing(view, row)
					}
				]
			: []),
		{ name: 'value', of: fileValue },
		{ name: 'status', of: (row) => row.status },
		...(answer.query.rate
			? RATE_COLUMNS.map((name) => ({ name, of: (row: CubeRow) => rateCells(context, row)[name] }))
			: []),
		...(used((row) => row.share !== undefined) ? [{ name: 'share', of: shareOf }] : []),
		...(used((row) => row.qualifier !== '')
			? [{ name: 'qualifier', of: (row: CubeRow) => row.qualifier }]
			: []),
		...(used((row) => row.denominator !== null)
			? [{ name: 'known', of: (row: CubeRow) => row.denominator }]
			: []),
		{ name: 'sources', of: (row) => row.sources.join(' ') },
		{ name: 'confidence', of: (row) => row.confidence },
		{ name: 'notes', of: (row) => row.notes.join(' | ') }
	];
	const rows = [answer, ...superseded].flatMap((from) =>
		from.rows.map((row) => columns.map(({ of }) => of(row, from)))
	);
	return toCsv(
		headerLines(view, answer, fixed),
		columns.map(({ name }) => name),
		rows
	);
}

/** How a superseded row stands, by the label of its `standing`. */
function standing({ supersededResource }: ChartView, row: CubeRow): string {
	const code = row.key['standing'];
	if (code === undefined || !supersededResource) return m.pages_file_superseded();
	return labelOf(supersededResource, 'standing', code);
}

/** A rate with what it was computed from beside it, as the CSV has them. */
function rateRow(context: ChartContext, row: CubeRow) {
	const { rate: _, ...plain } = row;
	return { ...plain, value: inFile(row.value), unit: unitWords(context, row), ...rateCells(context, row) };
}

/** A chart's figures, caveats and sources as JSON text; keys are codes, with their labels beside them. */
export function chartJson(view: ChartView, answer: CubeAnswer): string {
	const { spec, resource } = view;
	const context = chartContext(view, answer);
	const cited = new Set([answer, ...supersededOf(view, answer)].flatMap(sourcesOfAnswer));
	const content = {
		id: spec.id,
		title: titleWords(context),
		counted: fixedChoices(resource, answer.query).map(({ field, value, title, label }) => ({
			field,
			value,
			title,
			label
		})),
		scope: localized(resource.scope ?? view.package.scope),
		limits: localized(resource.limits ?? view.package.limits),
		nonCumulative: nonCumulative(view, answer).map(({ dimension, reason }) => ({
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
		query: answer.query,
		...(answer.query.rate ? { rates: rateLines(view, answer) } : {}),
		rows: answer.rows.map((row) => ({
			...(answer.query.rate ? rateRow(context, row) : row),
			labels: Object.fromEntries(
				Object.entries(row.key).map(([name, value]) => [name, rowLabel(resource, name, value)])
			)
		})),
		...(view.superseded ? { superseded: supersededOf(view, answer).flatMap(({ rows }) => rows) } : {}),
		sources: view.sources.filter((source) => cited.has(source.id))
	};
	return `${JSON.stringify(content, null, '\t')}\n`;
}
